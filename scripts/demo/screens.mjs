// One picture of every screen that a role has, in both languages: the menu itself says which screens there are.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** To the size that the pictures are taken in, or to another. */
export async function resize({ application, size }, { width, height } = size) {
  await application.evaluate(
    ({ BrowserWindow }, size) => {
      for (const window of BrowserWindow.getAllWindows()) window.setContentSize(size.width, size.height);
    },
    { width, height },
  );
}

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
 * @param {{ themes: readonly string[], more?: readonly (readonly [path: string, name: string])[] }} options
 * @returns {Promise<number>} how many pictures were taken
 */
export async function photographScreens(vigie, folder, who, { themes, more = [] }) {
  mkdirSync(folder, { recursive: true });
  await resize(vigie);
  let taken = 0;
  for (const theme of themes) {
    for (const locale of ['en', 'fr']) {
      await vigie.reload({ locale, theme });
      for (const [path, name] of [...(await menuPaths(vigie)).map((each) => [each, each]), ...more]) {
        await goTo(vigie, path);
        await photograph(vigie, folder, [who, name, locale, theme]);
        taken += 1;
        const further = await deeper[path]?.(vigie);
        if (!further) continue;
        await goTo(vigie, further.slice(1));
        await photograph(vigie, folder, [who, `${path}-one`, locale, theme]);
        taken += 1;
      }
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

export async function photograph(vigie, folder, parts) {
  const name = parts.join('_').replaceAll('/', '-').replace('_-', '_');
  await vigie.page.screenshot({ path: join(folder, `${name}.png`) });
}
