import { expect, type Page } from '@playwright/test';
import type { UnitId, UserId } from '../../../electron/contract/ground/ids.ts';
import { ask } from '../../support/ask.ts';
import { addColleague, openCaseWorkspace } from '../../support/caseWorkspace.ts';
import { languages } from '../../support/languages.ts';
import { test } from '../../support/launch.ts';

const words = {
  en: { gone: 'A. Gone (no access)', add: /^Add…/, opens: 'Open investigation', prevents: '1 file prevents it' },
  fr: { gone: 'A. Gone (sans accès)', add: /^Ajouter…/, opens: 'Ouvrir l’enquête', prevents: '1 dossier l’empêche' },
} as const;

const goTo = (page: Page, place: string) =>
  page.evaluate((hash) => {
    location.hash = hash;
  }, place);

async function officerOf(page: Page, unitId: UnitId): Promise<UserId> {
  const account = { login: 'gone', displayName: 'A. Gone', roles: ['investigator' as const], unitIds: [unitId] };
  await addColleague(page, { ...account, passphrase: 'a passphrase for tests' });
  const { users } = await ask(page, 'users.directory', {});
  return users.find(({ displayName }) => displayName === 'A. Gone')!.id;
}

async function suspend(page: Page, userId: UserId): Promise<void> {
  const { users } = await ask(page, 'users.list', {});
  const { version } = users.find(({ id }) => id === userId)!;
  await ask(page, 'users.suspend', { userId, version, suspended: true });
}

for (const locale of languages) {
  test(`who has no access since is shown where they are set, and is offered nothing (${locale})`, async ({
    vigie,
    window,
    userData,
  }) => {
    const { unitId } = await openCaseWorkspace(vigie, window, userData, locale);
    const gone = await officerOf(window, unitId);
    const opened = { unitId, openedOn: '2026-11-10', referralIds: [], lead: gone };
    await ask(window, 'investigations.open', opened);
    const { id } = await ask(window, 'referrals.log', { unitId, source: 'cybertip', receivedOn: '2026-11-20' });
    await ask(window, 'referrals.assign', { referralIds: [id], userId: gone, on: '2026-11-21' });
    await suspend(window, gone);
    await window.reload();
    const dialog = window.getByRole('dialog');
    const grid = window.getByRole('grid');

    await goTo(window, '/investigations');
    await expect(grid.getByText('A. Gone').first()).toBeVisible();
    await grid.focus();
    await window.keyboard.press('a');
    await expect(dialog.getByRole('radio', { checked: true })).toHaveAccessibleName(words[locale].gone);
    await expect(dialog.getByRole('radio', { checked: true })).toBeFocused();
    await window.keyboard.press('Escape');

    await goTo(window, '/referrals');
    await expect(grid.getByText('A. Gone').first()).toBeVisible();
    await grid.focus();
    await window.keyboard.press('a');
    await expect(dialog.getByRole('radio', { checked: true })).toHaveAccessibleName(words[locale].gone);
    await window.keyboard.press('Escape');

    // What is opened from their referral is led by who opens it.
    await window.keyboard.press('o');
    await expect(dialog.getByRole('combobox').first().locator('option:checked')).toHaveText('J. Roy');
    await window.keyboard.press('Control+Enter');
    await expect(window).toHaveURL(/investigations\//);
    await expect(window.getByRole('button', { name: words[locale].add })).toBeVisible();

    // Where they have nothing of it, nobody is shown who left.
    await window.keyboard.press('a');
    await expect(dialog.getByRole('radio', { checked: true })).toHaveAccessibleName('J. Roy');
    await expect(dialog.getByText('A. Gone')).toHaveCount(0);
  });

  test(`a handover that is refused names the file that another unit has (${locale})`, async ({
    vigie,
    window,
    userData,
  }) => {
    const { unitId } = await openCaseWorkspace(vigie, window, userData, locale);
    const next = await officerOf(window, unitId);
    const { id: toUnitId } = await ask(window, 'units.save', {
      ...{ code: 'U08', name: { en: 'Unit 8', fr: 'Unité 8' }, service: 'Northern service', active: true },
    });
    const { users } = await ask(window, 'users.list', {});
    const roy = users.find(({ login }) => login === 'roy')!;
    await ask(window, 'users.grant', {
      ...{ userId: roy.id, version: roy.version, roles: roy.roles, unitIds: [unitId, toUnitId] },
    });
    const opened = { unitId, openedOn: '2026-11-10', referralIds: [], lead: roy.id };
    const { id: investigationId } = await ask(window, 'investigations.open', opened);
    await ask(window, 'investigations.open', opened);
    await window.reload();
    await goTo(window, '/investigations');
    const grid = window.getByRole('grid');
    await expect(grid.getByRole('row')).toHaveCount(3);
    await grid.focus();
    await window.keyboard.press(' ');
    await window.keyboard.press('Shift+ArrowDown');
    await window.keyboard.press('h');
    const dialog = window.getByRole('dialog');
    await dialog.getByRole('combobox').selectOption(next);
    const none = { referralId: null, toService: null, message: null };
    const { id: transferId } = await ask(window, 'transfers.propose', {
      ...{ ...none, investigationId, toUnitId, on: '2026-11-23' },
    });
    await ask(window, 'transfers.accept', { transferId, version: 1, on: '2026-11-24' });
    await window.keyboard.press('Control+Enter');
    const refused = dialog.getByRole('list', { name: words[locale].prevents });
    await expect(refused).toContainText('E2026-00001');
    await expect(refused.getByRole('listitem')).toHaveCount(1);
  });
}
