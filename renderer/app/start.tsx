import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import type { Preferences } from '#contract/store/shell';
import { defaultPreferences } from '../bridge/preferences.ts';
import { startTexts } from '../i18n/i18n.ts';
import type { Texts } from '../i18n/loadTexts.ts';
import { App } from './App.tsx';
import { hearOneEnter } from './oneEnter.ts';
import { Providers } from './Providers.tsx';
import type { Stage } from './stage.ts';

// The content security policy forbids the code that zod would otherwise compile.
z.config({ jitless: true });

/** Draws the first screen as it will stay: neither language, theme nor stage is found out afterwards. */
export async function start(kept: Preferences | null, stage: Stage, texts: Texts): Promise<void> {
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no root');
  const preferences = kept ?? defaultPreferences;
  await startTexts(preferences.locale, texts);
  hearOneEnter();
  createRoot(root).render(
    <StrictMode>
      <Providers initial={preferences}>
        <App first={stage} />
      </Providers>
    </StrictMode>,
  );
}
