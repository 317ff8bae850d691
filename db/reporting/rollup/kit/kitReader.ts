import { createHash } from 'node:crypto';
import { z } from 'zod';
import { addMonths, month, quarter as quarterSchema, type Month, type Quarter } from '#contract/ground/dates';
import { ledgerSign, ledgerTerm, measure, type Measure } from '#contract/ground/codes';
import { bilingual } from '#contract/ground/common';
import { unitStock, type UnitStock } from '#contract/reporting/indicators';
import { rollupSource, type RollupSource } from '#contract/reporting/rollup';
import type { ForeignFile, ForeignReader } from '../../../ground/foreign/reader.ts';
import { zipEntries } from '../../../documents/files/zip.ts';
import { openForeignWorkbook } from '../../../documents/workbook/foreign.ts';
import { gridOf, type Grid } from '../../../documents/workbook/grid.ts';
import { unpacksBeyond } from '../../../documents/workbook/unpacked.ts';
import { bytesWhole } from '../../../documents/tables/source.ts';
import { ruleOf } from '../../packs/counts.ts';
import { cellName, numberAt, textAt } from './cells.ts';
import {
  asksClosing,
  definitions,
  firstColumn,
  firstRow,
  formMeasures,
  isFirstForm,
  isPartialState,
  measuresOf,
  stockFields,
  tabs,
  unitFields,
  type UnitField,
} from './form.ts';
import { stockOfCells } from './stock.ts';
import { periodOf } from '#contract/ground/period';

export type KitProblem = RollupSource['problems'][number];

const largestFile = 2 * 1024 * 1024;
const largestInside = 32 * 1024 * 1024;
/** Beyond it no form has a cell. */
const largestForm = { rows: 1000, columns: 200 } as const;

const problem = (code: KitProblem['code'], file: string | null = null): KitProblem => ({ code, file });
const refused = (code: KitProblem['code']): Answer => ({ problems: [problem(code)] });

/** What a filled form says, as it stands there. */
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
  if ((await file.size()) > largestFile) return refused('file_too_large');
  const bytes = await bytesWhole(file, largestFile);
  const refusal = await refusalOf(bytes);
  if (refusal !== null) return refused(refusal);
  const { sheets, is1904 } = await openForeignWorkbook(bytes);
  const gridNamed = async (tab: string): Promise<Grid | undefined> => {
    const sheet = sheets.find(({ name }) => name === tab);
    return sheet && gridOf(sheet, is1904, largestForm);
  };
  const unitSheet = await gridNamed(tabs.unit);
  const monthSheet = await gridNamed(tabs.months);
  const stockSheet = await gridNamed(tabs.stock);
  return unitSheet && monthSheet ? readSheets({ unitSheet, monthSheet, stockSheet }) : refused('kit_invalid');
}

/** Before anything is unpacked to the memory: whether it is an archive, and how much comes out of it. */
async function refusalOf(bytes: Buffer): Promise<'kit_invalid' | 'file_too_large' | null> {
  try {
    return (await unpacksBeyond(await zipEntries(bytes), largestInside)) ? 'file_too_large' : null;
  } catch {
    return 'kit_invalid';
  }
}

interface KitSheets {
  readonly unitSheet: Grid;
  readonly monthSheet: Grid;
  readonly stockSheet: Grid | undefined;
}

function readSheets({ unitSheet, monthSheet, stockSheet }: KitSheets): Answer {
  const unit = readUnit(unitSheet);
  if ('problems' in unit) return unit;
  const months = readMonths(monthSheet, unit.unit);
  if ('problems' in months) return months;
  const stock = readStock(stockSheet, unit.unit);
  if ('problems' in stock) return stock;
  const wrong = balanceProblem(unit.unit, months.months);
  if (wrong) return { problems: [wrong] };
  return { unit: { ...unit.unit, ...stock }, months: months.months };
}

type Form = z.infer<typeof stated>;
type StatedUnit = Omit<Form['unit'], 'stock'>;

/** The balance at the end of a month; not known as soon as a movement of it is not. */
function balanceAfter(balance: number | null, { values }: Form['months'][number]): number | null {
  return ledgerTerm.options.reduce<number | null>((sum, term) => {
    const value = values.find((each) => each.measure === term)?.value ?? null;
    return sum === null || value === null ? null : sum + ledgerSign[term] * value;
  }, balance);
}

