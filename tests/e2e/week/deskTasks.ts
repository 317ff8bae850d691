import { expect } from '@playwright/test';
import { ask } from '../../support/ask.ts';
import { addOfficer, addUnit, logTip, referralsOf, selectFirst, show, task, type Desk, type Task } from './desk.ts';

async function assignThirty(desk: Desk): Promise<void> {
  const { player } = desk;
  const next = await addOfficer(desk, 'next', 'M. Next');
  for (let count = 0; count < 40; count += 1) await logTip(desk);
  await show(desk, '/referrals');
  await selectFirst(desk, 30);
  await player.press('a');
  const dialog = await player.opened();
  await player.choose(dialog.getByRole('radiogroup'), /^M\. Next/);
  await player.send();
  await expect.poll(async () => (await referralsOf(desk, { assignedTo: next })).length).toBe(30);
}

/** Over two units only who serves both can be chosen; the others are named with the unit that they lack. */
async function assignOverUnits(desk: Desk): Promise<void> {
  const { page, player, t } = desk;
  const other = await addUnit(desk);
  await addOfficer(desk, 'west', 'W. West', { unitIds: [other] });
  const [first, second] = [
    await logTip(desk, { source: 'public' }),
    await logTip(desk, { unitId: other, source: 'public' }),
  ];
  await show(desk, '/referrals?source=public');
  await page.evaluate(() => {
    history.pushState(null, '', '?source=public#/referrals');
    dispatchEvent(new HashChangeEvent('hashchange'));
  });
  await expect(page.getByRole('grid').getByRole('row')).toHaveCount(3);
  await selectFirst(desk, 2);
  await player.press('a');
  const dialog = await player.opened();
  await expect(dialog).toContainText(t('lists:notOfUnits', { name: 'W. West', units: 'U07' }));
  await expect(dialog.getByRole('radio', { name: /^W\. West/ })).toHaveCount(0);
  await player.choose(dialog.getByRole('radiogroup'), /^J\. Roy/);
  await player.send();
  for (const { id } of [first, second])
    await expect
      .poll(async () => (await ask(page, 'referrals.get', { referralId: id })).referral.assignedTo)
      .not.toBeNull();
}

/** By letters from the middle of a handle, from a screen that has no list; the letter acts on what is then shown. */
async function findAndAct(desk: Desk): Promise<void> {
  const { page, player, t } = desk;
  const { id, number } = await logTip(desk, {}, 'quiet_marten_31');
  await show(desk, '/backlog');
  await player.goTo('marten', 'quiet_marten_31');
  await expect(page.getByRole('complementary').getByRole('heading', { level: 2 })).toContainText(number);
  await player.press('h');
  const dialog = await player.opened();
  await expect(dialog).toContainText(number);
  await player.send();
  const { triage } = await ask(page, 'referrals.get', { referralId: id });
  expect(triage.checks).toHaveLength(1);
  await expect(page.getByRole('complementary')).toContainText(t('codes:checkKind.records'));
}

export const deskTasks: readonly Task[] = [
  task(9, 'supervisor', 'Assign 30 of 40 referrals', 'Attribuer 30 signalements sur 40', assignThirty),
  task(10, 'supervisor', 'Assign over two units', 'Attribuer dans deux unités', assignOverUnits),
  task(11, 'investigator', 'Find part of a handle and act on it', 'Trouver un bout de pseudonyme et agir', findAndAct),
];
