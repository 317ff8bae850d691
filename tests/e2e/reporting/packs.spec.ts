import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { ask } from '../../support/ask.ts';
import { expectAccessible } from '../../support/axe.ts';
import { openCaseWorkspace } from '../../support/caseWorkspace.ts';
import { openCoordinationWorkspace } from '../../support/coordinationWorkspace.ts';
import { answerDialogs, longTest as test } from '../../support/launch.ts';
import { newKey, newSender, packText, payloadFor, quarterTwo, wholeCells } from '../../support/signedPacks.ts';

const words = {
  en: { open: 'Import a pack', choose: 'Choose a file…', confirm: 'Confirm the key and import', refuse: 'Refuse' },
  fr: {
    open: 'Importer une transmission',
    choose: 'Choisir un fichier…',
    confirm: 'Confirmer la clé et importer',
    refuse: 'Refuser',
  },
};

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['VIGIE_PICTURES'];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png` });
}

test('a pack whose key, sender and date have changed keeps its actions in view', async ({
  vigie,
  window,
  userData,
}) => {
  const folder = await openCoordinationWorkspace(vigie, window, userData, 'en');
  const sender = newSender('U07');
  const cells = wholeCells(sender.unitId, '2025-04' as never, '2026-09' as never);
  const write = (name: string, key: typeof sender.key, exportedAt: number): string => {
    const path = join(folder, `${name}.vigiepack`);
    writeFileSync(path, packText(payloadFor(sender, quarterTwo, exportedAt, cells), key));
    return path;
  };
  await answerDialogs(vigie, { open: write('first', sender.key, 20) });
  const { file } = await ask(window, 'files.choose', { purpose: 'pack' });
  await ask(window, 'packs.import', { file: file!.grant, confirmFingerprint: sender.fingerprint });
  const changed = write('changed', newKey(), Date.parse('2099-01-01T12:00:00Z'));
  await answerDialogs(vigie, { open: changed });
  await vigie.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 720);
  });
  for (const locale of ['en', 'fr'] as const) {
    await ask(window, 'app.setPreferences', { locale, theme: 'auto', density: 'compact' });
    await window.reload();
    await window.evaluate(() => {
      location.hash = '/packs';
    });
    const { open, choose, confirm, refuse } = words[locale];
    await window.getByRole('button', { name: open }).first().click();
    const dialog = window.getByRole('dialog');
    await dialog.getByRole('button', { name: choose }).click();
    await expect(dialog.getByRole('textbox')).toBeAttached();
    for (const name of [refuse, confirm])
      await expect(dialog.getByRole('button', { name, exact: true })).toBeInViewport({ ratio: 1 });
    await expectAccessible(window, `a changed pack, ${locale}`);
    for (const colorScheme of ['light', 'dark'] as const) {
      await window.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await picture(window, `pack-${locale}-${colorScheme}`);
    }
    // What has the focus is not under the actions.
    await dialog.getByRole('textbox').focus();
    await picture(window, `pack-${locale}-reason`);
  }
});

test('a key that is pressed again while a file is chosen issues one pack', async ({ vigie, window, userData }) => {
  const { folder } = await openCaseWorkspace(vigie, window, userData, 'en');
  // As a person takes to choose a file; each time it is asked, another.
  await vigie.evaluate(({ dialog }, place) => {
    let asked = 0;
    dialog.showSaveDialog = () => {
      asked += 1;
      const filePath = `${place}/p${String(asked)}.vigiepack`;
      return new Promise((choose) => setTimeout(choose, 800, { canceled: false, filePath }));
    };
  }, folder);
  await window.evaluate(() => {
    location.hash = '/packs';
  });
  await expect(window.getByRole('button', { name: /^Export/ })).toBeVisible();
  await window.keyboard.press('Control+Enter');
  const unknown = window.getByRole('dialog', { name: /figures are unknown/ });
  await expect(unknown.getByRole('listitem').first()).toContainText('U07, Jul');
  // The lines are the sum that the title asks about.
  const [sum, ...lines] = [await unknown.getByRole('heading').innerText()].concat(
    await unknown.getByRole('listitem').allInnerTexts(),
  );
  const figures = lines.map((line) => Number(/: ([\d,]+) figures?\./.exec(line)?.[1]));
  expect(figures.reduce((total, each) => total + each)).toBe(Number.parseInt(sum ?? '', 10));
  expect(readdirSync(folder).filter((name) => name.endsWith('.vigiepack'))).toEqual([]);
  for (let pressed = 0; pressed < 4; pressed += 1) await window.keyboard.press('Enter');
  await expect(window.getByText(/p1\.vigiepack/)).toBeVisible();
  expect(readdirSync(folder).filter((name) => name.endsWith('.vigiepack'))).toEqual(['p1.vigiepack']);
});
