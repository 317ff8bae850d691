import { expect, type Locator, type Page } from '@playwright/test';

/** Numbers as either language writes them, a minus as a minus. */
export function numbersIn(text: string): readonly number[] {
  const found = text.matchAll(/[\u2212-]?\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?!\d)|[\u2212-]?\d+/g);
  return [...found].map(([written]) => Number(written.replaceAll(/[,\u00a0\u202f]/g, '').replace('\u2212', '-')));
}

/** Nothing is being read any more. */
export async function settle(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('[aria-busy="true"], [role="progressbar"], .mantine-Loader-root')).toHaveCount(0);
}

export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, path);
  await settle(page);
}

/** Links that open one thing, or the next page of work: what they name is no count. */
const opensOne = [
  /^#\/(referrals|investigations)\/[0-9a-f-]{36}(\/|$)/,
  /^#\/(packs|agreements)\/[0-9a-f-]{36}$/,
  /^#\/returns\//,
  // What a unit's drawing says is compared with its own page.
  /^#\/backlog\/units\/[0-9a-f-]{36}$/,
];

interface Figure {
  readonly href: string;
  readonly value: number;
}

/** The numbers of a page that are links, each list once. */
export async function figuresOf(page: Page): Promise<readonly Figure[]> {
  const links = await page.locator('main a[href^="#/"]').evaluateAll((all) =>
    all.map((link) => ({
      href: link.getAttribute('href') ?? '',
      text: link.getAttribute('aria-label') ?? link.textContent,
    })),
  );
  const figures = links
    .filter(({ href }) => !opensOne.some((pattern) => pattern.test(href)))
    .flatMap(({ href, text }) => {
      const value = numbersIn(text).at(-1);
      return value === undefined ? [] : [{ href, value }];
    });
  return [...new Map(figures.map((figure) => [figure.href, figure])).values()];
}

const numbersOf = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + (numbersIn(text)[0] ?? 0), 0);

/** How many rows the list in view says that it has; movements that have a sign are added up, and so are the figures of packs. */
async function countInView(page: Page, href: string): Promise<number | null> {
  const main = page.getByRole('main');
  const sums = main.locator('tfoot td:nth-child(2)');
  if ((await sums.count()) > 0) return numbersIn(await sums.first().innerText())[0] ?? null;
  if (href.includes('/reclassified/')) return numbersOf(await main.locator('tbody tr td:last-child').allInnerTexts());
  const said = main.locator('[role="search"] [role="status"], p[role="status"]').first();
  if ((await said.count()) > 0) return numbersIn(await said.innerText())[0] ?? null;
  return main.locator('tbody tr').count();
}

/** An address with one name for all that differ in what they show alone: ids, days, months, quarters, figures and what is filtered. */
export function shapeOf(path: string): string {
  return path
    .replace(/\?.*$/, '')
    .replaceAll(/\/[0-9a-f]{8}-[0-9a-f-]{27}/g, '/:id')
    .replaceAll(/\/\d{4}(-\d{2}){0,2}(?=\/|$)/g, '/:on')
    .replace(/\/\d{4}-Q\d/, '/:quarter')
    .replace(/[^/]+@[^/]*$/, ':figure');
}

/** The screens to which the tabs and the links of this one lead. */
export async function pathsFrom(page: Page, path: string): Promise<readonly string[]> {
  await goTo(page, path);
  const links = await page
    .locator('main a[href^="#/"]')
    .evaluateAll((all) => all.map((link) => (link.getAttribute('href') ?? '').slice(1)));
  const tabs = page.getByRole('main').getByRole('tab');
  const found = new Set(links);
  for (let index = 0; index < (await tabs.count()); index += 1) {
    await tabs.nth(index).click();
    await settle(page);
    found.add(await page.evaluate(() => location.hash.slice(1)));
  }
  return [...found];
}

/** Opens the part of the page that a figure is in, where that is closed. */
async function unfold(figure: Locator): Promise<void> {
  await figure.waitFor({ state: 'attached' });
  const closed = figure.locator('xpath=ancestor::details[not(@open)]/summary');
  if ((await closed.count()) > 0) await closed.click();
}

/** Opens each figure of the page as its reader would, and compares it with the list that comes. */
export async function expectFiguresToOpenTheirLists(page: Page, path: string): Promise<number> {
  await goTo(page, path);
  const figures = await figuresOf(page);
  for (const { href, value } of figures) {
    await goTo(page, path);
    const figure = page.locator(`main a[href="${href}"]`).first();
    await unfold(figure);
    await figure.click();
    await settle(page);
    await expect
      .soft(
        async () => {
          expect(Math.abs((await countInView(page, href)) ?? Number.NaN)).toBe(Math.abs(value));
        },
        `${path} opens ${href} with ${String(value)}`,
      )
      .toPass({ timeout: 10_000 });
    await expect.soft(page.getByRole('main').getByRole('row').nth(1), `rows of ${href}`).toBeVisible();
  }
  return figures.length;
}
