import { expect, type ElectronApplication } from '@playwright/test';
import { expectAccessible } from '../../support/axe.ts';
import { ask } from '../../support/ask.ts';
import { openCaseWorkspace } from '../../support/caseWorkspace.ts';
import { passphrase } from '../../support/keptWorkspace.ts';
import { longTest } from '../../support/launch.ts';

const labels = (vigie: ElectronApplication) =>
  vigie.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label));

/** As by hand: no test reaches the system's own menus. */
const choose = (vigie: ElectronApplication, id: string) =>
  vigie.evaluate(({ Menu }, wanted) => {
    Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click();
  }, id);

longTest(
  'the menu of the application speaks the language of the page, opens the guide at the page of the screen, and locks',
  async ({ vigie, window, userData }) => {
    const { unitId } = await openCaseWorkspace(vigie, window, userData, 'en');
    const { id } = await ask(window, 'investigations.open', {
      ...{ unitId, openedOn: '2026-01-07', referralIds: [], lead: null },
    });
    await window.evaluate((hash) => {
      location.hash = hash;
    }, `/investigations/${id}`);
    await expect(window.getByRole('heading', { level: 1, name: /Investigation/ })).toBeVisible();
    expect(await labels(vigie)).toEqual(['File', 'Edit', 'View', 'Help']);

    const dialog = window.getByRole('dialog');
    // As from the keyboard itself, which main hears before the page.
    await vigie.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.sendInputEvent({ type: 'keyDown', keyCode: 'F1' });
    });
    await expect(dialog.getByRole('heading', { name: /^5\. Investigations/ })).toBeFocused();
    await expectAccessible(window, 'the guide');
    await dialog.getByRole('button', { name: /^12\. / }).click();
    await expect(dialog.getByRole('heading', { name: /^12\. / })).toBeFocused();
    await window.keyboard.press('Escape');
    await choose(vigie, 'tour');
    await expect(dialog.getByRole('heading', { name: 'Five-minute tour', level: 4 })).toBeFocused();
    await window.keyboard.press('Escape');
    await choose(vigie, 'keys');
    await expect(dialog).toContainText('Keyboard shortcuts');
    await window.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await window.getByRole('button', { name: 'Help' }).click();
    await window.getByRole('menuitem', { name: 'What’s new' }).click();
    await expect(dialog.getByRole('listitem').first()).toBeVisible();
    await window.keyboard.press('Escape');

    const width = () => window.evaluate(() => globalThis.innerWidth);
    const before = await width();
    await choose(vigie, 'zoomIn');
    await expect.poll(width).toBeLessThan(before);
    await choose(vigie, 'zoomReset');
    await expect.poll(width).toBe(before);

    await window.getByRole('button', { name: 'Français' }).click();
    await expect.poll(() => labels(vigie)).toEqual(['Fichier', 'Édition', 'Affichage', 'Aide']);

    // Unlocking leads back, to the same person alone.
    await choose(vigie, 'lock');
    await window.getByLabel('Nom d’utilisateur').fill('roy');
    await window.getByLabel('Phrase de passe', { exact: true }).fill(passphrase);
    await window.getByRole('button', { name: 'Ouvrir la session' }).click();
    await expect(window.getByRole('heading', { level: 1, name: /Enquête/ })).toBeVisible();
  },
);
