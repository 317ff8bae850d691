import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { ask } from './ask.ts';
import { passphrase } from './keptWorkspace.ts';
import { answerDialogs } from './launch.ts';

/** A new unit workspace "North", its administrator J. Roy signed in: for tests of what happens to its folder. */
export async function createNorth(
  vigie: ElectronApplication,
  page: Page,
  userData: string,
): Promise<{ readonly parent: string; readonly recoveryKey: string }> {
  const parent = join(userData, 'workspaces');
  await mkdir(parent);
  await answerDialogs(vigie, { open: parent });
  const { folder } = await ask(page, 'workspaces.chooseParent', {});
  if (folder === null) throw new Error('The dialog gave no folder.');
  const about = { name: 'North', kind: 'unit', login: 'roy', displayName: 'J. Roy', passphrase } as const;
  const { recoveryKey } = await ask(page, 'workspace.create', { ...about, parent: folder.grant });
  return { parent, recoveryKey };
}