/** Where the movements do not lead from the opening count to a closing one that can be, or that was counted. */
function balanceProblem({ opening, closing }: StatedUnit, months: Form['months']): KitProblem | null {
  let balance = opening;
  let before: Month | null = null;
  for (const each of months.toSorted((a, b) => (a.month < b.month ? -1 : 1))) {
    // A month left blank is not known: after it no balance is.
    if (before !== null && each.month !== addMonths(before, 1)) balance = null;
    before = each.month;
    balance = balanceAfter(balance, each);
    if (balance !== null && balance < 0)
      return problem('kit_negative', `${tabs.months}, ${each.month}: ${String(balance)}`);
  }
  const isBalanced = balance === null || closing === null || balance === closing;
  return isBalanced ? null : problem('kit_closing_differs', `${tabs.unit}: ${String(closing)} / ${String(balance)}`);
}

/** The row of each code in a sheet whose first column holds them. */
function rowsByCode(sheet: Grid): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  const last = Math.min(sheet.rowCount, largestForm.rows);
  for (let row = 1; row <= last; row += 1) {
    const code = textAt(sheet, row, 1);
    if (code !== '') rows.set(code, row);
  }
  return rows;
}

function readStock(
  sheet: Grid | undefined,
  { mark }: StatedUnit,
): { readonly stock: UnitStock | null } | { readonly problems: KitProblem[] } {
  if (isFirstForm(mark)) return { stock: null };
  const rows = sheet ? rowsByCode(sheet) : new Map<string, number>();
  if (!sheet || stockFields.some(({ code }) => !rows.has(code))) return { problems: [problem('kit_invalid')] };
  const cells = stockFields.map(({ code }) => {
    const row = rows.get(code) ?? 0;
    return {
      code,
      row,
      value: numberAt(sheet, row, 4, { isWhole: !code.startsWith('median_'), mayBeNegative: false }),
    };
  });
  const wrong = cells.filter(({ value }) => value === undefined);
  if (wrong.length > 0) return { problems: wrong.map(({ row }) => problem('kit_bad_cell', cellName(sheet, row, 4))) };
  const read = stockOfCells(new Map(cells.map(({ code, value }) => [code, value ?? null])));
  if ('stock' in read) return read;
  return { problems: [problem('kit_bad_cell', cellName(sheet, rows.get(read.missing) ?? 0, 4))] };
}

/** 'YYYY-Qn', whose year is the one in which the fiscal year begins. */
function quarterOfText(text: string): Quarter | null {
  const parts = /^(\d{4})-[QT]([1-4])$/i.exec(text);
  const parsed = quarterSchema.safeParse({ fiscalYear: Number(parts?.[1]), quarter: Number(parts?.[2]) });
  return parsed.success ? parsed.data : null;
}

const isDefinition = (text: string): boolean => text === '' || definitions.some((each) => each === text);

/** Cells of the unit's sheet that are blank, and those that hold what cannot be. */
function unitProblems(sheet: Grid, mark: string, rowOf: (code: UnitField) => number): readonly KitProblem[] {
  const textOf = (code: UnitField): string => textAt(sheet, rowOf(code), 4);
  const countOf = (code: UnitField): number | null | undefined =>
    numberAt(sheet, rowOf(code), 4, { isWhole: true, mayBeNegative: false });
  // A balance that has a beginning has an end to compare with.
  const blank = fieldsOf(mark).filter(
    ({ code, asked }) => (asked || (code === 'closing' && textOf('opening') !== '')) && textOf(code) === '',
  );
  const wrong: readonly (readonly [UnitField, boolean])[] = [
    ['quarter', quarterOfText(textOf('quarter')) === null],
    ['opening', countOf('opening') === undefined],
    ['closing', asksClosing(mark) && countOf('closing') === undefined],
    ['definition', !isDefinition(textOf('definition'))],
  ];
  const cell = (code: UnitField): string => cellName(sheet, rowOf(code), 4);
  return [
    ...blank.map(({ code }) => problem('kit_missing', cell(code))),
    ...wrong.flatMap(([code, isWrong]) => (isWrong ? [problem('kit_bad_cell', cell(code))] : [])),
  ];
}

