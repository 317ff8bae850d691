import { expect, type Page } from '@playwright/test';
import { ask } from '../../support/ask.ts';
import { addColleague, openCaseWorkspace } from '../../support/caseWorkspace.ts';
import type { ReferralId, UnitId } from '../../../electron/contract/ground/ids.ts';
import { languages } from '../../support/languages.ts';
import { longTest } from '../../support/launch.ts';
import { shoot } from '../../support/shots.ts';

const texts = {
  en: {
    selected: (count: number) => `${String(count)} selected`,
    leaveOut: 'Leave this out',
    score: (count: number) => `Triage ${String(count)} referrals`,
    reassign: (count: number) => new RegExp(`^Reassign ${String(count)} item`),
    officer: 'Officer',
    to: 'To',
  },
  fr: {
    selected: (count: number) => `${String(count)} sélectionnés`,
    leaveOut: 'Laisser ce dossier de côté',
    score: (count: number) => `Trier ${String(count)} signalements`,
    reassign: (count: number) => new RegExp(`^Réattribuer ${String(count)} élément`),
    officer: 'Enquêteur',
    to: 'À',
  },
} as const;

const day = '2026-11-20';

const goTo = (page: Page, place: string) =>
  page.evaluate((hash) => {
    location.hash = hash;
  }, place);

/** From the first row of the list. */
async function selectRows(page: Page, count: number): Promise<void> {
  await expect(page.getByRole('grid').getByRole('row')).not.toHaveCount(1);
  await page.getByRole('grid').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  for (let row = 1; row < count; row += 1) await page.keyboard.press('Shift+ArrowDown');
}

const bandOf = async (page: Page, referralId: ReferralId) =>
  (await ask(page, 'referrals.get', { referralId })).referral.riskBand;

async function logReferrals(page: Page, unitId: UnitId): Promise<readonly ReferralId[]> {
  const ids: ReferralId[] = [];
  for (let count = 0; count < 3; count += 1)
    ids.push((await ask(page, 'referrals.log', { unitId, source: 'cybertip', receivedOn: day })).id);
  return ids;
}

for (const locale of languages)
  longTest(
    `what left the list is no longer selected, and can be left out of the form: ${locale}`,
    async ({ vigie, window, userData }) => {
      const { unitId } = await openCaseWorkspace(vigie, window, userData, locale);
      const say = texts[locale];
      const [gone, ...kept] = await logReferrals(window, unitId);
      await goTo(window, '/inbox');
      await selectRows(window, 3);
      await expect(window.getByText(say.selected(3))).toBeVisible();
      await window.keyboard.press('t');
      const dialog = window.getByRole('dialog');
      await expect(dialog.getByText(say.score(3))).toBeVisible();
      // By a colleague.
      const toOutside = { investigationId: null, toUnitId: null, toService: 'Elsewhere', message: null };
      const { id: transferId } = await ask(window, 'transfers.propose', { ...toOutside, referralId: gone!, on: day });
      await ask(window, 'transfers.accept', { transferId, version: 1, on: day });
      await dialog.getByRole('radio').nth(1).check();
      await window.keyboard.press('Control+Enter');
      await expect(dialog.getByRole('alert')).toBeVisible();
      await expect(window.getByText(say.selected(2))).toBeVisible();
      await shoot(vigie, window, `left-out-refused-${locale}`);
      await dialog.getByRole('button', { name: say.leaveOut }).click();
      await expect(dialog.getByText(say.score(2))).toBeVisible();
      await expect(dialog.getByRole('alert')).toHaveCount(0);
      await expect(dialog.getByRole('button').last()).toBeFocused();
      await shoot(vigie, window, `left-out-${locale}`);
      await window.keyboard.press('Enter');
      await expect(dialog).toBeHidden();
      for (const id of kept) expect(await bandOf(window, id)).toBe('very_high');
      expect(await bandOf(window, gone!)).toBeNull();
    },
  );

longTest('what another officer has meanwhile is left out of a handover', async ({ vigie, window, userData }) => {
  const { unitId } = await openCaseWorkspace(vigie, window, userData, 'en');
  const say = texts.en;
  for (const login of ['leaving', 'following'])
    await addColleague(window, {
      ...{ login, displayName: `Officer ${login}`, roles: ['investigator'], unitIds: [unitId] },
      passphrase: 'a passphrase for tests',
    });
  const { users } = await ask(window, 'users.directory', {});
  const [from, to] = ['leaving', 'following'].map(
    (login) => users.find(({ displayName }) => displayName === `Officer ${login}`)!.id,
  ) as [(typeof users)[0]['id'], (typeof users)[0]['id']];
  const opened = { unitId, openedOn: day, referralIds: [], lead: from };
  const ids = [];
  for (let count = 0; count < 3; count += 1) ids.push((await ask(window, 'investigations.open', opened)).id);
  await goTo(window, '/handover');
  await window.getByLabel(say.officer, { exact: true }).selectOption(from);
  await selectRows(window, 3);
  await window.keyboard.press('a');
  const dialog = window.getByRole('dialog');
  await expect(dialog.getByText(say.reassign(3))).toBeVisible();
  await dialog.getByRole('combobox').selectOption(to);
  const passed = { unitId, from, to, on: day, referralIds: [], taskIds: [], hearingIds: [] };
  await ask(window, 'handover.reassign', { ...passed, investigationIds: [ids[1]!] });
  await window.keyboard.press('Control+Enter');
  await expect(dialog.getByRole('alert')).toBeVisible();
  await expect(window.getByText(say.selected(2))).toBeVisible();
  await dialog.getByRole('button', { name: say.leaveOut }).click();
  await expect(dialog.getByText(say.reassign(2))).toBeVisible();
  await window.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  for (const investigationId of ids)
    expect((await ask(window, 'investigations.get', { investigationId })).investigation.lead).toBe(to);
});
