// One picture of every screen that a role has: the menu itself says which screens there are.
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findCut } from './measure.mjs';
import { each, isWanted } from './views.mjs';

/** What screens cut, where one does. */
export const CUT = 'cut.txt';

/** @param {import('./views.mjs').Size} size */
export async function resize({ application }, { width, height, zoom }) {
  await application.evaluate(
    ({ BrowserWindow }, wanted) => {
      for (const window of BrowserWindow.getAllWindows()) {
        window.setContentSize(wanted.width, wanted.height);
        window.webContents.setZoomFactor(wanted.zoom);
      }
    },
    { width, height, zoom },
  );
}

/** In the order of the menu. */
async function menuPaths(vigie) {
  // A page may have a navigation of its own; this one has none.
  await goTo(vigie, '/about');
  const closed = vigie.page.locator('nav button[aria-expanded="false"]');
  while ((await closed.count()) > 0) await closed.first().click();
  return vigie.page.$$eval('nav a[href^="#/"]', (links) => links.map((link) => link.getAttribute('href').slice(1)));
}

/** Screens that are opened from another one: each finds its own way there, or says that there is none. */
const deeper = {
  '/packs': async ({ page }) => (await page.$('a[href^="#/packs/"]'))?.getAttribute('href'),
};

/**
 * @param {{ views: import('./views.mjs').Views, more?: readonly (readonly [path: string, name: string])[] }} options
 * @returns {Promise<number>} how many pictures were taken
 */
export async function photographScreens(vigie, folder, who, { views, more = [] }) {
  mkdirSync(folder, { recursive: true });
  let taken = 0;
  for (const { size, theme, locale } of each(views)) {
    await vigie.reload({ locale, theme });
    // A page that is loaded has the zoom that its user keeps.
    await resize(vigie, size);
    const last = [locale, theme, ...(views.sizes.length > 1 ? [size.name] : [])];
    const all = [...(await menuPaths(vigie)).map((each) => [each, each]), ...more];
    for (const [path, name] of all.filter(([, name]) => isWanted(views, [who, name, locale]))) {
      await goTo(vigie, path);
      await photograph(vigie, folder, [who, name, ...last]);
      taken += 1;
      const further = views.only === undefined && (await deeper[path]?.(vigie));
      if (!further) continue;
      await goTo(vigie, further.slice(1));
      await photograph(vigie, folder, [who, `${path}-one`, ...last]);
      taken += 1;
    }
  }
  return taken;
}

export async function goTo(vigie, path) {
  await vigie.page.evaluate((hash) => {
    location.hash = hash;
  }, path);
  await vigie.settle();
}

/** As the window shows it: of an enlarged page, the page's own picture would hold a corner. */
async function picture({ application }) {
  const written = await application.evaluate(async ({ BrowserWindow }) => {
    const picture = await BrowserWindow.getAllWindows()[0].webContents.capturePage();
    return picture.toPNG().toString('base64');
  });
  return Buffer.from(written, 'base64');
}

/** Saves the page's picture, and lists what it cuts in a file next to it. */
export async function photograph(vigie, folder, parts) {
  const name = parts.join('_').replaceAll('/', '-').replace('_-', '_');
  writeFileSync(join(folder, `${name}.png`), await picture(vigie));
  vigie.headings.set(name, await vigie.page.$$eval('main :is(h1, h2, h3)', (all) => all.map((each) => each.innerText)));
  for (const cut of await vigie.page.evaluate(findCut)) appendFileSync(join(folder, CUT), `${name}: ${cut}\n`);
}
