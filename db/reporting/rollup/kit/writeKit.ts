import { addMonths, monthsBetween, type Quarter } from '#contract/ground/dates';
import { codeWord } from '#contract/words/codes';
import { headings } from '#contract/words/headings';
import { addSheet, colours, font, type Print } from '../../../documents/workbook/table.ts';
import { bytesOf, newWorkbook, type Cell, type Workbook, type Worksheet } from '../../../documents/workbook/write.ts';
import {
  definitions,
  fictitiousMark,
  firstColumn,
  firstRow,
  formMark,
  formMeasures,
  instructions,
  isStaffing,
  monthsAsked,
  monthStates,
  stockFields,
  tabs,
  unitFields,
  type UnitField,
} from './form.ts';
import { periodOf } from '#contract/ground/period';

export interface KitFacts {
  readonly quarter: Quarter;
  readonly marking: string;
  readonly demonstration: boolean;
}

const quiet = { ...font, color: { argb: colours.quiet } } as const;
const input = { type: 'pattern', pattern: 'solid', fgColor: { argb: colours.warning } } as const;

function list(cell: Cell, choices: readonly string[]): void {
  cell.dataValidation = {
    type: 'list',
    allowBlank: true,
    formulae: [`"${choices.join(',')}"`],
    showErrorMessage: true,
    errorTitle: 'Vigie',
    error: choices.join(' / '),
  };
}

/** A count is a whole number; what is reclassified carries its own sign; staff and hours may have tenths. */
function number(cell: Cell, isWhole: boolean, mayBeNegative: boolean): void {
  cell.numFmt = isWhole ? '0' : '0.0';
  cell.dataValidation = {
    type: isWhole ? 'whole' : 'decimal',
    operator: 'greaterThanOrEqual',
    allowBlank: true,
    formulae: [mayBeNegative ? -100_000 : 0],
    showErrorMessage: true,
    errorTitle: 'Vigie',
    error: isWhole
      ? 'A whole number, or blank. / Un nombre entier, ou rien.'
      : 'A number, or blank. / Un nombre, ou rien.',
  };
}

function addInstructions(workbook: Workbook, print: Print): void {
  const sheet = addSheet(workbook, tabs.instructions, { en: 'Instructions', fr: 'Instructions' }, print);
  sheet.columns = [{ width: 78 }, { width: 78 }];
  const title = sheet.addRow(['Unit without Vigie - counts by month', 'Unité sans Vigie - comptes par mois']);
  title.font = { ...font, bold: true, size: 14, color: { argb: colours.header } };
  for (const { en, fr } of instructions) {
    const row = sheet.addRow([en, fr]);
    row.font = font;
    row.alignment = { wrapText: true, vertical: 'top' };
  }
}

function addUnitSheet(workbook: Workbook, { quarter, demonstration }: KitFacts, print: Print): void {
  const sheet = addSheet(workbook, tabs.unit, headings.unit, print);
  sheet.columns = [{ width: 12 }, { width: 52 }, { width: 52 }, { width: 34 }];
  const filled: Partial<Record<UnitField, string>> = {
    form: demonstration ? fictitiousMark : formMark,
    quarter: `${String(quarter.fiscalYear)}-Q${String(quarter.quarter)}`,
  };
  for (const { code, label } of unitFields) {
    const row = sheet.addRow([code, label.en, label.fr, filled[code] ?? null]);
    row.font = font;
    row.alignment = { wrapText: true, vertical: 'top' };
    row.getCell(1).font = quiet;
    const cell = row.getCell(4);
    if (filled[code] === undefined) cell.fill = input;
    if (code === 'definition') list(cell, definitions);
    if (code === 'opening' || code === 'closing') number(cell, true, false);
  }
}

function addHeads(sheet: Worksheet): void {
  const names = formMeasures.map((each) => codeWord('measure', each));
  const head = sheet.addRow(['Month\nMois', 'Counts\nComptes', ...names.map(({ en, fr }) => `${en}\n${fr}`)]);
  head.height = 88;
  head.eachCell((cell) => {
    cell.font = { ...font, bold: true, color: { argb: 'FFFFFFFF' } };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: colours.header } };
    cell.alignment = { wrapText: true, vertical: 'middle' };
  });
  sheet.addRow(['month', 'state', ...formMeasures]).font = quiet;
}

function addMonthSheet(workbook: Workbook, { quarter }: KitFacts, print: Print): void {
  const sheet = addSheet(workbook, tabs.months, headings.months, print);
  sheet.columns = [{ width: 10 }, { width: 11 }, ...formMeasures.map(() => ({ width: 14 }))];
  addHeads(sheet);
  sheet.views = [{ state: 'frozen', xSplit: firstColumn - 1, ySplit: firstRow - 1, showGridLines: false }];
  const last = periodOf(quarter).lastMonth;
  for (const month of monthsBetween(addMonths(last, 1 - monthsAsked), last)) {
    const row = sheet.addRow([month, 'complete']);
    row.font = font;
    list(row.getCell(2), monthStates);
    formMeasures.forEach((measure, index) => {
      const cell = row.getCell(firstColumn + index);
      cell.fill = input;
      number(cell, !isStaffing(measure), measure === 'reclassified');
    });
  }
}

function addStockSheet(workbook: Workbook, print: Print): void {
  const title = { en: 'Age and time of files', fr: 'Âge et délais des dossiers' };
  const sheet = addSheet(workbook, tabs.stock, title, print);
  sheet.columns = [{ width: 22 }, { width: 58 }, { width: 62 }, { width: 14 }];
  for (const { code, label } of stockFields) {
    const row = sheet.addRow([code, label.en, label.fr, null]);
    row.font = font;
    row.alignment = { wrapText: true, vertical: 'top' };
    row.getCell(1).font = quiet;
    row.getCell(4).fill = input;
    number(row.getCell(4), !code.startsWith('median_'), false);
  }
}

/** A blank form, bilingual: instructions, the unit, age and time of its files, and its months with what may be written in each cell. */
export async function buildKit(facts: KitFacts): Promise<Uint8Array> {
  const workbook = await newWorkbook();
  const print: Print = {
    marking: facts.marking,
    heading: { en: 'Unit without Vigie, unsigned', fr: 'Unité sans Vigie, non signé' },
  };
  addInstructions(workbook, print);
  addUnitSheet(workbook, facts, print);
  addMonthSheet(workbook, facts, print);
  addStockSheet(workbook, print);
  return bytesOf(workbook);
}
