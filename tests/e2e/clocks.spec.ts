import { expect, type Page } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { ask, openCaseWorkspace } from '../support/caseWorkspace.ts';
import { test } from '../support/launch.ts';

/** Two in the afternoon of a winter Tuesday: what the store and the page both take for today. */
const today = '2027-01-05';

test.use({ environment: { VIGIE_TODAY: today } });

async function fill(page: Page, label: string, value: string): Promise<void> {
  await page.getByRole('dialog').getByLabel(label, { exact: true }).fill(value);
}

test('a seizure and a demand have their deadlines, an override its reason, all by keyboard', async ({
  vigie,
  window,
  userData,
}) => {
  await window.clock.setFixedTime(`${today}T14:00:00`);
  const { unitId } = await openCaseWorkspace(vigie, window, userData, 'en');
  const { id } = await ask(window, 'investigations.open', {
    unitId,
    openedOn: '2026-11-20',
    referralIds: [],
    lead: null,
  });
  await window.evaluate((hash) => {
    location.hash = hash;
  }, `/investigations/${id}`);
  await expect(window.getByText('No deadline is running in this file.')).toBeVisible();

  await window.keyboard.press('l');
  await expect(window.getByLabel('What is recorded')).toBeFocused();
  await window.getByLabel('What is recorded').selectOption('seizure');
  await expectAccessible(window, 'the form of a seizure');
  await fill(window, 'Seized on', '2026-11-30');
  await fill(window, 'On whom', 'A. Example');
  await window.keyboard.press('Control+Enter');
  const section = window.getByRole('region', { name: 'Authorities and deadlines' });
  const detention = section.getByRole('listitem').filter({ hasText: 'Detention of things seized ends' }).last();
  await expect(detention).toContainText('2027-02-28');
  await expect(detention).toContainText('in 54 days');
  await expect(window.getByText('Next deadline: Detention of things seized ends, 2027-02-28')).toBeVisible();
  await detention.getByRole('button', { name: /^How it is computed/ }).press('Enter');
  await expect(detention).toContainText('same calendar number or on the last day of a month that has none');
  await expect(detention).toContainText('the date does not move, act by 2027-02-26');
  await expect(detention).toContainText('Rule CC-490(2), catalogue 1');
  await expectAccessible(window, 'a file with a seizure');

  const demand = async (data: string) => {
    await window.keyboard.press('l');
    await window.getByLabel('What is recorded').selectOption('preservation_demand');
    await fill(window, 'Made on', '2026-12-20');
    await window.getByRole('dialog').getByLabel('On whom').fill('Example Network');
    await window.getByRole('dialog').getByLabel('Data or things concerned').fill(data);
    await window.keyboard.press('Control+Enter');
  };
  await demand('Account north, December');
  // 21 days after 20 December: five days ahead, so its reminder of five days has come.
  await expect(window.getByText('Next deadline: Preservation demand expires, 2027-01-10')).toBeVisible();
  await demand('account NORTH december');
  await expect(window.getByRole('alert')).toContainText('was already made to this person');
  await window.keyboard.press('Escape');

  await detention.getByRole('button', { name: /^Override/ }).press('Enter');
  await window.getByLabel('Date that applies').fill('2027-03-31');
  await window.keyboard.press('Control+Enter');
  await expect(window.getByText('Required')).toBeVisible();
  await window.getByLabel('Reason').fill('Order of a justice, extended');
  await window.keyboard.press('Control+Enter');
  await expect(detention).toContainText('2027-03-31');
  await expect(detention).toContainText('The rule gives 2027-02-28. Decided by J. Roy');
  await expect(detention).toContainText('Order of a justice, extended');
  await expectAccessible(window, 'a decided date');
});
