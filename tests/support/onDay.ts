import type { ElectronApplication, Page } from '@playwright/test';
import { ask } from './ask.ts';
import { passphrase } from './keptWorkspace.ts';
import { launchVigie } from './launch.ts';

/** Starts the application again on a day, or at a time of it, opens the workspace that it knows and signs its administrator in. */
export async function onDay(
  userData: string,
  day: string,
  work: (page: Page, vigie: ElectronApplication) => Promise<void>,
): Promise<void> {
  const vigie = await launchVigie({ userData, day });
  try {
    const page = await vigie.firstWindow();
    const { workspaces } = await ask(page, 'workspaces.known', {});
    const grant = workspaces.find((each) => each.name === 'North')?.grant;
    if (grant === undefined) throw new Error('The workspace is not known.');
    await ask(page, 'workspaces.open', { grant });
    await ask(page, 'session.signIn', { login: 'roy', passphrase });
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
    await page.reload();
    await work(page, vigie);
  } finally {
    await vigie.close();
  }
}
