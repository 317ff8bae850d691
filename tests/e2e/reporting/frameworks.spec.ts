import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { expectAccessible } from '../../support/axe.ts';
import { ask } from '../../support/ask.ts';
import { openCoordinationWorkspace } from '../../support/coordinationWorkspace.ts';
import { answerDialogs, test } from '../../support/launch.ts';
import { newSender, packText, payloadFor, quarterTwo, wholeCells } from '../../support/signedPacks.ts';

const text = (en: string, fr: string) => ({ en, fr });
const indicator = (code: string, name: { en: string; fr: string }, change: object = {}) => ({
  code,
  name,
  definition: text('As the funder defines it.', 'Selon la définition du bailleur de fonds.'),
  method: text('Told by the unit.', 'Déclaré par l’unité.'),
  unitOfMeasure: text('sessions', 'séances'),
  limits: text('None known.', 'Aucune connue.'),
  source: 'elsewhere',
  direction: 'up',
  frequency: 'quarter',
  version: '2',
  ...change,
});
const framework = {
  format: 'vigie-framework',
  version: '2',
  name: text('Framework of the funder', 'Cadre du bailleur de fonds'),
  validFrom: '2026-07-01',
  validTo: null,
  indicators: [
    indicator('X1', text('Outreach sessions', 'Séances de sensibilisation')),
    indicator('C3', text('Arrests', 'Arrestations'), { source: 'unit_month.arrests', collection: 'both' }),
  ],
};
const broken = { ...framework, indicators: [indicator('X1', text('Outreach', ''))] };

/** A pack of one unit, as its service sent it. */
async function receivePack(page: Page, folder: string, open: (path: string) => Promise<void>): Promise<void> {
  const sender = newSender('U07');
  const cells = wholeCells(sender.unitId, '2025-04' as never, '2026-09' as never);
  const path = join(folder, 'U07.vigiepack');
  writeFileSync(path, packText(payloadFor(sender, quarterTwo, 20, cells), sender.key));
  await open(path);
  const { file } = await ask(page, 'files.choose', { purpose: 'pack' });
  if (file === null) throw new Error('The dialog gave no file.');
  await ask(page, 'packs.import', { file: file.grant, confirmFingerprint: sender.fingerprint });
}

test('a framework is refused with its place, imported, compared in both languages, and its figures are entered', async ({
  vigie,
  window: page,
  userData,
}) => {
  const folder = await openCoordinationWorkspace(vigie, page, userData, 'en');
  const choose = (path: string) => answerDialogs(vigie, { open: path });
  const fileOf = (name: string, content: unknown): string => {
    const path = join(folder, name);
    writeFileSync(path, JSON.stringify(content));
    return path;
  };
  await receivePack(page, folder, choose);
  await page.reload();
  await page.getByRole('link', { name: 'Framework', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Performance framework' }).waitFor();

  await page.keyboard.press('i');
  const dialog = page.getByRole('dialog', { name: 'Import a framework' });
  await choose(fileOf('broken.json', broken));
  await dialog.getByRole('button', { name: 'Choose a file…' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Indicator 1 (X1), Name (French): not an allowed value');
  await expect(dialog.getByRole('button', { name: 'Import the framework', exact: true })).toBeDisabled();
  await choose(fileOf('framework.json', framework));
  await dialog.getByRole('button', { name: 'Choose a file…' }).click();
  await expect(dialog.getByText('Version 2, Framework of the funder')).toBeVisible();
  await expectAccessible(page, 'the import of a framework');
  await dialog.getByRole('button', { name: 'Import the framework', exact: true }).click();
  await expect(dialog.getByText('Version 2 imported')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();

  // A small table sorts by a heading, numbers as numbers, and a third press restores its order.
  const heading = page.getByRole('table', { name: 'Versions' }).getByRole('columnheader', { name: 'Indicators' });
  const firstRow = page.getByRole('table', { name: 'Versions' }).getByRole('row').nth(1);
  await heading.getByRole('button').press('Enter');
  await expect(heading).toHaveAttribute('aria-sort', 'ascending');
  await expect(firstRow).toContainText('Framework of the funder');
  await heading.getByRole('button').press('Enter');
  await expect(heading).toHaveAttribute('aria-sort', 'descending');
  await expect(firstRow).not.toContainText('Framework of the funder');
  await expectAccessible(page, 'a sorted table');
  await heading.getByRole('button').press('Enter');
  await expect(heading).not.toHaveAttribute('aria-sort');

  await page.getByRole('tab', { name: 'Entered figures' }).click();
  const grid = page.getByRole('table', { name: 'Entered figures' });
  await ask(page, 'entered.grid', { quarter: quarterTwo });
  await grid.getByRole('textbox', { name: 'U07 X1', exact: true }).fill('12');
  await grid.getByRole('textbox', { name: 'U07 C3', exact: true }).fill('8');
  await expect(grid.getByText('Difference: +2')).toBeVisible();
  await grid
    .getByRole('textbox', { name: 'U07 C3, Reason for the difference (English)' })
    .fill('Two reached the unit late.');
  await expectAccessible(page, 'the entered figures');
  await page.getByRole('button', { name: 'Save the figures' }).click();
  await expect(page.getByRole('button', { name: 'Save the figures' })).toBeDisabled();
  await expect(grid.getByRole('textbox', { name: 'U07 X1', exact: true })).toHaveValue('12');

  await ask(page, 'app.setPreferences', { locale: 'fr' });
  await page.reload();
  await page.getByRole('link', { name: 'Cadre', exact: true }).click();
  await page.getByRole('tab', { name: 'Comparer' }).click();
  await expect(page.getByText('Ajoutés : 1. Retirés : 30. Modifiés : 1. Inchangés : 0.')).toBeVisible();
  const changed = page.getByRole('table', { name: 'C3 Arrestations' });
  await expect(changed.getByRole('row', { name: /^Définition/ })).toContainText(
    'Selon la définition du bailleur de fonds.',
  );
  await expect(changed.getByRole('row', { name: /^Collecte/ })).toContainText('both');
  await expectAccessible(page, 'la comparaison de deux cadres');
});
