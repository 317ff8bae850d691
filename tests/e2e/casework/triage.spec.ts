import { expect, type Page } from '@playwright/test';
import { expectAccessible } from '../../support/axe.ts';
import { ask } from '../../support/ask.ts';
import { openCaseWorkspace } from '../../support/caseWorkspace.ts';
import { noChildIdentified } from '../../support/danger.ts';
import { launchVigie, longTest, test } from '../../support/launch.ts';
import { isWhole } from '../../support/whole.ts';

const today = '2027-01-05';

test.use({ day: today });
// The intake story decides on a referral and assigns it in each run.
test.skip(!isWhole, 'npm run test:all');

async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, path);
}

test('a referral is scored, decided on, assigned, kept open by what it owes and first acted on, by keyboard', async ({
  vigie,
  window,
  userData,
}) => {
  const { unitId } = await openCaseWorkspace(vigie, window, userData, 'en');
  await ask(window, 'users.create', {
    login: 'lee',
    displayName: 'A. Lee',
    roles: ['investigator'],
    unitIds: [unitId],
    passphrase: 'a passphrase for tests',
  });
  const late = await ask(window, 'referrals.log', {
    unitId,
    source: 'school',
    receivedOn: '2027-01-01',
    riskBand: 'very_high',
  });
  await ask(window, 'referrals.decideDanger', noChildIdentified(late.id));
  await goTo(window, '/inbox');
  const grid = window.getByRole('grid');
  await expect(grid.getByRole('row').filter({ hasText: late.number })).toContainText('3 days overdue');
  await expect(window.getByRole('navigation').getByRole('link', { name: 'Inbox' })).toContainText('of which 1 overdue');

  await window.keyboard.press('c');
  const number = window.getByLabel('External number', { exact: true });
  await number.fill('A-1');
  await window.keyboard.press('Control+Enter');
  await expect(number).toHaveValue('');
  await number.fill('A-2');
  await window.keyboard.press('Control+Enter');
  await expect(number).toHaveValue('');
  await window.keyboard.press('Escape');
  await goTo(window, '/inbox');
  await expect(window.getByText('1 overdue, 0 to be reassessed.')).toBeVisible();
  // An external number has no room at this width: the row is known by the unit's own.
  const list = { filter: {}, sort: { column: 'number', descending: true }, from: { at: 'start' }, size: 1 } as const;
  const last = (await ask(window, 'referrals.list', list)).rows[0]!;
  expect(last.externalNumber).toBe('A-2');
  const row = grid.getByRole('row').filter({ hasText: last.number });
  await expect(row).toContainText('Decision: 24 h left');
  await expectAccessible(window, 'the inbox');

  // What is to be decided comes before what is late.
  await expect(grid.getByRole('row').last()).toContainText(late.number);
  await grid.focus();
  await window.keyboard.press('End');
  await window.keyboard.press('ArrowUp');
  await expect(row).toHaveAttribute('data-cursor', /.*/);
  await window.keyboard.press('t');
  await expect(window.getByRole('dialog')).toContainText('first action within 4 hours');
  await window.getByRole('radio', { name: 'Imminent danger' }).press('Space');
  await expectAccessible(window, 'the score');
  await window.keyboard.press('Control+Enter');
  await expect(row).toContainText('4 h left');
  const dialog = window.getByRole('dialog');
  await expect(dialog).toBeHidden();

  await window.keyboard.press('d');
  await expect(dialog.getByRole('radio', { name: 'Yes' }).first()).toBeFocused();
  await window.keyboard.press('Control+Enter');
  await expect(dialog.getByText('Required').first()).toBeVisible();
  await dialog.getByRole('radio', { name: 'Yes' }).first().press('Space');
  await dialog.getByRole('radio', { name: 'Yes' }).last().press('Space');
  await dialog.getByLabel('Reason').fill('A first name and a school are named.');
  await expectAccessible(window, 'the decision about danger');
  await window.keyboard.press('Control+Enter');
  await expect(dialog.getByText('A child is in danger: report now, or record why not.')).toBeVisible();
  await dialog.getByRole('radio', { name: 'Not required' }).press('Space');
  await expect(dialog.getByRole('button', { name: 'Record reason' })).toBeVisible();
  await dialog.getByRole('radio', { name: 'Reported' }).press('Space');
  await dialog.getByLabel('Agency').fill('Northern child protection');
  await dialog.getByLabel('Person contacted').fill('B. Example');
  await expectAccessible(window, 'the word to child protection');
  await window.keyboard.press('Control+Enter');
  await expect(grid.getByRole('row').nth(1)).toContainText(last.number);

  await expect(dialog.getByRole('radio', { name: /^J\. Roy/ })).toBeFocused();
  await expect(dialog.getByRole('radio').first()).toHaveAccessibleName(/^A\. Lee/);
  await expectAccessible(window, 'the assignment');
  await window.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  // The officer's name has no room at this width.
  await expect(row).toContainText('Assigned');
  const { assignedTo } = (await ask(window, 'referrals.list', list)).rows[0]!;
  const { users } = await ask(window, 'users.list', {});
  expect(users.find(({ id }) => id === assignedTo)?.displayName).toBe('J. Roy');

  await window.keyboard.press('x');
  await expect(dialog).toContainText('1 item is missing');
  await expectAccessible(window, 'what a referral owes');
  await window.keyboard.press('1');
  await dialog.getByRole('radio', { name: 'No', exact: true }).last().press('Space');
  await expect(dialog.getByText('How the danger ended')).toBeVisible();
  await window.keyboard.press('Control+Enter');
  await expect(dialog.getByText('Say how the danger ended')).toBeVisible();
  await expect(dialog.getByText('Required')).toHaveCount(2);
  await expectAccessible(window, 'the end of a danger');
  await window.keyboard.press('Escape');
  await window.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await window.keyboard.press('h');
  await expect(dialog.getByRole('radio', { name: 'Police records' })).toBeFocused();
  await window.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  // A child in danger has a next check until the danger is ended.
  await expect(row).toContainText('4 h left');
  await row.click();
  await grid.focus();
  await window.keyboard.press('Enter');
  const panel = window.getByRole('complementary');
  await expect(panel).toContainText('First action on 2027-01-05 12:0');
  await expect(panel).toContainText('Imminent danger, decided by J. Roy');
  await expect(panel).toContainText('Northern child protection');
  await expectAccessible(window, 'the triage of a referral');
  await window.keyboard.press('e');
  await dialog.getByLabel('Priority received').fill('1');
  await window.keyboard.press('Control+Enter');
  await expect(panel).toContainText('its facts were changed');
  await expect(dialog).toBeHidden();
  await expect(window.getByText(/1 to be reassessed/)).toBeVisible();

  await goTo(window, '/referrals');
  await window.getByRole('button', { name: 'Time limits…' }).press('Enter');
  await dialog.getByLabel('Amount').fill('5');
  await window.keyboard.press('Control+Enter');
  await expect(dialog.getByText('This is longer than the agreement allows').first()).toBeVisible();
  await dialog.getByLabel('Amount').fill('2');
  await expectAccessible(window, 'the time limits');
  await window.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await window.getByLabel('Due', { exact: true }).first().selectOption('breach');
  await expect(grid.getByRole('row')).toHaveCount(2);
  await expect(grid.getByRole('row').last()).toContainText(late.number);

  await ask(window, 'app.setPreferences', { locale: 'fr', theme: 'auto', density: 'compact' });
  await window.reload();
  await goTo(window, '/due');
  const due = grid.getByRole('row').filter({ hasText: late.number });
  await expect(due).toContainText('3 jours de retard');
  await expect(due).toContainText('Première mesure pour un signalement');
  await expectAccessible(window, 'les échéances');
  await grid.focus();
  await window.keyboard.press('Enter');
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText(late.number);
  await expect(panel).toContainText('Aucune première mesure.');
  await goTo(window, '/inbox');
  await expect(window.getByRole('heading', { level: 1, name: 'À traiter' })).toBeVisible();
  await expect(window.getByText('En retard : 1; à réévaluer : 1.')).toBeVisible();
  await expect(row).toBeVisible();
  await grid.focus();
  await window.keyboard.press('d');
  await expect(dialog).toContainText('L’enfant est-il encore en danger imminent?');
  await expectAccessible(window, 'la décision sur le danger');
  await window.keyboard.press('Escape');
  const inDanger = { referralId: late.id, identifiable: 'yes', imminent: true, reason: 'Prénom nommé.' } as const;
  await ask(window, 'referrals.decideDanger', { ...inDanger, decidedAt: Date.parse(`${today}T12:00`) });
  await goTo(window, `/referrals/${late.id}`);
  await window.reload();
  const danger = panel.getByRole('status').or(panel.getByRole('alert')).filter({ hasText: 'Enfant en danger' });
  await expect(danger).toContainText('À signaler sans délai à la protection de l’enfance');
  const notRequired = { required: false, reason: 'Déjà signalé par l’école.' } as const;
  await ask(window, 'referrals.notifyProtection', { referralId: late.id, notice: notRequired });
  await window.reload();
  await expect(danger).toContainText('Depuis le 2027-01-05');
  await expect(danger).not.toContainText('À signaler');
});