const fieldsOf = (mark: string) => unitFields.filter(({ code }) => code !== 'closing' || asksClosing(mark));

function readUnit(sheet: Grid): { readonly unit: StatedUnit } | { readonly problems: KitProblem[] } {
  const rows = rowsByCode(sheet);
  const rowOf = (code: UnitField): number => rows.get(code) ?? 0;
  const at = (code: UnitField): string => textAt(sheet, rowOf(code), 4);
  const mark = rowOf('form') === 0 ? '' : at('form');
  if (fieldsOf(mark).some(({ code }) => rowOf(code) === 0)) return { problems: [problem('kit_invalid')] };
  const problems = unitProblems(sheet, mark, rowOf);
  const quarter = quarterOfText(at('quarter'));
  if (problems.length > 0 || !quarter) return { problems: [...problems] };
  const count = (code: UnitField): number | null =>
    numberAt(sheet, rowOf(code), 4, { isWhole: true, mayBeNegative: false }) ?? null;
  const code = at('code');
  return {
    unit: {
      mark,
      id: unitIdOf(code),
      quarter,
      code,
      name: { en: at('name_en'), fr: at('name_fr') },
      service: at('service'),
      definition: at('definition'),
      opening: count('opening'),
      closing: asksClosing(mark) ? count('closing') : null,
    },
  };
}

/** A unit without Vigie has no id of its own: its code gives it one, the same in each of its forms (RFC 9562, version 8). */
function unitIdOf(code: string): string {
  const hex = createHash('sha256').update(`vigie-kit ${code.toUpperCase()}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function readMonths(
  sheet: Grid,
  { quarter, mark }: StatedUnit,
): { readonly months: Form['months'] } | { readonly problems: KitProblem[] } {
  const columns = new Map<string, number>();
  for (let column = firstColumn; column < firstColumn + formMeasures.length; column += 1)
    columns.set(textAt(sheet, firstRow - 1, column), column);
  const asked = measuresOf(mark).map((measure) => ({ measure, column: columns.get(measure) ?? 0 }));
  if (asked.some(({ column }) => column === 0)) return { problems: [problem('kit_invalid')] };
  const problems: KitProblem[] = [];
  const months: Form['months'] = [];
  for (let row = firstRow; row <= Math.min(sheet.rowCount, firstRow + 240); row += 1) {
    const read = readMonth(sheet, row, asked, quarter);
    problems.push(...read.problems);
    if (read.month) months.push(read.month);
  }
  if (problems.length > 0) return { problems: problems.slice(0, 20) };
  return months.length === 0 ? { problems: [problem('kit_empty', sheet.name)] } : { months };
}

/** A row without a figure says nothing of its month. */
function readMonth(
  sheet: Grid,
  row: number,
  asked: readonly { readonly measure: Measure; readonly column: number }[],
  quarter: Quarter,
): { readonly month: Form['months'][number] | null; readonly problems: KitProblem[] } {
  const cells = asked.map(({ measure, column }) => {
    return { measure, column, value: numberAt(sheet, row, column, ruleOf(measure)) };
  });
  if (cells.every(({ value }) => value === null)) return { month: null, problems: [] };
  const named = month.safeParse(textAt(sheet, row, 1));
  const isPartial = isPartialState(textAt(sheet, row, 2));
  const isKnown = named.success && named.data <= periodOf(quarter).lastMonth;
  const problems = [
    ...(isKnown ? [] : [problem('kit_bad_cell', cellName(sheet, row, 1))]),
    ...(isPartial === null ? [problem('kit_bad_state', cellName(sheet, row, 2))] : []),
    ...cells
      .filter(({ value }) => value === undefined)
      .map(({ column }) => problem('kit_bad_cell', cellName(sheet, row, column))),
  ];
  if (problems.length > 0 || isPartial === null) return { month: null, problems };
  const values = cells.map(({ measure, value }) => ({ measure, value: value ?? null }));
  return { month: { month: named.data as Month, isPartial, values }, problems: [] };
}
