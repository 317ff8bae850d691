import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { expectAccessible } from '../../support/axe.ts';
import { ask } from '../../support/ask.ts';
import { openCoordinationWorkspace } from '../../support/coordinationWorkspace.ts';
import { answerDialogs, longTest } from '../../support/launch.ts';
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

/** An agreement that funds the unit, with a target for one of the two indicators. */
async function fundWithTarget(page: Page): Promise<void> {
  const { units } = await ask(page, 'units.list', {});
  const { id: agreementId } = await ask(page, 'agreements.save', {
    code: 'AG-1',
    recipient: text('Ministry of Invention', 'Ministère de l’Invention'),
    programme: text('Fictitious programme', 'Programme fictif'),
    signaturePlannedOn: null,
    signedOn: null,
    startsOn: '2025-04-01',
    endsOn: '2028-03-31',
    languages: ['en', 'fr'],
    asksBacklogAvoided: false,
    units: units.map(({ id }) => ({ unitId: id, from: '2025-04-01', to: null })),
  } as never);
  const cells = {
    code: 'C3',
    per: 'quarter',
    baseline: 400,
    baselinePeriod: '2024-25',
    baselineSourceEn: 'Evaluation of 2022',
    baselineSourceFr: 'Évaluation de 2022',
    target: 500,
    targetOn: '2027-03-31',
    targetSourceEn: 'Agreement, annex C',
    targetSourceFr: 'Entente, annexe C',
  };
  const change = { do: 'add' as const, cells };
  await ask(page, 'funding.save', { agreementId, register: 'targets', fiscalYear: 2026, changes: [change] });
}

longTest(
  'a framework is refused with its place, imported, compared in both languages, and its figures are entered',
  async ({ vigie, window: page, userData }) => {
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

    await fundWithTarget(page);
    await page.getByRole('tab', { name: 'Readiness' }).click();
    await expect(
      page.getByText('Of 2 indicators, 2 have a method, 1 a baseline, 1 a target and 2 data.'),
    ).toBeVisible();
    const readiness = page.getByRole('table', { name: 'Readiness' });
    await expect(readiness.getByRole('row', { name: /Arrests/ })).toContainText('Evaluation of 2022');
    await expect(readiness.getByRole('row', { name: /Arrests/ })).toContainText('target met');
    await expect(readiness.getByRole('row', { name: /Outreach/ }).getByText('Missing')).toHaveCount(2);
    await expectAccessible(page, 'the readiness of an agreement');
    const saved = join(folder, 'readiness.csv');
    await answerDialogs(vigie, { save: saved });
    await page.getByRole('button', { name: 'Export as CSV' }).click();
    await expect(page.getByText('readiness.csv exported')).toBeVisible();
    expect(readFileSync(saved, 'utf8')).toContain('C3,Arrests,Arrestations');

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
  },
);
