import { expect, type ElectronApplication, type Page } from '@playwright/test';

const lists = ['/inbox', '/referrals', '/investigations', '/due', '/devices'] as const;

/** Of the list in view: rows of which nothing is hidden, what is cut, and on how many lines its filters are. */
async function measure(page: Page) {
  return page.evaluate(() => {
    const tenth = 0.1;
    const grid = document.querySelector('[role="grid"]');
    const bar = document.querySelector('[role="search"]');
    if (grid === null || bar === null) throw new Error('There is no list.');
    const box = grid.getBoundingClientRect();
    const head = grid.querySelector('[role="rowgroup"]')?.getBoundingClientRect();
    const isIn = (row: Element) => {
      const { top, bottom } = row.getBoundingClientRect();
      return top >= (head?.bottom ?? 0) - tenth && bottom <= box.bottom + tenth;
    };
    const cells = [...grid.querySelectorAll('[role="columnheader"], [role="gridcell"]')];
    const isCut = (element: Element) => element.scrollWidth > element.clientWidth;
    const inCells = cells.flatMap((cell) => [...cell.querySelectorAll('*'), cell]);
    return {
      all: Number(grid.getAttribute('aria-rowcount')) - 1,
      rows: [...grid.querySelectorAll('[role="row"]')].filter(isIn).length,
      columns: grid.querySelectorAll('[role="columnheader"]').length,
      cut: inCells
        .filter((element) => isCut(element) && getComputedStyle(element).overflowX !== 'visible')
        .filter((element) => element.className !== 'visually-hidden')
        .map((element) => element.textContent),
      isSideways: isCut(grid),
      choices: [...bar.querySelectorAll('select')].filter(isCut).map((choice) => choice.labels[0]?.textContent),
      unnamed: [...bar.querySelectorAll('select, input')].filter(
        (field) => (field as HTMLInputElement).labels?.length !== 1,
      ).length,
      barHeight: bar.getBoundingClientRect().height,
    };
  });
}

/** Lists of referrals, whose rows open beside them. */
const besidePanel = ['/inbox', '/referrals', '/breaches'] as const;

async function showList(page: Page, list: string): Promise<void> {
  await page.evaluate((path) => {
    location.hash = path;
  }, list);
  await expect(page.getByRole('gridcell').nth(20)).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

/** At 1280 by 720: as many rows as without the panel, and with it. */
export async function expectListsBesidePanel(page: Page): Promise<void> {
  for (const list of besidePanel) {
    await showList(page, list);
    const { rows, all } = await measure(page);
    // The demonstration is late with a handful only.
    const enough = all > 0 ? Math.min(all, 14) : 14;
    expect.soft(rows, `rows of ${list}`).toBeGreaterThanOrEqual(enough);
    await page.getByRole('grid').press('Enter');
    await expect(page.getByRole('complementary')).toBeVisible();
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    await expect.poll(async () => (await measure(page)).columns).toBeLessThan(6);
    const { rows: beside, isSideways, cut } = await measure(page);
    expect.soft(beside, `rows of ${list} beside the panel`).toBeGreaterThanOrEqual(enough);
    expect.soft({ isSideways, cut }, `what ${list} cuts beside the panel`).toEqual({ isSideways: false, cut: [] });
    await page.keyboard.press('Escape');
  }
}

/** At 1280 by 720 each list shows 14 rows under one line of named filters, and cuts nothing. */
export async function expectListsInView(vigie: ElectronApplication, page: Page): Promise<void> {
  const before = await vigie.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const size = window?.getContentSize() ?? [];
    window?.setContentSize(1280, 720);
    return size;
  });
  for (const list of lists) {
    await showList(page, list);
    // A list that does not know its width yet has its first columns alone.
    await expect(page.getByRole('columnheader').nth(5)).toBeVisible();
    const { rows, columns, barHeight, all: _, ...faults } = await measure(page);
    expect.soft(rows, `rows of ${list}`).toBeGreaterThanOrEqual(14);
    expect.soft(columns, `columns of ${list}`).toBeGreaterThanOrEqual(6);
    expect.soft(faults, `what ${list} cuts`).toEqual({ cut: [], choices: [], unnamed: 0, isSideways: false });
    expect.soft(barHeight, `filters of ${list}`).toBeLessThan(50);
  }
  await vigie.evaluate(({ BrowserWindow }, [width = 0, height = 0]) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
  }, before);
}

/** The journal scrolls with its page. */
export async function expectEntriesInView(page: Page): Promise<void> {
  await page.evaluate(() => {
    location.hash = '/audit';
  });
  const entries = page.getByRole('main').locator('tbody tr');
  await expect(entries.nth(13)).toBeInViewport({ ratio: 1 });
}
