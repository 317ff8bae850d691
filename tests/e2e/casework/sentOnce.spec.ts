import { expect, type Page } from '@playwright/test';
import { ask } from '../../support/ask.ts';
import { openCaseWorkspace } from '../../support/caseWorkspace.ts';
import { test } from '../../support/launch.ts';

/** As a keyboard does it: held, the key repeats; pressed again, it comes again. */
async function insist(page: Page): Promise<void> {
  await page.keyboard.down('Control');
  for (let repeated = 0; repeated < 8; repeated += 1) await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.up('Control');
}

/** Each time at once: before a page has drawn what the first did, and while the store works. */
const sendAgain = (page: Page) =>
  page.getByRole('dialog').evaluate(async (dialog) => {
    for (let times = 0; times < 5; times += 1) {
      dialog.querySelector('form')?.requestSubmit();
      await Promise.resolve();
    }
  });

const goTo = (page: Page, place: string) =>
  page.evaluate((hash) => {
    location.hash = hash;
  }, place);

test('a form whose keys are held and pressed again is sent once', async ({ vigie, window, userData }) => {
  const { unitId } = await openCaseWorkspace(vigie, window, userData, 'en');
  const opened = { unitId, openedOn: '2026-11-20', referralIds: [], lead: null };
  const { id: investigationId } = await ask(window, 'investigations.open', opened);
  await goTo(window, `/investigations/${investigationId}`);
  await window.getByRole('button', { name: /^Add…/ }).waitFor();
  const dialog = window.getByRole('dialog');
  for (const [what, send] of [
    ['Call the provider', insist],
    ['Call the school', sendAgain],
  ] as const) {
    await window.keyboard.press('q');
    await window.keyboard.type('task');
    await window.keyboard.press('Enter');
    await dialog.getByLabel('Task', { exact: true }).fill(what);
    await send(window);
    await expect(dialog).toBeHidden();
  }
  const { tasks } = await ask(window, 'tasks.list', { investigationId });
  expect(tasks.map(({ what }) => what)).toEqual(['Call the provider', 'Call the school']);
});

test('a referral whose keys are held and pressed again is logged once', async ({ vigie, window, userData }) => {
  await openCaseWorkspace(vigie, window, userData, 'en');
  await goTo(window, '/referrals');
  await window.getByRole('heading', { name: 'Referrals', level: 1 }).waitFor();
  await window
    .getByRole('button', { name: /Log referral/ })
    .first()
    .click();
  const form = window.getByRole('form', { name: 'New referral' });
  await form.getByLabel('Received on', { exact: true }).fill('2026-11-20');
  await insist(window);
  await expect(form.getByRole('status').first()).toHaveText(/^Logged: 2026-00001/);
  await window.keyboard.press('Shift+Tab');
  const { rows } = await ask(window, 'referrals.list', {
    filter: {},
    sort: { column: 'receivedOn', descending: false },
    from: { at: 'start' },
    size: 50,
  });
  expect(rows).toHaveLength(1);
});
