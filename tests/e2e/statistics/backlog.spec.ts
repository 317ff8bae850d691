import { expect, type Page } from '@playwright/test';
import { type Locale, staffingMeasure } from '../../../electron/contract/ground/codes.ts';
import { addMonths, type CivilDate, type Month } from '../../../electron/contract/ground/dates.ts';
import type { UnitId } from '../../../electron/contract/ground/ids.ts';
import { expectAccessible } from '../../support/axe.ts';
import { ask } from '../../support/ask.ts';
import { openCaseWorkspace } from '../../support/caseWorkspace.ts';
import { noChildIdentified } from '../../support/danger.ts';
import { languages } from '../../support/languages.ts';
import { test } from '../../support/launch.ts';
import { isWhole } from '../../support/whole.ts';

const words = {
  en: {
    headline: /^70 open items \(/,
    period: 'Period of movements',
    span: 'The 24 months shown',
    concluded: /^Concluded: \u221223$/,
    received: /^Received: \+69$/,
    list: '23 files.',
    unit: 'Open the months of U07',
    confirm: /^Confirm \w/,
    confirmComplete: /as complete$/,
    complete: 'Complete',
    missing: 'No estimate for U07',
    save: 'Save staffing',
    saved: 'Everything is saved',
    half: '2.5',
    running: 'Estimating',
    sentence: /^Actual 70\. Estimated without funded staff and overtime .+(fewer|more|No difference)\.$/,
    basisText: /Output of funded staff assumed: fewer than ten usable units and no reference\./,
    grade: 'Reliability: D',
    basis: 'Based on assumptions, not your data',
    table: 'Table',
    method: 'Method',
    how: 'How this works',
  },
  fr: {
    headline: /^70 éléments ouverts \(/,
    period: 'Période des mouvements',
    span: 'Les 24 mois affichés',
    concluded: /^Conclus: \u221223$/,
    received: /^Reçus: \+69$/,
    list: '23 dossiers.',
    unit: 'Ouvrir les mois de U07',
    confirm: /^Confirmer \p{L}/u,
    confirmComplete: /comme complet$/,
    complete: 'Complet',
    missing: 'Aucune estimation pour U07',
    save: 'Enregistrer les effectifs',
    saved: 'Tout est enregistré',
    half: '2,5',
    running: 'Estimation en cours',
    sentence:
      /^Réel\s: 70\. Estimé sans le personnel ni les heures supplémentaires financés\s: .+(moins|plus|Aucune différence)\.$/,
    basisText: /Rendement du personnel financé supposé\s: moins de dix unités utilisables et aucune référence\./,
    grade: 'Fiabilité : D',
    basis: 'Fondé sur des hypothèses et non sur vos données',
    table: 'Tableau',
    method: 'Méthode',
    how: 'Fonctionnement',
  },
} as const;

const now = '2026-11' as Month;

/** Forty months up to the last one: three referrals in each, one concluded, and every fourth month one not viable. */
async function logHistory(page: Page, unitId: UnitId): Promise<void> {
  for (let back = 40; back >= 1; back -= 1) {
    const month = addMonths(now, -back);
    const ids = [];
    for (const day of ['03', '09', '12']) {
      const receivedOn = `${month}-${day}` as CivilDate;
      const { id } = await ask(page, 'referrals.log', { unitId, source: 'ncecc', receivedOn });
      await ask(page, 'referrals.decideDanger', noChildIdentified(id));
      ids.push(id);
    }
    const on = `${month}-20` as CivilDate;
    await ask(page, 'referrals.move', { referralId: ids[0]!, version: 1, to: 'concluded', on });
    if (back % 4 === 0) await ask(page, 'referrals.move', { referralId: ids[1]!, version: 1, to: 'not_viable', on });
  }
}

async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, path);
}

const cell = (page: Page, row: number, column: number) =>
  page.locator(`[data-cell="${String(row)} ${String(column)}"]`);

