import { mkdtempSync, rmSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { ask } from './ask.ts';
import { answerDialogs } from './launch.ts';

/** Of each administrator of the workspaces that tests begin with. */
export const passphrase = 'a passphrase for tests';

const root = mkdtempSync(join(tmpdir(), 'vigie-kept-'));
process.on('exit', () => {
  rmSync(root, { recursive: true, force: true });
});
const kept = new Map<string, { readonly folder: string; readonly made: unknown }>();

interface Wanted<T> {
  readonly parent: string;
  readonly name: string;
  readonly login: string;
  /** Workspaces of one name that meet have ids and keys of their own. */
  readonly which: string;
  /** Makes it in the parent folder, through the page. */
  readonly make: () => Promise<T>;
}

/** Leaves the workspace; closing replaces the page, so its reply is never read. */
export async function closeWorkspace(page: Page): Promise<void> {
  await page.evaluate(() => {
    setTimeout(() => void globalThis.vigie.call('workspaces.close', {}));
  });
  await page.getByRole('heading', { name: 'Vigie', level: 1 }).waitFor();
}

/**
 * Opens a workspace that is made once for a worker and copied for each test: to judge a passphrase and derive keys from it takes
 * longer than what most tests do. Its administrator is signed in.
 */
export async function openKept<T>(vigie: ElectronApplication, page: Page, wanted: Wanted<T>): Promise<T> {
  const { parent, name, login, which, make } = wanted;
  const today = await vigie.evaluate(() => process.env['VIGIE_TODAY'] ?? '');
  const key = [name, which, today].join(' ');
  const folder = join(parent, `${name}.vigie`);
  const known = kept.get(key);
  let made: T;
  if (known === undefined) {
    made = await make();
    await closeWorkspace(page);
    const copy = join(root, String(kept.size));
    await cp(folder, copy, { recursive: true });
    kept.set(key, { folder: copy, made });
  } else {
    made = known.made as T;
    await cp(known.folder, folder, { recursive: true });
  }
  await answerDialogs(vigie, { open: folder });
  const { workspace } = await ask(page, 'workspaces.choose', {});
  if (workspace === null) throw new Error('The dialog gave no workspace.');
  await ask(page, 'workspaces.open', { grant: workspace.grant });
  // The folder was copied: it takes the place of the one that was made.
  await ask(page, 'session.signIn', { login, passphrase, place: 'moved' });
  return made;
}
