import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type ElectronApplication } from '@playwright/test';
import { launchVigie, longTest } from '../../support/launch.ts';

const place = { x: 40, y: 30, width: 1100, height: 660 };

/** As from the keyboard itself: what Playwright presses reaches the page past main, which hears these keys. */
async function pressWithControl(vigie: ElectronApplication, keyCode: string): Promise<void> {
  await vigie.evaluate(({ BrowserWindow }, key) => {
    BrowserWindow.getAllWindows()[0]?.webContents.sendInputEvent({
      type: 'keyDown',
      keyCode: key,
      modifiers: ['control'],
    });
  }, keyCode);
}

longTest(
  'the window opens where it was left, as large as it was, with the text as large as it was',
  async ({ userData, root }) => {
    const kept = (): unknown => {
      try {
        return JSON.parse(readFileSync(join(userData, 'window.json'), 'utf8'));
      } catch {
        return null;
      }
    };
    const first = await launchVigie({ userData, root });
    try {
      const page = await first.firstWindow();
      await page.waitForSelector('h1');
      const width = await page.evaluate(() => globalThis.innerWidth);
      await first.evaluate(({ BrowserWindow }, bounds) => {
        BrowserWindow.getAllWindows()[0]?.setBounds(bounds);
      }, place);
      await pressWithControl(first, '=');
      await pressWithControl(first, '=');
      await expect
        .poll(() => page.evaluate(() => globalThis.innerWidth))
        .toBeLessThan(Math.min(width, place.width) - 50);
      await expect.poll(kept).toMatchObject({ ...place, zoom: 1, isMaximized: false });
    } finally {
      await first.close();
    }
    const second = await launchVigie({ userData, root });
    try {
      const page = await second.firstWindow();
      await page.waitForSelector('h1');
      const found = await second.evaluate(({ BrowserWindow }) => {
        const [window] = BrowserWindow.getAllWindows();
        return { ...window?.getBounds(), zoom: window?.webContents.getZoomLevel() };
      });
      expect(found).toEqual({ ...place, zoom: 1 });
      await pressWithControl(second, '-');
      await expect.poll(kept).toMatchObject({ zoom: 0.5 });
      await pressWithControl(second, '0');
      await expect.poll(kept).toMatchObject({ zoom: 0 });
    } finally {
      await second.close();
    }
  },
);
