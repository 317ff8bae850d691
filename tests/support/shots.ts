import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type ElectronApplication, type Page } from '@playwright/test';

const sizes = [
  [1280, 720],
  [1920, 1080],
] as const;
const themes = ['dark', 'light'] as const;

/** Pictures of what is on screen, where `VIGIE_SHOTS` asks for them: in both sizes and both themes. */
export async function shoot(vigie: ElectronApplication, page: Page, name: string): Promise<void> {
  const shots = process.env['VIGIE_SHOTS'];
  if (shots === undefined) return;
  await mkdir(shots, { recursive: true });
  for (const [width, height] of sizes) {
    await vigie.evaluate(
      ({ BrowserWindow }, [w, h]) => {
        BrowserWindow.getAllWindows()[0]?.setContentSize(w, h);
      },
      [width, height] as const,
    );
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width);
    for (const colorScheme of themes) {
      await page.emulateMedia({ reducedMotion: 'reduce', colorScheme });
      await page.screenshot({ path: join(shots, `${name}-${String(width)}-${colorScheme}.png`) });
    }
  }
}
