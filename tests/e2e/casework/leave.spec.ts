import { expect, type Page } from '@playwright/test';
import type { Locale } from '../../../electron/contract/ground/codes.ts';
import type { UnitId, UserId } from '../../../electron/contract/ground/ids.ts';
import { ask } from '../../support/ask.ts';
import { expectAccessible } from '../../support/axe.ts';
import { addColleague, openCaseWorkspace } from '../../support/caseWorkspace.ts';
import { languages } from '../../support/languages.ts';
import { test } from '../../support/launch.ts';

interface Words {
  readonly handover: string;
  readonly title: string;
  readonly record: string;
  readonly choice: string;
  readonly covered: string;
  readonly mine: string;
  readonly remove: string;
  readonly uncovered: string;
  readonly onDay: string;
}

const texts: Readonly<Record<Locale, Words>> = {
  en: {
    handover: 'Handover of A. Tremblay',
    title: 'Leave of A. Tremblay',
    record: 'Record leave',
    choice: 'A. Tremblay, on leave until 2026-12-11, cover: J. Roy',
    covered: 'For A. Tremblay (on leave)',
    mine: 'Mine 1',
    remove: 'Remove leave',
    uncovered: 'A. Tremblay, on leave until 2026-12-11, no cover present',
    onDay: 'A. Tremblay (on leave, no cover)',
  },
  fr: {
    handover: 'Transition : A. Tremblay',
    title: 'Congé : A. Tremblay',
    record: 'Inscrire le congé',
    choice: 'A. Tremblay, en congé jusqu’au 2026-12-11, remplacement : J. Roy',
    covered: 'Pour A. Tremblay (en congé)',
    mine: 'Les miens 1',
    remove: 'Supprimer le congé',
    uncovered: 'A. Tremblay, en congé jusqu’au 2026-12-11, aucun remplacement',
    onDay: 'A. Tremblay (en congé, aucun remplacement)',
  },
};

const goTo = (page: Page, place: string) =>
  page.evaluate((hash) => {
    location.hash = hash;
  }, place);

/** An officer with a referral and a task that is due. */
async function addOfficer(page: Page, unitId: UnitId): Promise<UserId> {
  const account = { login: 'away', displayName: 'A. Tremblay', roles: ['investigator' as const], unitIds: [unitId] };
  await addColleague(page, { ...account, passphrase: 'a passphrase for tests' });
  const { users } = await ask(page, 'users.directory', {});
  const found = users.find((each) => each.displayName === 'A. Tremblay')?.id;
  if (found === undefined) throw new Error('There is no colleague.');
  const { id } = await ask(page, 'referrals.log', { unitId, source: 'cybertip', receivedOn: '2026-11-23' });
  await ask(page, 'referrals.assign', { referralIds: [id], userId: found, on: '2026-11-23' });
  const file = { unitId, openedOn: '2026-11-20', referralIds: [], lead: found };
  const { id: investigationId } = await ask(page, 'investigations.open', file);
  await ask(page, 'tasks.add', { investigationId, what: 'Call', dueOn: '2026-11-25', owner: null });
  return found;
}

for (const locale of languages)
  test(`a supervisor records a leave by keyboard, and covers it (${locale})`, async ({ vigie, userData }) => {
    const page = await vigie.firstWindow();
    const { unitId } = await openCaseWorkspace(vigie, page, userData, locale);
    const words = texts[locale];
    await addOfficer(page, unitId);
    await page.reload();
    await goTo(page, '/handover');
    await page.locator('header').first().waitFor();
    const picker = page.locator('select').first();
    await picker.focus();
    await page.keyboard.type('A. T');
    await page.getByRole('heading', { level: 1, name: /A\. Tremblay/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('body').press('l');
    const dialog = page.getByRole('dialog', { name: words.title });
    await dialog.waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('2026-12-11');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('J. R');
    await expectAccessible(page, 'a leave');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { level: 1, name: words.handover, exact: true })).toBeVisible();
    // Under the heading, which is a name alone; the parts do not say how much one officer holds.
    const away = page.getByRole('main').locator('[data-summary]', { hasText: words.choice });
    await expect(away).toBeVisible();
    expect(await page.getByRole('radiogroup').first().innerText()).not.toMatch(/\d/);
    await expect(dialog).toHaveCount(0);
    await expect(picker.locator('option:checked')).toHaveText(words.choice);

    await goTo(page, '/due');
    await expect(page.getByRole('gridcell', { name: words.covered })).toHaveCount(2);
    await goTo(page, '/inbox');
    await expect(page.getByText(words.mine, { exact: true })).toBeVisible();
    await expect(page.getByRole('gridcell', { name: words.covered })).toHaveCount(1);
    await goTo(page, '/week');
    await expect(page.getByRole('cell', { name: words.covered })).toHaveCount(2);

    await goTo(page, '/handover');
    await picker.focus();
    await page.keyboard.type('A. T');
    await page.getByRole('heading', { level: 1, name: words.handover }).waitFor();
    await page.locator('body').press('l');
    await dialog.getByRole('button', { name: words.remove }).press('Enter');
    await expect(away).toHaveCount(0);
    await expect(dialog).toHaveCount(0);
    await goTo(page, '/inbox');
    await expect(page.getByRole('gridcell', { name: words.covered })).toHaveCount(0);
  });

for (const locale of languages)
  test(`a cover who has no access is named nowhere as one who acts (${locale})`, async ({ vigie, userData }) => {
    const page = await vigie.firstWindow();
    const { unitId } = await openCaseWorkspace(vigie, page, userData, locale);
    const words = texts[locale];
    const userId = await addOfficer(page, unitId);
    const account = { login: 'cover', displayName: 'C. Cover', roles: ['investigator' as const], unitIds: [unitId] };
    await addColleague(page, { ...account, passphrase: 'a passphrase for tests' });
    const cover = (await ask(page, 'users.list', {})).users.find(({ login }) => login === 'cover')!;
    const days = { fromOn: '2026-11-24', untilOn: '2026-12-11' } as const;
    await ask(page, 'leave.record', { existing: null, unitId, userId, ...days, coverId: cover.id });
    await ask(page, 'users.suspend', { userId: cover.id, version: cover.version, suspended: true });
    await page.reload();
    await goTo(page, '/handover');
    await page.locator('header').first().waitFor();
    const picker = page.locator('select').first();
    await picker.focus();
    await page.keyboard.type('A. T');
    await page.getByRole('heading', { level: 1, name: /A\. Tremblay/ }).waitFor();
    await expect(picker.locator('option:checked')).toHaveText(words.uncovered);
    await expect(page.getByRole('main').locator('[data-summary]', { hasText: words.uncovered })).toBeVisible();
    await goTo(page, '/week');
    await expect(page.getByRole('cell', { name: words.onDay })).toHaveCount(2);
  });
