import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import type { Locale } from '../../electron/contract/ground/codes.ts';
import { ask } from './caseWorkspace.ts';
import { answerDialogs } from './launch.ts';

/** A coordination workspace whose administrator is its coordinator as well, on screen in the language. Returns a folder for files. */
export async function openCoordinationWorkspace(
  vigie: ElectronApplication,
  page: Page,
  userData: string,
  locale: Locale,
): Promise<string> {
  const folder = join(userData, 'files');
  await mkdir(folder, { recursive: true });
  await answerDialogs(vigie, { open: folder });
  const chosen = await ask(page, 'workspaces.chooseParent', {});
  if (chosen.folder === null) throw new Error('The dialog gave no folder.');
  const made = await ask(page, 'workspace.create', {
    parent: chosen.folder.grant,
    name: 'Coordination',
    kind: 'coordination',
    login: 'gagnon',
    displayName: 'M. Gagnon',
    passphrase: 'a passphrase for tests',
  });
  const userId = made.session.user.id;
  await ask(page, 'users.grant', { userId, version: 1, roles: ['administrator', 'coordinator'], unitIds: [] });
  await ask(page, 'app.setPreferences', { locale, theme: 'auto', density: 'compact' });
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
  await page.reload();
  return folder;
}
