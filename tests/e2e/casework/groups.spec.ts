import { expect, type Page } from '@playwright/test';
import type { Locale } from '../../../electron/contract/ground/codes.ts';
import type { ReferralId, UnitId, UserId } from '../../../electron/contract/ground/ids.ts';
import { ask } from '../../support/ask.ts';
import { expectAccessible } from '../../support/axe.ts';
import { addColleague, openCaseWorkspace } from '../../support/caseWorkspace.ts';
import { languages } from '../../support/languages.ts';
import { test } from '../../support/launch.ts';
import { identifierInput } from '../../support/persons.ts';
import { shoot } from '../../support/shots.ts';

interface Words {
  readonly known: RegExp;
  readonly openOne: string;
  readonly bundle: string;
  readonly lead: string;
  readonly link: string;
  readonly identifiers: string;
  readonly done: (count: number) => string;
  readonly setLead: string;
  readonly reassign: RegExp;
  readonly title: string;
}

const texts: Readonly<Record<Locale, Words>> = {
  en: {
    known: /^Already known/,
    openOne: 'Open one investigation from these 3',
    bundle: 'Bundle these 3',
    lead: 'Lead: J. Roy',
    link: 'Link to it',
    identifiers: 'Identifiers',
    done: (count) => `Done for ${String(count)} items.`,
    setLead: 'Set lead of 4 investigations',
    reassign: /^Reassign 30 items/,
    title: 'Title',
  },
  fr: {
    known: /^Déjà connu/,
    openOne: 'Ouvrir une seule enquête à partir de ces 3 signalements',
    bundle: 'Regrouper ces 3 signalements',
    lead: 'Responsable : J. Roy',
    link: 'L’y lier',
    identifiers: 'Identifiants',
    done: (count) => `Fait pour ${String(count)} éléments.`,
    setLead: 'Nommer le responsable de 4 enquêtes',
    reassign: /^Réattribuer 30 éléments/,
    title: 'Titre',
  },
};

/** Presses keys, and says how many it was. */
function keysOf(page: Page) {
  let count = 0;
  return {
    press: async (...keys: readonly string[]) => {
      for (const key of keys) await page.keyboard.press(key);
      count += keys.length;
    },
    pressed: () => count,
  };
}

const goTo = (page: Page, place: string) =>
  page.evaluate((hash) => {
    location.hash = hash;
  }, place);

async function logTip(page: Page, unitId: UnitId): Promise<ReferralId> {
  const { id } = await ask(page, 'referrals.log', { unitId, source: 'cybertip', receivedOn: '2026-11-20' });
  await ask(page, 'identifiers.add', identifierInput({ kind: 'referral', id }, 'handle', 'north_star'));
  return id;
}

async function addNext(page: Page, unitId: UnitId): Promise<UserId> {
  const account = { login: 'next', displayName: 'M. Next', roles: ['investigator' as const], unitIds: [unitId] };
  await addColleague(page, { ...account, passphrase: 'a passphrase for tests' });
  const { users } = await ask(page, 'users.directory', {});
  return users.find(({ displayName }) => displayName === 'M. Next')!.id;
}

