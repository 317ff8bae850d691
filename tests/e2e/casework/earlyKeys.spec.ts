import { expect, type Page } from '@playwright/test';
import { ask } from '../../support/ask.ts';
import { openCaseWorkspace } from '../../support/caseWorkspace.ts';
import { holdAnswers } from '../../support/holdAnswers.ts';
import { test } from '../../support/launch.ts';

const openFile = async (page: Page, unitId: Parameters<typeof ask<'investigations.open'>>[2]['unitId']) => {
  const { id } = await ask(page, 'investigations.open', {
    ...{ unitId, openedOn: '2026-11-20', referralIds: [], lead: null },
  });
  await page.evaluate((file) => {
    location.hash = `/investigations/${file}`;
  }, id);
  await page.getByRole('button', { name: /^Add…/ }).waitFor();
  return id;
};

/** The letters are sent with no time between them. */
const typeAtOnce = (page: Page, letters: string) =>
  Promise.all(letters.split('').map((letter) => page.keyboard.press(letter)));

/** What is typed into each of several forms that are sent one after the other, without a look at the page. */
async function sendAtOnce(page: Page, typed: readonly string[]): Promise<void> {
  for (const [index, letters] of typed.entries()) {
    if (index > 0) await page.keyboard.press('Control+Enter');
    await typeAtOnce(page, letters);
  }
}

test('what is typed at once after the letter of a form is in its first field', async ({ vigie, window, userData }) => {
  const { unitId } = await openCaseWorkspace(vigie, window, userData, 'en');
  await openFile(window, unitId);
  const dialog = window.getByRole('dialog');
  for (const [letter, label] of [
    ['t', 'Task'],
    ['n', 'Note'],
    ['y', 'Title'],
  ] as const)
    for (let times = 0; times < 5; times += 1) {
      await typeAtOnce(window, `${letter}Z3`);
      const field = dialog.getByLabel(label, { exact: true });
      await expect(field).toHaveValue('Z3');
      // What was typed would be kept as a draft.
      await field.fill('');
      await window.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    }
  await typeAtOnce(window, 'eZ3');
  await expect(window.getByRole('textbox', { name: 'Next step' })).toHaveValue('Z3');
});

test('what is typed while a form that closes is being sent changes nothing else of the file', async ({
  vigie,
  window,
  userData,
}) => {
  const { unitId } = await openCaseWorkspace(vigie, window, userData, 'en');
  const investigationId = await openFile(window, unitId);
  await ask(window, 'handover.setNextStep', { investigationId, version: null, text: 'Serve the order' });
  // Until then the form is being sent, on a fast machine too.
  const answer = await holdAnswers(vigie, 'tasks.add');
  await sendAtOnce(window, ['tCall', 'ed']);
  await window.keyboard.press('Control+Enter');
  await answer();
  await expect(window.getByRole('dialog')).toBeHidden();
  await expect.poll(async () => (await ask(window, 'tasks.list', { investigationId })).tasks).toHaveLength(1);
  expect((await ask(window, 'handover.nextStep', { investigationId })).text).toBe('Serve the order');
});

test('what is typed while a referral is being logged is of the next one', async ({ vigie, window, userData }) => {
  await openCaseWorkspace(vigie, window, userData, 'en');
  await window.evaluate(() => {
    location.hash = '/referrals';
  });
  await window.getByRole('heading', { name: 'Referrals', level: 1 }).waitFor();
  await window.keyboard.press('c');
  const number = window.getByRole('form', { name: 'New referral' }).getByLabel('External number', { exact: true });
  await number.focus();
  await sendAtOnce(window, ['A1', 'B2']);
  await window.keyboard.press('Control+Enter');
  await Promise.all(['X', 'Backspace', 'C', '3'].map((key) => window.keyboard.press(key)));
  await expect(number).toHaveValue('C3');
  const { rows } = await ask(window, 'referrals.list', {
    ...{ filter: {}, sort: { column: 'receivedOn', descending: false }, from: { at: 'start' }, size: 50 },
  });
  expect(rows.map(({ externalNumber }) => externalNumber).toSorted()).toEqual(['A1', 'B2']);
});

test('Enter in the palette opens what is typed, also before it is found', async ({ vigie, window, userData }) => {
  const { unitId } = await openCaseWorkspace(vigie, window, userData, 'en');
  // More than the palette lists, latest first.
  for (let count = 0; count < 22; count += 1)
    await ask(window, 'referrals.log', { unitId, source: 'cybertip', receivedOn: '2026-11-20' });
  await window.evaluate(() => {
    location.hash = '/referrals';
  });
  await window.getByRole('heading', { name: 'Referrals', level: 1 }).waitFor();
  await window.keyboard.press('Control+k');
  const palette = window.getByRole('dialog');
  await expect(palette.getByRole('textbox')).toBeFocused();
  await window.keyboard.type('2026-000');
  await expect(palette.getByText('2026-00022').first()).toBeVisible();
  const answer = await holdAnswers(vigie, 'search.everywhere');
  await window.keyboard.type('01');
  await window.keyboard.press('Enter');
  await answer();
  await expect(window.getByRole('complementary').getByRole('heading', { level: 2 })).toHaveText('2026-00001');
  await window.keyboard.press('d');
  await expect(window.getByRole('dialog', { name: 'Imminent danger: 2026-00001' })).toBeVisible();
});
