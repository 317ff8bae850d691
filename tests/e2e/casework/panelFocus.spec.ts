import { expect, type Page } from '@playwright/test';
import type { CivilDate } from '../../../electron/contract/ground/dates.ts';
import { ask } from '../../support/ask.ts';
import { openCaseWorkspace } from '../../support/caseWorkspace.ts';
import { test } from '../../support/launch.ts';

test('a panel that opens by a link has the letters, also where another window is in front', async ({
  vigie,
  window,
  userData,
}) => {
  const { unitId } = await openCaseWorkspace(vigie, window, userData, 'en');
  const log = async (receivedOn: CivilDate, acceptDuplicate: boolean) =>
    (
      await ask(window, 'referrals.log', {
        ...{ unitId, source: 'cybertip', receivedOn, externalNumber: 'R-1' },
        ...(acceptDuplicate && { acceptDuplicate }),
      })
    ).id;
  const first = await log('2026-01-06' as CivilDate, false);
  await log('2026-01-05' as CivilDate, true);
  await window.evaluate((id) => {
    location.hash = `/inbox/${id}`;
  }, first);
  const panel = window.getByRole('complementary');
  const link = panel.getByRole('link', { name: /-00002$/ }).first();
  await link.waitFor();

  // As in a window that is not in front: the focus moves without an event.
  await window.evaluate(() => {
    for (const name of ['focus', 'focusin', 'focusout', 'blur'])
      globalThis.addEventListener(
        name,
        (event) => {
          event.stopImmediatePropagation();
        },
        true,
      );
  });
  await link.dispatchEvent('click');
  await expect(panel.getByRole('heading', { level: 2, name: /-00002$/ })).toBeVisible();
  expect(await panel.getByRole('heading', { level: 2 }).evaluate((node) => node === document.activeElement)).toBe(true);
  // The cursor of the list is on its first row, the latest received, which is the other referral.
  await window.keyboard.press('a');
  await expect(window.getByRole('dialog', { name: /-00002$/ })).toBeVisible();
});

const letters = { e: /^Edit /, d: /^Imminent danger/, a: /^Assign / } as const;

/** Each letter opens its dialog about the referral that the panel shows. */
async function expectLettersActOn(page: Page, number: string): Promise<void> {
  await expect(page.getByRole('complementary').getByRole('heading', { level: 2 })).toHaveText(number);
  for (const [letter, title] of Object.entries(letters)) {
    await page.keyboard.press(letter);
    const dialog = page.getByRole('dialog', { name: title });
    await expect(dialog).toBeVisible();
    await expect(page.getByRole('dialog', { name: number })).toBeVisible();
    if (letter !== 'e') await expect(dialog.getByRole('button', { name: number })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }
}

test('a letter acts on the referral of the panel, however it was opened', async ({ vigie, window, userData }) => {
  const { unitId } = await openCaseWorkspace(vigie, window, userData, 'en');
  const logged = [];
  for (let day = 5; day < 10; day += 1)
    logged.push(
      await ask(window, 'referrals.log', { unitId, source: 'cybertip', receivedOn: `2026-01-0${day}` as CivilDate }),
    );
  // What is due first is the first row.
  const numbers = logged.map(({ number }) => number).toReversed();
  const goTo = (place: string) =>
    window.evaluate((hash) => {
      location.hash = hash;
    }, place);
  const heading = window.getByRole('complementary').getByRole('heading', { level: 2 });
  const grid = window.getByRole('grid');

  // By a row's key, and by the keys that move on from it, in list and panel.
  await goTo('/referrals');
  await expect(grid.getByRole('row').nth(1)).toContainText(numbers[4]!);
  await grid.focus();
  await window.keyboard.press('Enter');
  await expectLettersActOn(window, numbers[4]!);
  await window.keyboard.press('j');
  await expectLettersActOn(window, numbers[3]!);
  await grid.focus();
  await window.keyboard.press('ArrowDown');
  await expectLettersActOn(window, numbers[2]!);
  await expect(grid).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(heading).toBeFocused();

  // By the mouse.
  await grid.getByRole('row').filter({ hasText: numbers[1]! }).click();
  await expectLettersActOn(window, numbers[1]!);

  // Back, in the history: what the cursor only passed is one step.
  await window.evaluate(() => {
    history.back();
  });
  await expectLettersActOn(window, numbers[2]!);

  // With rows selected the letters still act on what is shown; the foot acts on the selection.
  await grid.focus();
  await window.keyboard.press(' ');
  await expectLettersActOn(window, numbers[2]!);

  // By the palette, from screens with and without the list.
  for (const place of ['/inbox', '/referrals', '/backlog', '/investigations']) {
    await goTo(place);
    await window.getByRole('heading', { level: 1 }).waitFor();
    for (const number of [numbers[0]!, numbers[3]!]) {
      await window.keyboard.press('Control+k');
      await expect(window.getByRole('dialog').getByRole('textbox')).toBeFocused();
      await window.keyboard.type(number);
      await expect(window.getByRole('dialog').getByText(number).first()).toBeVisible();
      await window.keyboard.press('Enter');
      await expectLettersActOn(window, number);
    }
  }

  // By an address, before its list is read.
  await goTo('/');
  await goTo(`/inbox/${logged[4]!.id}`);
  await expectLettersActOn(window, numbers[0]!);
  await window.keyboard.press('k');
  await expectLettersActOn(window, numbers[1]!);

  // One that the list has only later: the cursor goes to it then.
  await goTo('/referrals');
  await expect(grid.getByRole('row')).toHaveCount(6);
  const late = await ask(window, 'referrals.log', {
    ...{ unitId, source: 'cybertip', receivedOn: '2026-01-07', priorityReceived: 'E' },
  });
  await goTo(`/referrals/${late.id}`);
  await expect(heading).toHaveText(late.number);
  await window.keyboard.press('t');
  await window.getByRole('radio', { name: /^High/ }).press('Space');
  await window.keyboard.press('Control+Enter');
  await expect(grid.getByRole('row')).toHaveCount(7);
  await expect(grid.locator('[data-cursor]')).toContainText(late.number);
});
