import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import { firstColumn, formMeasures, stockFields, tabs, unitFields } from '../../db/reporting/rollup/kit/form.ts';
import { quarterTwo, type Coordination } from './packs.ts';

const facts: Readonly<Record<string, string | number>> = {
  code: 'X01',
  name_en: 'Unit without Vigie',
  name_fr: 'Unité sans Vigie',
  service: 'Fictitious',
  definition: 'exclude_court',
  opening: 100,
  closing: 118,
};

export async function editForm(path: string, change: (workbook: Workbook) => void): Promise<void> {
  const workbook = new Workbook();
  await workbook.xlsx.readFile(path);
  change(workbook);
  await workbook.xlsx.writeFile(path);
}

export function fillUnit(workbook: Workbook): void {
  const sheet = workbook.getWorksheet(tabs.unit)!;
  unitFields.forEach(({ code }, index) => {
    const value = facts[code];
    if (value !== undefined) sheet.getCell(index + 1, 4).value = value;
  });
}

/** Every figure 3, but no charges in the last month and no bundling at all; the month before last is partial. */
export function fillMonths(workbook: Workbook): void {
  const sheet = workbook.getWorksheet(tabs.months)!;
  for (let row = sheet.rowCount - 2; row <= sheet.rowCount; row += 1) {
    formMeasures.forEach((measure, index) => {
      const isBlank = measure === 'charges_laid' && row === sheet.rowCount;
      if (!isBlank) sheet.getCell(row, firstColumn + index).value = measure === 'referrals_bundled' ? 0 : 3;
    });
  }
  sheet.getCell(sheet.rowCount - 1, 2).value = 'partial';
}

const stock: Readonly<Record<string, number>> = {
  files: 90,
  declared: 10,
  over_180: 12,
  oldest_days: 400,
  median_whole: 60.5,
  files_whole: 40,
  in_time_high: 6,
  due_high: 8,
};

export function fillStock(workbook: Workbook, change: Readonly<Record<string, number>> = {}): void {
  const sheet = workbook.getWorksheet(tabs.stock)!;
  stockFields.forEach(({ code }, index) => {
    sheet.getCell(index + 1, 4).value = change[code] ?? stock[code] ?? null;
  });
}

let usual: Buffer | undefined;

/** Filled once where nothing more is: the form is the same for each workspace, and the library takes long to write it. */
export async function usualForm(coordination: Coordination, form: string): Promise<void> {
  if (usual === undefined) {
    await fillForm(coordination, form, () => undefined);
    usual = readFileSync(form);
  } else writeFileSync(form, usual);
}

/** The folder of what was received, with the filled form of a unit for the second quarter in it. */
export async function receiveForm(
  coordination: Coordination,
  fillMore?: (workbook: Workbook) => void,
): Promise<{ readonly inbox: string; readonly form: string }> {
  const inbox = join(coordination.test.parent, 'received');
  mkdirSync(inbox);
  const form = join(inbox, 'form.xlsx');
  if (fillMore) await fillForm(coordination, form, fillMore);
  else await usualForm(coordination, form);
  return { inbox, form };
}

async function fillForm({ test }: Coordination, form: string, fillMore: (workbook: Workbook) => void): Promise<void> {
  await test.call('rollup.writeKit', { file: test.grant(form), quarter: quarterTwo });
  await editForm(form, (workbook) => {
    fillUnit(workbook);
    fillMonths(workbook);
    fillMore(workbook);
  });
}