async function paste(page: Page, row: number, column: number, text: string): Promise<void> {
  await cell(page, row, column).evaluate((input, given) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', given);
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

/** The board says what was seeded, and its figures open what they count. */
async function readBoard(page: Page, locale: Locale): Promise<void> {
  const text = words[locale];
  await goTo(page, '/backlog');
  await expect(page.getByTestId('headline')).toHaveText(text.headline);
  await page.getByLabel(text.period).first().click();
  await page.getByRole('option', { name: text.span }).click();
  await expect(page.getByRole('link', { name: text.received })).toBeVisible();
  await expectAccessible(page, 'the board');
  await page.getByRole('link', { name: text.concluded }).click();
  await expect(page.getByText(text.list)).toBeVisible();
  const rows = page.getByRole('table').locator('tbody').getByRole('row');
  await expect(rows).toHaveCount(23);
  await expect(rows.first().getByRole('link')).toHaveAttribute('href', /^#\/referrals\/[0-9a-f-]{36}$/);
  await expectAccessible(page, 'the files of a figure');
}

async function confirmMonth(page: Page, unitId: UnitId, locale: Locale): Promise<void> {
  const text = words[locale];
  await goTo(page, '/backlog');
  await page.getByRole('link', { name: text.unit }).click();
  await page.getByRole('button', { name: text.confirm }).first().click();
  await expectAccessible(page, 'the confirmation of a month');
  await page.getByRole('button', { name: text.confirmComplete }).click();
  await expect(page.getByRole('cell', { name: text.complete, exact: true })).toHaveCount(1);
  await expectAccessible(page, 'the months of a unit');
  const month = addMonths(now, -1);
  const { cells } = await ask(page, 'unitMonths.grid', { unitId, from: month, to: month, measures: ['arrests'] });
  expect(cells.map(({ value, status }) => ({ value, status }))).toEqual([{ value: 0, status: 'zero_confirmed' }]);
}

/** One month typed, the others pasted; the store then holds exactly that. */
async function enterStaffing(page: Page, unitId: UnitId, locale: Locale): Promise<void> {
  const text = words[locale];
  await goTo(page, '/staffing');
  await cell(page, 34, 0).focus();
  await page.keyboard.type('6');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type(text.half);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('..');
  await page.keyboard.press('Tab');
  await page.keyboard.type('0');
  await page.keyboard.press('Enter');
  await expect(cell(page, 35, 3)).toBeFocused();
  await page.keyboard.press('Control+s');
  await expect(page.getByText(text.saved)).toBeVisible();
  const last = addMonths(now, -1);
  const measures = [...staffingMeasure.options];
  const typed = await ask(page, 'unitMonths.grid', { unitId, from: last, to: last, measures });
  expect(
    measures.map((measure) => {
      const found = typed.cells.find((each) => each.measure === measure);
      return [found?.value, found?.status];
    }),
  ).toEqual([
    [6, 'complete'],
    [2.5, 'complete'],
    [null, 'not_available'],
    [0, 'zero_confirmed'],
  ]);

  const block = Array.from({ length: 34 }, (_, index) => `6\t${index < 14 ? '0' : text.half}`).join('\r\n');
  await paste(page, 0, 0, block);
  await expectAccessible(page, 'staffing with unsaved changes');
  await page.getByRole('button', { name: text.save }).click();
  await expect(page.getByText(text.saved)).toBeVisible();
  const first = addMonths(now, -35);
  const all = await ask(page, 'unitMonths.grid', { unitId, from: first, to: now, measures: ['fte_funded'] });
  expect(all.cells).toHaveLength(35);
  expect(all.cells.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(21 * 2.5);
}

async function readAnswer(page: Page, locale: Locale): Promise<void> {
  const text = words[locale];
  await page.evaluate(() => {
    const told = globalThis as { shares?: number[] };
    told.shares = [];
    globalThis.vigie.onEvent((event) => {
      if (event.type === 'progress' && event.total !== null) told.shares?.push(event.done / event.total);
    });
  });
  const running = page.getByRole('region', { name: text.running }).waitFor();
  await goTo(page, '/counterfactual');
  await running;
  await expect(page.getByTestId('sentence')).toHaveText(text.sentence);
  const shares = await page.evaluate(() => (globalThis as { shares?: number[] }).shares ?? []);
  expect(shares.length).toBeGreaterThan(1);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares.at(-1)).toBeLessThanOrEqual(1);
  await expect(page.getByText(text.basisText)).toBeVisible();
  await expect(page.getByText(text.grade)).toBeVisible();
  await expect(page.getByText(text.basis, { exact: true })).toBeVisible();
  await expectAccessible(page, 'the answer');

  await page.getByRole('button', { name: text.table }).first().click();
  // From the first month with staffing to the last: the month under way is not there.
  await expect(page.getByRole('table').first().locator('tbody').getByRole('row')).toHaveCount(40);
  await page.getByRole('tab', { name: text.method }).click();
  await page.getByRole('button', { name: text.how }).click();
  await expectAccessible(page, 'how it works');
}

// Its grade follows from how well the chains mix. The newcomer's story opens backlog and estimate in each run.
test.skip(!isWhole, 'npm run test:all');

for (const locale of languages) {
  test(`backlog, staffing and what it would have been without funding, ${locale}`, async ({
    vigie,
    window,
    userData,
  }) => {
    const { unitId } = await openCaseWorkspace(vigie, window, userData, locale);
    // The page does not hear of what is asked past it: it reads the figures when their screen opens.
    await goTo(window, '/about');
    await logHistory(window, unitId);
    await readBoard(window, locale);
    await confirmMonth(window, unitId, locale);

    await goTo(window, '/counterfactual');
    await expect(window.getByTestId('refusal')).toContainText(words[locale].missing);
    await expectAccessible(window, 'the refusal');
    await enterStaffing(window, unitId, locale);
    await readAnswer(window, locale);
  });
}
