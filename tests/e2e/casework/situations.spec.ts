import { expect, type Page } from '@playwright/test';
import type { Locale } from '../../../electron/contract/ground/codes.ts';
import type { InvestigationId, UnitId, UserId } from '../../../electron/contract/ground/ids.ts';
import { ask } from '../../support/ask.ts';
import { addColleague, openCaseWorkspace } from '../../support/caseWorkspace.ts';
import { languages } from '../../support/languages.ts';
import { test } from '../../support/launch.ts';

const texts: Readonly<Record<Locale, Readonly<Record<'court' | 'save' | 'add', string>>>> = {
  en: { court: 'Court appearances', save: 'Save next step', add: 'Add…' },
  fr: { court: 'Audiences au tribunal', save: 'Enregistrer la prochaine étape', add: 'Ajouter…' },
};

const passphrase = 'a passphrase for tests';

async function goTo(page: Page, place: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, place);
}

async function colleague(page: Page, login: string, unitId: UnitId): Promise<UserId> {
  const displayName = `Officer ${login}`;
  await addColleague(page, { login, displayName, roles: ['investigator'], unitIds: [unitId], passphrase });
  const { users } = await ask(page, 'users.directory', {});
  return users.find((each) => each.displayName === displayName)!.id;
}

const openFile = async (page: Page, unitId: UnitId, lead: UserId): Promise<InvestigationId> =>
  (await ask(page, 'investigations.open', { unitId, openedOn: '2026-11-20', referralIds: [], lead })).id;

for (const locale of languages)
  test(`court is handed on, a step that was not saved is kept, and a file that left takes nothing (${locale})`, async ({
    vigie,
    userData,
  }) => {
    const page = await vigie.firstWindow();
    const words = texts[locale];
    const { unitId } = await openCaseWorkspace(vigie, page, userData, locale);
    const leaving = await colleague(page, 'leaving', unitId);
    const following = await colleague(page, 'following', unitId);
    const investigationId = await openFile(page, unitId, following);
    const court = { court: 'Room 4, Example courthouse', personId: null, attends: leaving } as const;
    await ask(page, 'hearings.add', { ...court, investigationId, kind: 'plea', on: '2026-11-26', time: '09:30' });
    await page.reload();

    await goTo(page, '/handover');
    await page.locator('select').first().selectOption(leaving);
    await page.getByRole('heading', { level: 1, name: /Officer leaving/ }).waitFor();
    await page.getByText(new RegExp(`^${words.court}`)).click();
    await page.getByRole('row', { name: /2026-11-26 09:30/ }).waitFor();
    await page.locator('body').press('j');
    await page.locator('body').press('a');
    const dialog = page.getByRole('dialog');
    await dialog.locator('select').selectOption(following);
    await page.keyboard.press('Control+Enter');
    await dialog.waitFor({ state: 'detached' });
    const handed = await ask(page, 'handover.get', { unitId, userId: following });
    expect(handed.hearings).toMatchObject([{ kind: 'plea', on: '2026-11-26' }]);

    await goTo(page, `/investigations/${investigationId}`);
    const add = page.getByRole('button', { name: new RegExp(words.add) });
    await add.waitFor();
    await page.locator('body').press('e');
    await page.keyboard.type('Serve the order');
    await page.keyboard.press('Escape');
    await goTo(page, '/referrals');
    await goTo(page, `/investigations/${investigationId}`);
    await add.waitFor();
    await page.locator('body').press('e');
    await expect(page.getByRole('textbox')).toHaveValue('Serve the order');
    await page.getByRole('button', { name: words.save }).click();
    await expect(page.getByText('Serve the order')).toBeVisible();

    const name = { en: 'Unit 8', fr: 'Unité 8' };
    const { id: toUnitId } = await ask(page, 'units.save', { code: 'U08', name, service: 'Other', active: true });
    await colleague(page, 'receiver', toUnitId);
    const sent = { referralId: null, investigationId, toUnitId, toService: null, on: '2026-11-23', message: null };
    const { id: transferId } = await ask(page, 'transfers.propose', sent);
    await ask(page, 'session.signIn', { login: 'receiver', passphrase });
    await ask(page, 'transfers.accept', { transferId, version: 1, on: '2026-11-24' });
    await ask(page, 'session.signIn', { login: 'following', passphrase });
    await page.reload();
    await goTo(page, `/investigations/${investigationId}`);
    await page.getByRole('heading', { level: 1, name: /E2026/ }).waitFor();
    for (const letter of ['q', 'e', 'h', 'n']) await page.locator('body').press(letter);
    await expect(add).toHaveCount(0);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByRole('textbox')).toHaveCount(0);
  });
