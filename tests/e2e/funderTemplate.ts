import { resolve } from 'node:path';
import { readFileSync } from 'node:fs';
import { expect, type ElectronApplication, type Page } from '@playwright/test';
import type { Locale } from '../../electron/contract/ground/codes.ts';
import { partsOf } from '../support/archive.ts';
import { expectAccessible } from '../support/axe.ts';
import { answerDialogs } from '../support/launch.ts';

const form = resolve(import.meta.dirname, '../db/reporting/returns/templates/funderForm.xlsx');

const words = {
  en: {
    new: 'Map a workbook…',
    open: 'Choose the funder’s form…',
    put: 'Map to B6',
    mapped: /^B6: .*mapped/,
    name: 'Mapping name',
    save: 'Save the mapping',
    mapping: 'Mapping',
    choose: 'Choose the workbook to fill…',
    chosen: /“funderForm\.xlsx” will be filled/,
  },
  fr: {
    new: 'Établir une correspondance…',
    open: 'Choisir le formulaire du bailleur de fonds…',
    put: 'Associer à B6',
    mapped: /^B6.: .*associée/,
    name: 'Nom de la correspondance',
    save: 'Enregistrer la correspondance',
    mapping: 'Correspondance',
    choose: 'Choisir le classeur à remplir…',
    chosen: /funderForm\.xlsx.» sera rempli/,
  },
} as const satisfies Record<Locale, object>;

/** On the export page of a locked return: R1 of all units goes into B6 of the form. */
export async function mapTemplate(vigie: ElectronApplication, page: Page, locale: Locale): Promise<void> {
  const say = words[locale];
  await answerDialogs(vigie, { open: form });
  await page.getByRole('button', { name: say.new }).click();
  await page.getByRole('button', { name: say.open }).click();
  // A formula of the funder's.
  await expect(page.getByRole('button', { name: /^B9/ })).toBeDisabled();
  await page.getByRole('button', { name: /^B6/ }).click();
  await page.getByRole('button', { name: say.put }).click();
  await expect(page.getByRole('button', { name: say.mapped })).toBeVisible();
  await expect(page.getByRole('cell', { name: 'Quarterly form!B6' })).toBeVisible();
  await page.getByRole('textbox', { name: say.name }).fill('Form');
  await expectAccessible(page, 'mapping');
  await page.getByRole('button', { name: say.save }).click();
  await expect(page.getByRole('combobox', { name: say.mapping })).toBeVisible();
}

export async function chooseTemplate(vigie: ElectronApplication, page: Page, locale: Locale): Promise<void> {
  const say = words[locale];
  await answerDialogs(vigie, { open: form });
  await page.getByRole('combobox', { name: say.mapping }).selectOption({ label: 'Form' });
  await page.getByRole('button', { name: say.choose }).click();
  await expect(page.getByText(say.chosen)).toBeVisible();
  await expectAccessible(page, 'template chosen');
}

/** Three referrals of the quarter are in B6, and the form's formula still adds them up. */
export async function expectFilled(path: string): Promise<void> {
  const sheet = (await partsOf(readFileSync(path))).get('xl/worksheets/sheet1.xml') ?? '';
  expect(sheet).toMatch(/<c r="B6"[^>]*><v>3<\/v><\/c>/);
  expect(sheet).toContain('<f>SUM(B6:B8)</f>');
}
