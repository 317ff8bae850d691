import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './theme.css';
import { call } from '../bridge/bridge.ts';
import { defaultPreferences } from '../bridge/preferences.ts';
import { startTexts } from '../i18n/i18n.ts';
import { App } from './App.tsx';
import { Providers } from './Providers.tsx';

// The content security policy forbids the code that zod would otherwise compile.
z.config({ jitless: true });

async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no root');
  // Read before the first paint, so that neither language nor theme flickers; without them the defaults will do.
  const preferences = await call('app.preferences', {}).catch(() => defaultPreferences);
  await startTexts(preferences.locale);
  createRoot(root).render(
    <StrictMode>
      <Providers initial={preferences}>
        <App />
      </Providers>
    </StrictMode>,
  );
}

void start();