longTest(
  'what was typed about danger outlives the application, and a score can be taken back',
  async ({ vigie, window, userData }) => {
    const { unitId } = await openCaseWorkspace(vigie, window, userData, 'en');
    const { id, number } = await ask(window, 'referrals.log', { unitId, source: 'school', receivedOn: today });
    await goTo(window, `/referrals/${id}`);
    const row = window.getByRole('grid').getByRole('row').filter({ hasText: number });
    await expect(row).toContainText('Received');
    await window.keyboard.press('t');
    await expect(window.getByRole('radio', { name: /^Imminent/ })).toBeFocused();
    await window.getByRole('radio', { name: /^High/ }).press('Space');
    await window.keyboard.press('Control+Enter');
    await expect(row).toContainText('Triaged');
    await window.getByRole('button', { name: /^Undo/ }).click();
    await expect(row).toContainText('Received');
    await expect(window.getByText(/High, assessed by .* then undone/)).toBeVisible();

    await window.keyboard.press('n');
    await window.getByLabel('Agency').fill('Child protection agency');
    const kept = (form: 'danger_decision' | 'protection_notice') =>
      ask(window, 'drafts.get', { form, subject: id, unitId });
    await expect
      .poll(async () => (await kept('protection_notice')).draft?.values)
      .toMatchObject({ notice: { agency: 'Child protection agency' } });
    await window.keyboard.press('Escape');
    await expect(window.getByRole('dialog')).toBeHidden();
    await window.keyboard.press('d');
    await expect(window.getByRole('radio', { name: 'Yes' }).first()).toBeFocused();
    await window.getByRole('radio', { name: 'Unknown' }).press('Space');
    await window.getByLabel('Reason').fill('Typed and not saved');
    await expect
      .poll(async () => (await kept('danger_decision')).draft?.values)
      .toMatchObject({ identifiable: 'unknown', reason: 'Typed and not saved' });
    const ended = new Promise((resolve) => vigie.process().once('exit', resolve));
    vigie.process().kill('SIGKILL');
    await ended;

    const again = await launchVigie({ userData, day: today });
    try {
      const page = await again.firstWindow();
      const { workspaces } = await ask(page, 'workspaces.known', {});
      await ask(page, 'workspaces.open', { grant: workspaces[0]?.grant ?? '' });
      await ask(page, 'session.signIn', { login: 'roy', passphrase: 'a passphrase for tests' });
      await page.reload();
      await page.getByRole('link', { name: 'Referrals' }).waitFor();
      await goTo(page, `/referrals/${id}`);
      await expect(page.getByRole('grid').getByRole('row').filter({ hasText: number })).toBeVisible();
      await page.keyboard.press('d');
      await expect(page.getByText(/Restored from your draft/)).toBeVisible();
      await expect(page.getByLabel('Reason')).toHaveValue('Typed and not saved');
      await expect(page.getByRole('radio', { name: 'Unknown' })).toBeChecked();
      await expectAccessible(page, 'a decision taken up from a draft');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
      await page.keyboard.press('n');
      await expect(page.getByLabel('Agency')).toHaveValue('Child protection agency');
    } finally {
      await again.close();
    }
  },
);
