// With the page itself, so that they come before the styles of any feature, which change them.
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './theme.css';
import { call } from '../bridge/bridge.ts';
import { loadTexts } from '../i18n/loadTexts.ts';
import { findStage } from './stage.ts';

/** Asks for what the first screen shows while the code that draws it is still on its way. */
async function begin(): Promise<void> {
  const preferences = call('app.preferences', {}).catch(() => null);
  const texts = preferences.then((kept) => loadTexts(kept?.locale ?? 'en'));
  const stage = findStage();
  const { start } = await import('./start.tsx');
  await start(await preferences, await stage, await texts);
}

void begin();
