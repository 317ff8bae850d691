import type { Measure } from '#contract/ground/codes';
import { month, type Quarter } from '#contract/ground/dates';
import { periodOf } from '#contract/ground/period';
import type { Grid } from '../../../documents/workbook/grid.ts';
import { ruleOf } from '../../packs/counts.ts';
import { cellName, formulasIn, numberAt, numberProblem, textAt } from './cells.ts';
import { firstColumn, firstRow, formMeasures, isPartialState, measuresOf } from './form.ts';
import type { KitMonth } from './payload.ts';
import { largestForm, problem, refused, type KitProblem, type Problems } from './problem.ts';
import type { StatedUnit } from './unitSheet.ts';

interface Asked {
  readonly measure: Measure;
  readonly column: number;
}

/** The column of each measure, by the code above it; of one that is missing or there twice, the place of the wrong one. */
function columnsOf(sheet: Grid, mark: string): { readonly asked: readonly Asked[] } | Problems {
  const columns = new Map<string, number>();
  const measures = measuresOf(mark);
  const known = new Set<string>(measures);
  const others: number[] = [];
  for (let column = firstColumn; column < firstColumn + formMeasures.length; column += 1) {
    const code = textAt(sheet, firstRow - 1, column);
    if (columns.has(code) || (code !== '' && !known.has(code))) others.push(column);
    else if (code !== '') columns.set(code, column);
  }
  const absent = measures.filter((measure) => !columns.has(measure));
  if (others.length > 0)
    return { problems: others.map((column) => problem('kit_invalid', cellName(sheet, firstRow - 1, column))) };
  if (absent.length > 0) return { problems: absent.map((code) => problem('kit_invalid', `${sheet.name}: ${code}`)) };
  return { asked: measures.map((measure) => ({ measure, column: columns.get(measure) ?? 0 })) };
}

/** A month with the row that it was read from. */
export interface MonthRow extends KitMonth {
  readonly row: number;
}

interface ReadMonths {
  readonly months: readonly MonthRow[];
  readonly formulas: readonly string[];
}

export function readMonths(sheet: Grid, { quarter, mark }: StatedUnit): ReadMonths | Problems {
  const columns = columnsOf(sheet, mark);
  if ('problems' in columns) return { problems: columns.problems.slice(0, 20) };
  const problems: KitProblem[] = [];
  const months: MonthRow[] = [];
  const lastRow = Math.min(sheet.rowCount, largestForm.rows);
  for (let row = firstRow; row <= lastRow; row += 1) {
    const read = readMonth(sheet, row, columns.asked, quarter);
    problems.push(...read.problems);
    if (!read.month) continue;
    const { month: at } = read.month;
    if (months.some((each) => each.month === at)) problems.push(problem('kit_month_twice', cellName(sheet, row, 1)));
    months.push(read.month);
  }
  if (sheet.rowCount > largestForm.rows) problems.push(problem('kit_invalid', cellName(sheet, sheet.rowCount, 1)));
  if (problems.length > 0) return { problems: problems.slice(0, 20) };
  if (months.length === 0) return refused('kit_empty', sheet.name);
  const all = [1, 2, ...columns.asked.map(({ column }) => column)];
  const formulas = months.flatMap(({ row }) =>
    formulasIn(
      sheet,
      all.map((column) => [row, column]),
    ),
  );
  return { months, formulas };
}

/** A row without a figure says nothing of its month. */
function readMonth(
  sheet: Grid,
  row: number,
  asked: readonly Asked[],
  quarter: Quarter,
): { readonly month: MonthRow | null; readonly problems: KitProblem[] } {
  const cells = asked.map(({ measure, column }) => {
    return { measure, column, value: numberAt(sheet, row, column, ruleOf(measure)) };
  });
  if (cells.every(({ value }) => value === null)) return { month: null, problems: [] };
  const named = month.safeParse(textAt(sheet, row, 1));
  const isPartial = isPartialState(textAt(sheet, row, 2));
  const isKnown = named.success && named.data <= periodOf(quarter).lastMonth;
  const problems = [
    ...(isKnown ? [] : [problem('kit_bad_month', cellName(sheet, row, 1))]),
    ...(isPartial === null ? [problem('kit_bad_state', cellName(sheet, row, 2))] : []),
    ...cells.filter(({ value }) => value === undefined).map(({ column }) => numberProblem(sheet, row, column)),
  ];
  if (problems.length > 0 || isPartial === null || !named.success) return { month: null, problems };
  const values = cells.map(({ measure, value }) => ({ measure, value: value ?? null }));
  return { month: { row, month: named.data, isPartial, values }, problems: [] };
}
