import { expect } from '@playwright/test';
import type { CivilDate } from '../../../electron/contract/ground/dates.ts';
import { ask } from '../../support/ask.ts';
import { passphrase } from '../../support/keptWorkspace.ts';
import { addOfficer, logTip, openFile, show, task, type Desk, type Task } from './desk.ts';
import { openPage, pressIn, section } from './investigationPage.ts';

async function withArrests(desk: Desk, ...days: readonly string[]) {
  const file = await openFile(desk);
  for (const arrestedOn of days)
    await ask(desk.page, 'arrests.record', {
      investigationId: file.id,
      arrestedOn: arrestedOn,
      youth: false,
    });
  await openPage(desk, file);
  return file.id;
}

const arrestOf = (desk: Desk, on: string) =>
  section(desk, 'arrests').getByRole('row').filter({ hasText: on }).getByRole('button');

const daysOf = async ({ page }: Desk, investigationId: Awaited<ReturnType<typeof withArrests>>) =>
  (await ask(page, 'investigations.get', { investigationId })).arrests.map(({ arrestedOn }) => arrestedOn as string);

/** The usual reason is the first below the field. */
async function usualReason({ player, t }: Desk): Promise<void> {
  await player.tabTo(player.field(t('codes:field.correctionReason')));
  await player.press('Tab', 'Enter');
}

const actOf = (desk: Desk, step: 'restore' | 'review') =>
  section(desk, 'corrections')
    .getByRole('button')
    .filter({ hasText: desk.t(`corrections:${step}.act`) })
    .first();

async function correctArrest(desk: Desk): Promise<void> {
  const { player, t } = desk;
  const id = await withArrests(desk, '2026-11-13');
  await pressIn(desk, 'arrests', arrestOf(desk, '2026-11-13'));
  await player.opened();
  await player.write(t('investigations:arrests.on'), '20261112');
  await usualReason(desk);
  await player.send();
  expect(await daysOf(desk, id)).toEqual(['2026-11-12']);
  await expect(section(desk, 'corrections').locator('del')).toHaveText('2026-11-13');
}

async function strikeAndPutBack(desk: Desk): Promise<void> {
  const { page, player, t } = desk;
  const id = await withArrests(desk, '2026-11-11', '2026-11-12');
  await pressIn(desk, 'arrests', arrestOf(desk, '2026-11-12'));
  const dialog = await player.opened();
  await player.button(dialog.getByRole('button', { name: t('corrections:strike.button') }), 'Shift+Tab');
  await usualReason(desk);
  await player.send();
  expect(await daysOf(desk, id)).toEqual(['2026-11-11']);
  await pressIn(desk, 'corrections', actOf(desk, 'restore'));
  await player.opened();
  await usualReason(desk);
  await player.send();
  expect((await daysOf(desk, id)).toSorted()).toEqual(['2026-11-11', '2026-11-12']);
  await expect(page.getByRole('main')).toContainText('2026-11-12');
}

async function correctReceipt(desk: Desk): Promise<void> {
  const { page, player, t } = desk;
  const { id, number } = await logTip(desk);
  await show(desk, '/inbox');
  await player.goTo(number);
  await expect(page.getByRole('complementary')).toContainText(number);
  await player.press('e');
  await player.opened();
  await player.write(t('codes:field.receivedOn'), '-7');
  await usualReason(desk);
  await player.send();
  const { referral } = await ask(page, 'referrals.get', { referralId: id });
  expect(referral.receivedOn).toBe('2026-11-17');
}

/** A colleague finds it in the deadlines, opens the file and says that it was looked at. */
async function reviewAsSecond(desk: Desk): Promise<void> {
  const { page, player, t } = desk;
  await addOfficer(desk, 'second', 'S. Second', { roles: ['supervisor'] });
  const id = await withArrests(desk, '2026-11-13');
  const { arrests, investigation } = await ask(page, 'investigations.get', { investigationId: id });
  const { id: arrestId, version } = arrests[0]!;
  const wrong = { investigationId: id, arrestId, version, arrestedOn: '2026-11-12' as CivilDate, youth: false };
  await ask(page, 'arrests.change', { ...wrong, reason: 'Typing error' });
  await ask(page, 'session.signIn', { login: 'second', passphrase });
  await page.reload();
  await show(desk, '/due');
  const row = page
    .getByRole('grid')
    .getByRole('row')
    .filter({ hasText: t('codes:dueKind.review') })
    .filter({ hasText: investigation.number });
  await expect(row.first()).toBeVisible();
  await expect(page.getByRole('grid')).toBeFocused();
  while ((await row.first().getAttribute('data-cursor')) === null) await player.press('ArrowDown');
  await player.press('Enter');
  await expect(section(desk, 'corrections')).toBeVisible();
  await pressIn(desk, 'corrections', actOf(desk, 'review'));
  await player.opened();
  await player.send();
  const { corrections } = await ask(page, 'corrections.list', { file: { kind: 'investigation', id } });
  expect(corrections.map(({ reviewedBy }) => reviewedBy === null)).toEqual([false]);
}

export const correctionTasks: readonly Task[] = [
  task(23, 'investigator', 'Correct the day of an arrest', 'Corriger la date d’une arrestation', correctArrest),
  task(24, 'investigator', 'Strike an arrest, put it back', 'Radier une arrestation, la rétablir', strikeAndPutBack),
  task(25, 'investigator', 'Correct the day received', 'Corriger la date de réception', correctReceipt),
  task(26, 'supervisor', 'Review a correction as a second person', 'Vérifier la correction d’un autre', reviewAsSecond),
];
