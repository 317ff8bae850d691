import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import type { Locale } from '../../electron/contract/ground/codes.ts';
import { ask } from './ask.ts';
import { openKept, passphrase } from './keptWorkspace.ts';
import { answerDialogs } from './launch.ts';

/** A coordination workspace whose administrator is its coordinator as well, on screen in the language. Returns a folder for files. */
export async function openCoordinationWorkspace(
  vigie: ElectronApplication,
  page: Page,
  userData: string,
  locale: Locale,
): Promise<string> {
  const parent = join(userData, 'files');
  await mkdir(parent, { recursive: true });
  const make = () => makeCoordination(vigie, page, parent);
  await openKept(vigie, page, { parent, name: 'Coordination', login: 'gagnon', which: 'one', make });
  await ask(page, 'app.setPreferences', { locale, theme: 'auto', density: 'compact' });
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
  await page.reload();
  return parent;
}

async function makeCoordination(vigie: ElectronApplication, page: Page, parent: string): Promise<null> {
  await answerDialogs(vigie, { open: parent });
  const chosen = await ask(page, 'workspaces.chooseParent', {});
  if (chosen.folder === null) throw new Error('The dialog gave no folder.');
  const made = await ask(page, 'workspace.create', {
    parent: chosen.folder.grant,
    name: 'Coordination',
    kind: 'coordination',
    login: 'gagnon',
    displayName: 'M. Gagnon',
    passphrase,
  });
  const userId = made.session.user.id;
  await ask(page, 'users.grant', { userId, version: 1, roles: ['administrator', 'coordinator'], unitIds: [] });
  return null;
}
