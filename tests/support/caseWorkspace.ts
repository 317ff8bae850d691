import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import type { Locale } from '../../electron/contract/ground/codes.ts';
import type { UnitId } from '../../electron/contract/ground/ids.ts';
import type { Input, MethodName, Output } from '../../electron/contract/index.ts';
import { answerDialogs, callFromPage } from './launch.ts';

/** What the bridge answers, or an exception that names the method and the reason. */
export async function ask<M extends MethodName>(page: Page, method: M, input: Input<M>): Promise<Output<M>> {
  const reply = await callFromPage(page, method, input);
  if (!reply.ok) throw new Error(`${method}: ${reply.error.code} ${reply.error.reason ?? ''}`);
  return reply.value;
}

/** Makes a colleague who has chosen their own passphrase; the administrator `roy` is signed in again. */
export async function addColleague(page: Page, colleague: Input<'users.create'>): Promise<void> {
  const { login, passphrase } = colleague;
  const given = 'quiet harbour lanterns';
  await ask(page, 'users.create', { ...colleague, passphrase: given });
  await ask(page, 'session.signIn', { login, passphrase: given });
  await ask(page, 'session.changePassphrase', { current: given, next: passphrase });
  await ask(page, 'session.signIn', { login: 'roy', passphrase: 'a passphrase for tests' });
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
): Promise<CaseWorkspace> {
  const folder = join(userData, 'files');
  await mkdir(folder, { recursive: true });
  await answerDialogs(vigie, { open: folder });
  const chosen = await ask(page, 'workspaces.chooseParent', {});
  if (chosen.folder === null) throw new Error('The dialog gave no folder.');
  const made = await ask(page, 'workspace.create', {
    parent: chosen.folder.grant,
    name: 'North',
    kind: 'unit',
    login: 'roy',
    displayName: 'J. Roy',
    passphrase: 'a passphrase for tests',
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
  await ask(page, 'app.setPreferences', { locale, theme: 'auto', density: 'compact' });
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
  await page.reload();
  return { unitId, folder };
}
