import { randomUUID } from 'node:crypto';
import { expect, type ElectronApplication, type Page } from '@playwright/test';
import { findBelow, findCut } from '../../../scripts/demo/measure.mjs';
import { ask } from '../../support/ask.ts';
import { languages } from '../../support/languages.ts';
import { answerDialogs, longTest, test } from '../../support/launch.ts';
import { createNorth } from '../../support/newWorkspace.ts';
import { expectEntriesInView, expectListsBesidePanel, expectListsInView } from '../listsInView.ts';
import { enter, menuPaths } from './demonstration.ts';
import { goTo, settle } from './figureLists.ts';

const sizes = [
  { width: 1280, height: 720, zoom: 1 },
  { width: 1920, height: 1080, zoom: 1 },
  { width: 1280, height: 720, zoom: 2 },
] as const;

const roles = [
  ['unit', 'superviseure'],
  ['unit', 'administrateur'],
  ['unit', 'responsable'],
  ['coordination', 'coordonnatrice'],
  ['coordination', 'administrateur'],
] as const;

async function resize(vigie: ElectronApplication, size: (typeof sizes)[number]): Promise<void> {
  await vigie.evaluate(({ BrowserWindow }, { width, height, zoom }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setContentSize(width, height);
    window?.webContents.setZoomFactor(zoom);
  }, size);
}

/** What was pressed is drawn. */
const drawn = (page: Page) =>
  page.evaluate(
    () =>
      new Promise((done) => {
        requestAnimationFrame(() => {
          requestAnimationFrame(done);
        });
      }),
  );

/** Buttons that open a form, by what they say: those that end in an ellipsis ask for more. Returns how many did. */
async function expectFormsInView(page: Page, path: string, at: string): Promise<number> {
  let forms = 0;
  const openers = page.getByRole('main').locator('header button:not([aria-haspopup]):enabled');
  const names = (await openers.allInnerTexts()).map((name) => name.split('\n')[0] ?? '');
  for (const [index, name] of names.entries()) {
    if (!name.includes('…')) continue;
    await openers.nth(index).click();
    await drawn(page);
    const dialog = page.getByRole('dialog');
    // A button of another kind asks the system for a file, which is not given.
    if ((await dialog.count()) === 0) {
      await goTo(page, path);
      continue;
    }
    forms += 1;
    await expect.poll(() => page.evaluate(findBelow), `${name} of ${path} at ${at}`).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await goTo(page, path);
  }
  return forms;
}

/** Every screen of who is signed in, in each size. */
async function expectWhole(vigie: ElectronApplication, page: Page, who: string): Promise<number> {
  let forms = 0;
  await resize(vigie, sizes[0]);
  const paths = await menuPaths(page);
  expect(paths.length).toBeGreaterThan(3);
  for (const size of sizes) {
    await resize(vigie, size);
    const at = `${String(size.width)} × ${String(size.height)}, ${String(size.zoom * 100)} %`;
    for (const path of paths) {
      await goTo(page, path);
      await expect
        .soft(async () => {
          expect(await page.evaluate(findCut)).toEqual([]);
        }, `${path} of ${who} at ${at}`)
        .toPass({ timeout: 5000 });
      forms += await expectFormsInView(page, path, at);
    }
  }
  return forms;
}

for (const locale of languages) {
  longTest(
    `no screen of the demonstration cuts what it shows, small, large or enlarged (${locale})`,
    async ({ vigie, window }) => {
      test.setTimeout(1_800_000);
      await ask(window, 'app.setPreferences', { locale, theme: 'light', density: 'compact' });
      await ask(window, 'demonstration.prepare', { jobId: randomUUID() });
      await answerDialogs(vigie, { open: null, save: null });
      let forms = 0;
      for (const [kind, login] of roles) {
        await enter(window, kind, login);
        forms += await expectWhole(vigie, window, login);
      }
      expect(forms).toBeGreaterThan(10);
    },
  );

  longTest(
    `each list has 14 rows in a small window, with a panel beside it too (${locale})`,
    async ({ vigie, window }) => {
      test.setTimeout(600_000);
      await ask(window, 'app.setPreferences', { locale, theme: 'light', density: 'compact' });
      await ask(window, 'demonstration.prepare', { jobId: randomUUID() });
      await enter(window, 'unit', 'superviseure');
      await expectListsInView(vigie, window);
      await resize(vigie, sizes[0]);
      await expectListsBesidePanel(window);
      await enter(window, 'unit', 'responsable');
      await resize(vigie, sizes[0]);
      await expectEntriesInView(window);
    },
  );

  longTest(`nor does a screen of a new workspace (${locale})`, async ({ vigie, window, userData }) => {
    test.setTimeout(600_000);
    await ask(window, 'app.setPreferences', { locale, theme: 'dark', density: 'compact' });
    await createNorth(vigie, window, userData);
    await window.reload();
    await settle(window);
    await answerDialogs(vigie, { open: null, save: null });
    await expectWhole(vigie, window, 'a new administrator');
  });
}
