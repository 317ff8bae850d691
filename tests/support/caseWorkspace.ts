import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import type { Locale } from '../../electron/contract/ground/codes.ts';
import type { UnitId } from '../../electron/contract/ground/ids.ts';
import type { Input } from '../../electron/contract/index.ts';
import { ask } from './ask.ts';
import { openKept, passphrase } from './keptWorkspace.ts';
import { answerDialogs } from './launch.ts';

/** Makes a colleague who has chosen their own passphrase; the administrator `roy` is signed in again. */
export async function addColleague(page: Page, colleague: Input<'users.create'>): Promise<void> {
  const { login } = colleague;
  const given = 'quiet harbour lanterns';
  await ask(page, 'users.create', { ...colleague, passphrase: given });
  await ask(page, 'session.signIn', { login, passphrase: given });
  await ask(page, 'session.changePassphrase', { current: given, next: colleague.passphrase });
  await ask(page, 'session.signIn', { login: 'roy', passphrase });
}

export interface CaseWorkspace {
  readonly unitId: UnitId;
  /** A folder for the files of the test. */
  readonly folder: string;
}

/** A unit workspace with one unit, whose administrator works its files as well, on screen in the language. */
export async function openCaseWorkspace(
  vigie: ElectronApplication,
  page: Page,
  userData: string,
  locale: Locale,
  which: 'one' | 'other' = 'one',
): Promise<CaseWorkspace> {
  const parent = join(userData, 'files');
  await mkdir(parent, { recursive: true });
  const make = () => makeUnit(vigie, page, parent);
  const unitId = await openKept(vigie, page, { parent, name: 'North', login: 'roy', which, make });
  await ask(page, 'app.setPreferences', { locale, theme: 'auto', density: 'compact' });
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
  await page.reload();
  return { unitId, folder: parent };
}

async function makeUnit(vigie: ElectronApplication, page: Page, parent: string): Promise<UnitId> {
  await answerDialogs(vigie, { open: parent });
  const chosen = await ask(page, 'workspaces.chooseParent', {});
  if (chosen.folder === null) throw new Error('The dialog gave no folder.');
  const made = await ask(page, 'workspace.create', {
    parent: chosen.folder.grant,
    name: 'North',
    kind: 'unit',
    login: 'roy',
    displayName: 'J. Roy',
    passphrase,
  });
  const { id: unitId } = await ask(page, 'units.save', {
    code: 'U07',
    name: { en: 'Unit 7', fr: 'Unité 7' },
    service: 'Northern service',
    active: true,
  });
  await ask(page, 'users.grant', {
    userId: made.session.user.id,
    version: 1,
    roles: ['administrator', 'investigator', 'supervisor'],
    unitIds: [unitId],
  });
  return unitId;
}