for (const locale of languages) {
  const words = texts[locale];

  test(`three referrals that are alike are one investigation in a few keys, which knows the next tip (${locale})`, async ({
    vigie,
    window,
    userData,
  }) => {
    const { unitId } = await openCaseWorkspace(vigie, window, userData, locale);
    for (let count = 0; count < 3; count += 1) await logTip(window, unitId);
    await window.reload();
    await goTo(window, '/inbox');
    const rows = window.getByRole('grid').getByRole('row');
    await expect(rows).toHaveCount(4);
    const keys = keysOf(window);
    await window.getByRole('grid').focus();
    await keys.press('Enter');
    const panel = window.getByRole('complementary');
    await expect(panel.getByText(words.known)).toBeVisible();
    await expect(panel.getByRole('button', { name: words.bundle })).toBeVisible();
    await shoot(vigie, window, `groups-alike-${locale}`);
    await expectAccessible(window, 'referrals that are alike');
    // Bundled by one act, and taken back by one.
    await window.keyboard.press('Shift+B');
    await expect(window.getByRole('dialog').getByRole('radio', { checked: true })).toHaveCount(1);
    await shoot(vigie, window, `groups-bundle-${locale}`);
    await window.keyboard.press('Control+Enter');
    await expect(window.getByText(words.done(2))).toBeVisible();
    await window.keyboard.press('Control+z');
    await expect(panel.getByRole('button', { name: words.openOne })).toBeVisible();

    await keys.press('Shift+O');
    await expect(window.getByRole('dialog')).toBeVisible();
    await keys.press('Control+Enter');
    expect(keys.pressed()).toBe(3);
    await expect(window).toHaveURL(/investigations\//);
    await expect(window.getByText(words.done(3))).toBeVisible();
    await expect(window.getByRole('heading', { level: 1 })).toContainText('E2026-00001');
    await window.keyboard.press('Control+z');
    await expect(window).toHaveURL(/inbox/);
    await expect(rows).toHaveCount(4);
    await window.getByRole('grid').focus();
    await window.keyboard.press('Enter');
    await expect(panel.getByRole('button', { name: words.openOne })).toBeVisible();
    await window.keyboard.press('Shift+O');
    await expect(window.getByRole('dialog')).toBeVisible();
    await window.keyboard.press('Control+Enter');
    await expect(window).toHaveURL(/investigations\//);
    const section = window.getByRole('region', { name: words.identifiers });
    await expect(section.getByText('north_star')).toBeVisible();
    for (const number of ['00001', '00002', '00003'])
      await expect(section.getByRole('link', { name: number })).toBeVisible();
    if (process.env['VIGIE_SHOTS'] !== undefined)
      await section.screenshot({ path: `${process.env['VIGIE_SHOTS']}/groups-identifiers-${locale}.png` });
    await shoot(vigie, window, `groups-investigation-${locale}`);
    await expectAccessible(window, 'an investigation with what its referrals hold');

    const tip = await logTip(window, unitId);
    await goTo(window, `/inbox/${tip}`);
    await expect(panel.getByText(words.lead)).toBeVisible();
    await expect(panel.getByRole('button', { name: words.link }).or(panel.getByText(words.link)).first()).toBeVisible();
    await shoot(vigie, window, `groups-known-${locale}`);
    await window.keyboard.press('l');
    await expect(panel.getByText(words.known)).toBeHidden();
    const { investigations } = await ask(window, 'referrals.get', { referralId: tip });
    expect(investigations).toHaveLength(1);
  });

  test(`four investigations are given another lead, and thirty are handed over, in a few keys (${locale})`, async ({
    vigie,
    window,
    userData,
  }) => {
    const { unitId } = await openCaseWorkspace(vigie, window, userData, locale);
    const next = await addNext(window, unitId);
    const { session } = await ask(window, 'session.current', {});
    const lead = session!.user.id;
    for (let count = 0; count < 40; count += 1)
      await ask(window, 'investigations.open', {
        ...{ unitId, openedOn: '2026-11-10', referralIds: [], lead },
        title: `Example ${String(count)}`,
      });
    const ledBy = async (userId: UserId) =>
      (
        await ask(window, 'investigations.list', {
          filter: { lead: userId },
          sort: { column: 'number', descending: false },
          from: { at: 'start' },
          size: 100,
        })
      ).rows.length;
    await window.reload();
    await goTo(window, '/investigations');
    const grid = window.getByRole('grid');
    await expect(grid.getByText('Example').first()).toBeVisible();
    await grid.focus();
    const keys = keysOf(window);
    await keys.press(' ', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown');
    await shoot(vigie, window, `groups-selected-${locale}`);
    await keys.press('a');
    const dialog = window.getByRole('dialog', { name: words.setLead });
    await expect(dialog).toBeVisible();
    await expect(dialog.getByRole('radio', { checked: true })).toBeFocused();
    await shoot(vigie, window, `groups-lead-${locale}`);
    await keys.press('ArrowDown', 'Control+Enter');
    await expect(window.getByText(words.done(4))).toBeVisible();
    expect([await ledBy(next), keys.pressed()]).toEqual([4, 7]);
    await window.keyboard.press('Control+z');
    await expect.poll(() => ledBy(next)).toBe(0);

    await goTo(window, '/handover');
    await expect(grid.getByText('Example').first()).toBeVisible();
    await expect(grid.getByRole('columnheader', { name: words.title })).toBeVisible();
    await expect(grid.getByRole('checkbox', { checked: true })).toHaveCount(0);
    await shoot(vigie, window, `groups-handover-${locale}`);
    await expectAccessible(window, 'a handover');
    // From the first to the thirtieth by two clicks, or to the end by keys and back.
    await grid.getByRole('checkbox').nth(1).click();
    await grid.focus();
    for (let count = 0; count < 30; count += 1) await window.keyboard.press('Shift+ArrowDown');
    await window.keyboard.press('Shift+ArrowUp');
    await shoot(vigie, window, `groups-handing-${locale}`);
    await window.keyboard.press('a');
    const reassign = window.getByRole('dialog', { name: words.reassign });
    await expect(reassign).toBeVisible();
    await reassign.getByRole('combobox').selectOption({ label: 'M. Next' });
    await window.keyboard.press('Control+Enter');
    await expect(window.getByText(words.done(30))).toBeVisible();
    expect(await ledBy(next)).toBe(30);
    await window.keyboard.press('Control+z');
    await expect.poll(() => ledBy(next)).toBe(0);
  });
}
