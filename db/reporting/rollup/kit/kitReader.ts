import { z } from 'zod';
import { addMonths, month, quarter as quarterSchema, type Month } from '#contract/ground/dates';
import { ledgerSign, ledgerTerm, measure } from '#contract/ground/codes';
import { bilingual } from '#contract/ground/common';
import { unitStock, type UnitStock } from '#contract/reporting/indicators';
import { rollupSource } from '#contract/reporting/rollup';
import type { ForeignFile, ForeignReader } from '../../../ground/foreign/reader.ts';
import { openForeignWorkbook } from '../../../documents/workbook/foreign.ts';
import { gridOf, type Grid } from '../../../documents/workbook/grid.ts';
import { workbookEntries } from '../../../documents/tables/workbookEntries.ts';
import { bytesWhole } from '../../../documents/tables/source.ts';
import { cellName, formulasIn, numberAt, numberProblem, rowsByCode } from './cells.ts';
import { isFirstForm, stockFields, tabs } from './form.ts';
import { readMonths, type MonthRow } from './monthSheet.ts';
import type { KitMonth } from './payload.ts';
import { largestForm, problem, refused, type KitProblem, type Problems } from './problem.ts';
import { stockOfCells } from './stock.ts';
import { readUnit, type ReadUnit, type StatedUnit } from './unitSheet.ts';

const largestFile = 2 * 1024 * 1024;
const largestInside = 32 * 1024 * 1024;
/** What a filled form says, as it is written there. */
const stated = z.object({
  unit: z.object({
    mark: z.string(),
    id: z.string(),
    quarter: quarterSchema,
    code: z.string(),
    name: bilingual,
    service: z.string(),
    definition: z.string(),
    opening: z.number().nullable(),
    closing: z.number().nullable(),
    stock: unitStock.nullable(),
  }),
  /** Cells whose number is the saved result of a formula. */
  formulas: z.array(z.string()),
  hasMacros: z.boolean(),
  months: z.array(
    z.object({
      month,
      isPartial: z.boolean(),
      values: z.array(z.object({ measure, value: z.number().nullable() })),
    }),
  ),
});

const answer = z.union([stated, z.object({ problems: rollupSource.shape.problems })]);
type Answer = z.infer<typeof answer>;

/** What cannot be read is named by its cell; a form with one such cell is not taken at all. */
export const kitReader: ForeignReader<null, Answer> = {
  name: 'kit',
  answer,
  read: async function* (file) {
    yield await readForm(file);
  },
};

async function readForm(file: ForeignFile): Promise<Answer> {
  const bytes = await bytesWhole(file, largestFile);
  const entries = await workbookEntries(bytes, largestInside);
  const hasMacros = entries.some(({ name }) => /(?:^|\/)vbaProject\.bin$/i.test(name));
  const { sheets, is1904 } = await openForeignWorkbook(bytes);
  const gridNamed = async (tab: string): Promise<Grid | undefined> => {
    const sheet = sheets.find(({ name }) => name === tab);
    return sheet && gridOf(sheet, is1904, largestForm);
  };
  const unitSheet = await gridNamed(tabs.unit);
  const monthSheet = await gridNamed(tabs.months);
  const stockSheet = await gridNamed(tabs.stock);
  if (!unitSheet) return refused('kit_invalid');
  return monthSheet
    ? readSheets({ unitSheet, monthSheet, stockSheet, hasMacros })
    : refused('kit_invalid', tabs.months);
}

interface KitSheets {
  readonly unitSheet: Grid;
  readonly monthSheet: Grid;
  readonly stockSheet: Grid | undefined;
  readonly hasMacros: boolean;
}

function readSheets({ unitSheet, monthSheet, stockSheet, hasMacros }: KitSheets): Answer {
  const unit = readUnit(unitSheet);
  if ('problems' in unit) return unit;
  const months = readMonths(monthSheet, unit.unit);
  if ('problems' in months) return months;
  const stock = readStock(stockSheet, unit.unit);
  if ('problems' in stock) return stock;
  const wrong = balanceProblem(unit, monthSheet, months.months);
  if (wrong) return { problems: [wrong] };
  return {
    unit: { ...unit.unit, stock: stock.stock },
    formulas: [...unit.formulas, ...months.formulas, ...stock.formulas],
    hasMacros,
    months: months.months.map((each) => ({ ...each, values: [...each.values] })),
  };
}

/** The balance at the end of a month; not known as soon as a movement of it is not. */
function balanceAfter(balance: number | null, { values }: KitMonth): number | null {
  return ledgerTerm.options.reduce<number | null>((sum, term) => {
    const value = values.find((each) => each.measure === term)?.value ?? null;
    return sum === null || value === null ? null : sum + ledgerSign[term] * value;
  }, balance);
}

/** Where the movements do not lead from the opening count to a closing one that can be, or that was counted. */
function balanceProblem(
  { unit: { opening, closing }, closingCell }: ReadUnit,
  sheet: Grid,
  months: readonly MonthRow[],
): KitProblem | null {
  let balance = opening;
  let before: Month | null = null;
  for (const each of months.toSorted((a, b) => (a.month < b.month ? -1 : 1))) {
    // A month left blank is not known: after it no balance is.
    if (before !== null && each.month !== addMonths(before, 1)) balance = null;
    before = each.month;
    balance = balanceAfter(balance, each);
    if (balance !== null && balance < 0)
      return problem('kit_negative', cellName(sheet, each.row, 1), { found: balance });
  }
  if (balance === null || closing === null || balance === closing) return null;
  return problem('kit_closing_differs', closingCell, { found: closing, expected: balance });
}

interface ReadStockSheet {
  readonly stock: UnitStock | null;
  readonly formulas: readonly string[];
}

function readStock(sheet: Grid | undefined, { mark }: StatedUnit): ReadStockSheet | Problems {
  if (isFirstForm(mark)) return { stock: null, formulas: [] };
  if (!sheet) return refused('kit_invalid', tabs.stock);
  const { rows, twice } = rowsByCode(sheet);
  if (twice.length > 0) return { problems: twice };
  const absent = stockFields.filter(({ code }) => !rows.has(code));
  if (absent.length > 0)
    return { problems: absent.map(({ code }) => problem('kit_invalid', `${sheet.name}: ${code}`)) };
  const cells = stockFields.map(({ code }) => {
    const row = rows.get(code) ?? 0;
    return {
      code,
      row,
      value: numberAt(sheet, row, 4, { isWhole: !code.startsWith('median_'), mayBeNegative: false }),
    };
  });
  const wrong = cells.filter(({ value }) => value === undefined);
  if (wrong.length > 0) return { problems: wrong.map(({ row }) => numberProblem(sheet, row, 4)) };
  const read = stockOfCells(new Map(cells.map(({ code, value }) => [code, value ?? null])));
  const formulas = formulasIn(
    sheet,
    cells.map(({ row }) => [row, 4]),
  );
  if ('stock' in read) return { ...read, formulas };
  return refused('kit_contradicts', cellName(sheet, rows.get(read.missing) ?? 0, 4));
}
