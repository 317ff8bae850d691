import { expect, type ElectronApplication, type Page } from '@playwright/test';
import type { Locale } from '../../../electron/contract/ground/codes.ts';
import type { CivilDate } from '../../../electron/contract/ground/dates.ts';
import type { InvestigationId, ReferralId, UnitId, UserId } from '../../../electron/contract/ground/ids.ts';
import type { Input } from '../../../electron/contract/index.ts';
import type { Translate } from '../../../renderer/i18n/text.ts';
import { ask } from '../../support/ask.ts';
import { addColleague } from '../../support/caseWorkspace.ts';
import { passphrase } from '../../support/keptWorkspace.ts';
import { identifierInput } from '../../support/persons.ts';
import type { Player } from './player.ts';

/** Where a task is played: the application, and what is there before it, which counts no key. */
export interface Desk {
  readonly vigie: ElectronApplication;
  readonly page: Page;
  readonly player: Player;
  readonly t: Translate;
  readonly locale: Locale;
  readonly unitId: UnitId;
  /** For the files of the task. */
  readonly folder: string;
  readonly userData: string;
}

export interface Task {
  /** Its place in the list of forty. */
  readonly number: number;
  readonly name: Readonly<Record<Locale, string>>;
  readonly role: 'investigator' | 'supervisor' | 'administrator';
  /** Prepares, plays and looks: an exception says that it could not be done. */
  readonly play: (desk: Desk) => Promise<void>;
}

export const task = (number: number, role: Task['role'], en: string, fr: string, play: Task['play']): Task => ({
  number,
  role,
  name: { en, fr },
  play,
});

/** Shows a screen without a key, where a task begins. */
export async function show({ page }: Desk, place: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, place);
  await page.getByRole('heading', { level: 1 }).waitFor();
}

export async function logTip(
  { page, unitId }: Desk,
  about: Partial<Input<'referrals.log'>> = {},
  handle?: string,
): Promise<{ readonly id: ReferralId; readonly number: string }> {
  const { id, number } = await ask(page, 'referrals.log', {
    ...{ unitId, source: 'cybertip', receivedOn: '2026-11-20' },
    ...about,
  });
  if (handle !== undefined)
    await ask(page, 'identifiers.add', identifierInput({ kind: 'referral', id }, 'handle', handle));
  return { id, number };
}

export async function openFile(
  { page, unitId }: Desk,
  about: Partial<Input<'investigations.open'>> = {},
): Promise<{ readonly id: InvestigationId; readonly number: string }> {
  const opened = { unitId, openedOn: '2026-11-10' as CivilDate, referralIds: [], lead: null };
  return ask(page, 'investigations.open', { ...opened, ...about });
}

export async function addOfficer(
  { page, unitId }: Desk,
  login: string,
  displayName: string,
  about: Partial<Input<'users.create'>> = {},
): Promise<UserId> {
  const roles = ['investigator' as const];
  await addColleague(page, { login, displayName, roles, unitIds: [unitId], passphrase, ...about });
  await page.reload();
  const { users } = await ask(page, 'users.directory', {});
  return users.find((each) => each.displayName === displayName)!.id;
}

/** Another unit of the workspace, which its administrator serves as well. */
export async function addUnit({ page, unitId }: Desk): Promise<UnitId> {
  const name = { en: 'Unit 8', fr: 'Unité 8' };
  const { id } = await ask(page, 'units.save', { code: 'U08', name, service: 'Northern service', active: true });
  const { users } = await ask(page, 'users.list', {});
  const roy = users.find(({ login }) => login === 'roy')!;
  await ask(page, 'users.grant', {
    ...{ userId: roy.id, version: roy.version, unitIds: [unitId, id] },
    roles: ['administrator', 'investigator', 'supervisor'],
  });
  await page.reload();
  return id;
}

export async function referralsOf({ page }: Desk, filter: Input<'referrals.list'>['filter'] = {}) {
  const sort = { column: 'number', descending: false } as const;
  const { rows } = await ask(page, 'referrals.list', { filter, sort, from: { at: 'start' }, size: 200 });
  return rows;
}

export async function filesOf({ page }: Desk, filter: Input<'investigations.list'>['filter'] = {}) {
  const sort = { column: 'number', descending: false } as const;
  const { rows } = await ask(page, 'investigations.list', { filter, sort, from: { at: 'start' }, size: 200 });
  return rows;
}

/** Selects the first rows of the list in view by its keys: to the page and back to the row. */
export async function selectFirst({ page, player }: Desk, count: number): Promise<void> {
  const grid = page.getByRole('grid');
  await expect(grid).toBeFocused();
  await expect(grid.getByRole('row').nth(1)).toBeVisible();
  if ((await grid.locator('[data-cursor]').getAttribute('aria-rowindex')) !== '2') await player.press('Home');
  await player.press(' ');
  const at = async () => Number(await grid.locator('[data-cursor]').getAttribute('aria-rowindex')) - 1;
  while ((await at()) < count) await player.press(count - (await at()) > 7 ? 'Shift+PageDown' : 'Shift+ArrowDown');
  while ((await at()) > count) await player.press('Shift+ArrowUp');
}
