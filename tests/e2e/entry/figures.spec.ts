import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import type { Locale } from '../../../electron/contract/ground/codes.ts';
import { ask } from '../../support/ask.ts';
import { languages } from '../../support/languages.ts';
import { longTest, test } from '../../support/launch.ts';
import { enter, menuPaths } from './demonstration.ts';
import { expectFiguresToOpenTheirLists, goTo, numbersIn, pathsFrom, shapeOf } from './figureLists.ts';

const words = {
  en: { accept: 'Accept', table: 'Table', closing: /^Closing balance/, opening: /^Opening balance/ },
  fr: { accept: 'Accepter', table: 'Tableau', closing: /^Solde de clôture/, opening: /^Solde d’ouverture/ },
} as const;

/** The count beside a menu entry; 0 where there is none. */
async function badgeOf(page: Page, path: string): Promise<number> {
  const entry = page.locator(`nav a[href="#${path}"] .tabular`);
  return (await entry.count()) === 0 ? 0 : (numbersIn(await entry.first().innerText())[0] ?? Number.NaN);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const textsOf = (page: Page, selector: string) => page.locator(selector).allInnerTexts();

/** How many rows the list in view has. */
const listed = async (page: Page) =>
  Number(await page.getByRole('main').getByRole('grid').getAttribute('aria-rowcount')) - 1;

/** Each tab of the inbox holds what it says, and the badge is the first and the offers. */
async function readInbox(page: Page, locale: Locale): Promise<void> {
  await goTo(page, '/inbox');
  const tabs = page.getByRole('main').getByRole('radiogroup').first().locator('label');
  await expect(tabs).toHaveCount(4);
  const counts = (await tabs.allInnerTexts()).map((text) => numbersIn(text).at(-1) ?? Number.NaN);
  const [all = 0, mine = 0, unassigned = 0, offered = 0] = counts;
  expect.soft(await badgeOf(page, '/inbox'), 'badge of the inbox').toBe(all + offered);
  expect.soft(all, 'to do').toBe(mine + unassigned);
  for (const [index, count] of [all, mine, unassigned].entries()) {
    await tabs.nth(index).click();
    await expect.poll(() => listed(page), `tab ${String(index)}`).toBe(count);
  }
  await tabs.nth(3).click();
  await expect(page.getByRole('main').getByRole('button', { name: words[locale].accept })).toHaveCount(offered);
  await tabs.nth(0).click();
  await goTo(page, '/transfers');
  const pending = page.getByRole('main').locator('section').first().locator('li');
  await expect(pending).not.toHaveCount(0);
  expect.soft(await badgeOf(page, '/transfers'), 'badge of transfers').toBe(offered);
}

async function readDue(page: Page): Promise<void> {
  await goTo(page, '/due');
  const summary = page.getByRole('main').locator('a[href^="#/due?"]');
  await expect(summary).not.toHaveCount(0);
  const counts = (await summary.allInnerTexts()).map((text) => numbersIn(text)[0] ?? Number.NaN);
  expect.soft(await badgeOf(page, '/due'), 'badge of dates').toBe(sum(counts));
}

/** States of waiting, ages, movements and units all add up to the number that the board opens with. */
async function readBoard(page: Page): Promise<void> {
  await goTo(page, '/backlog');
  const [open = Number.NaN] = numbersIn(await page.getByTestId('headline').innerText());
  const states = page.locator('main li a[href^="#/investigations?waiting="], main li a[href^="#/backlog/waiting/"]');
  await expect(states).toHaveCount(6);
  const waiting = (await states.allInnerTexts()).map((text) => numbersIn(text)[0] ?? Number.NaN);
  const [court = Number.NaN] = numbersIn(
    await page.locator('main li a[href="#/investigations?waiting=crown_or_court"]').innerText(),
  );
  expect.soft(sum(waiting), 'states of waiting').toBe(open + court);
  const ages = page.locator('main li a[href^="#/backlog/ages/"]');
  await expect(ages).not.toHaveCount(0);
  expect.soft(sum((await ages.allInnerTexts()).map((text) => numbersIn(text)[0] ?? 0)), 'ages').toBe(open);
  await readMovements(page, open);
  const tiles = page.locator('main li a[href^="#/backlog/units/"]');
  const units = (await tiles.allInnerTexts()).map((text) => numbersIn(text.split(/\n/).slice(1).join(' ')).slice(-2));
  expect(units.length).toBeGreaterThan(1);
  expect.soft(sum(units.map(([now = 0]) => now)), 'units').toBe(open);
  const [description = ''] = await textsOf(page, 'main figure:has(a[href^="#/backlog/units/"]) figcaption p');
  expect.soft(numbersIn(description).at(-1), 'growth of the units').toBe(sum(units.map(([, growth = 0]) => growth)));
}

async function readMovements(page: Page, open: number | null): Promise<void> {
  const ledger = page.getByRole('main').locator('section[aria-labelledby="ledger-title"]');
  // Each figure is a name and, under it, a number.
  const figures = (await ledger.innerText())
    .split('\n')
    .filter((line) => /^[+\u2212]?[\d,\u00a0\u202f]+$/.test(line.trim()))
    .map((line) => numbersIn(line)[0] ?? Number.NaN);
  expect(figures).toHaveLength(12);
  expect.soft(sum(figures.slice(0, -1)), 'opening and movements').toBe(figures.at(-1));
  if (open !== null) expect.soft(figures.at(-1), 'closing balance').toBe(open);
}

/** The rows add up to what the line under the title says. */
async function readDevices(page: Page): Promise<void> {
  await goTo(page, '/devices');
  const queue = await ask(page, 'devices.queue', { filter: {} });
  const [devices, entries] = numbersIn(
    await page.getByRole('main').locator('header p, header div').first().innerText(),
  );
  expect.soft(devices, 'devices').toBe(sum(queue.rows.map(({ count }) => count)));
  expect.soft(entries, 'entries').toBe(queue.rows.length);
}

/** Counts of operations, of partners and of missed deadlines are links wherever they are not zero. */
async function readCounts(page: Page): Promise<void> {
  await goTo(page, '/operations');
  const counts = page.getByRole('main').locator('dd, td[data-align="end"]');
  await expect(counts).not.toHaveCount(0);
  const written = await counts.allInnerTexts();
  const links = page.getByRole('main').locator('a[href^="#/operations/"]');
  expect.soft(await links.count(), 'figures of operations').toBe(written.filter((text) => text !== '0').length);
  await goTo(page, '/breaches');
  await expect(page.getByRole('main').locator('a[href*="&late="]')).not.toHaveCount(0);
  // By band too: it stays open for the walk.
  const byBand = page.getByRole('main').locator('header button[aria-expanded]');
  if ((await byBand.getAttribute('aria-expanded')) === 'false') await byBand.click();
  await expect(page.getByRole('main').locator('a[href*="riskBand="]')).not.toHaveCount(0);
}

/** In each year: clearances are those by charge and otherwise, and pass the incidents only by files of earlier years. */
async function readPoliceStatistics(page: Page): Promise<void> {
  await goTo(page, '/victims');
  const table = page.getByRole('main').getByRole('table').nth(1);
  await expect(table.locator('tbody tr')).toHaveCount(10);
  const rows = (await table.locator('tbody tr').allInnerTexts()).map((text) =>
    text
      .split('\t')
      .slice(1)
      .map((cell) => numbersIn(cell)[0] ?? Number.NaN),
  );
  const [unit] = (await ask(page, 'units.list', {})).units;
  const header = numbersIn(await table.locator('thead').innerText());
  expect(header).toHaveLength(4);
  const { years } = await ask(page, 'clearance.statistics', { unitId: unit!.id, years: [...header] });
  for (const [index, year] of years.entries()) {
    const [actual = 0, unfounded = 0, , cleared = 0, byCharge, otherwise, persons, adults, youth] = rows.map(
      (cells) => cells[index] ?? Number.NaN,
    );
    const name = String(year.year);
    const { total } = await ask(page, 'investigations.list', {
      filter: { unitId: unit!.id, numberStartsWith: `E${name}` },
      sort: { column: 'openedOn', descending: true },
      from: { at: 'start' },
      size: 1,
    });
    expect.soft(total.value, name).toBeGreaterThan(0);
    expect.soft(actual + unfounded, `incidents of ${name}`).toBe(total.value);
    expect.soft(cleared, `cleared in ${name}`).toBe((byCharge ?? 0) + (otherwise ?? 0));
    expect.soft(cleared - year.clearedOfEarlierYears, `cleared of ${name}`).toBeLessThanOrEqual(actual + unfounded);
    expect.soft(persons, `persons of ${name}`).toBe((adults ?? 0) + (youth ?? 0) + year.ageUnknown);
  }
}

/** Every screen that is reached from the menu, one of each kind, with its tabs: those that print figures are among them. */
async function walk(page: Page, printing: readonly string[]): Promise<void> {
  const paths = await menuPaths(page);
  expect(paths.length).toBeGreaterThan(3);
  const toCome = new Map(paths.map((path) => [shapeOf(path), path]));
  const figures = new Map<string, number>();
  for (const [shape, path] of toCome) {
    figures.set(shape, await expectFiguresToOpenTheirLists(page, path));
    for (const next of await pathsFrom(page, path)) if (!toCome.has(shapeOf(next))) toCome.set(shapeOf(next), next);
  }
  const without = printing.filter((shape) => !((figures.get(shape) ?? 0) > 0));
  expect.soft(without, `screens without a figure, of ${JSON.stringify([...figures])}`).toEqual([]);
}

const ofCases = ['/inbox', '/due', '/devices', '/backlog', '/backlog/units/:id', '/operations'];

for (const locale of languages) {
  longTest(
    `each figure of the demonstration is the count of the list that it opens (${locale})`,
    async ({ window }) => {
      test.setTimeout(2_700_000);
      await ask(window, 'app.setPreferences', { locale, theme: 'light', density: 'compact' });
      await ask(window, 'demonstration.prepare', { jobId: randomUUID() });
      for (const login of ['superviseure', 'enqueteur']) {
        await enter(window, 'unit', login);
        await readInbox(window, locale);
        await readDue(window);
        await readBoard(window);
        await readDevices(window);
        await readCounts(window);
        if (login === 'superviseure') await readPoliceStatistics(window);
        await walk(window, login === 'superviseure' ? [...ofCases, '/breaches', '/victims', '/week'] : ofCases);
      }
      for (const login of ['administrateur', 'responsable']) {
        await enter(window, 'unit', login);
        await walk(window, []);
      }
      await enter(window, 'coordination', 'coordonnatrice');
      await goTo(window, '/backlog');
      await readMovements(window, null);
      await walk(window, ['/backlog', '/reports']);
    },
  );
}
