import { largestHundredths, readHundredths } from '../ground/amounts.ts';
import { freeText } from '../ground/common.ts';
import { civilDate, fiscalYear } from '../ground/dates.ts';
import { amendedYears, fundingColumns, type FundingColumn, type Register } from './fundingColumns.ts';

/** What a cell holds: text, a code, a unit's id, a civil date, or an integer (cents, hundredths, a count). Null is blank, never zero. */
export type FundingCell = string | number | null;
export type FundingCells = Readonly<Record<string, FundingCell>>;

export const cellProblems = [
  'not_a_number',
  'dash',
  'too_many_decimals',
  'out_of_range',
  'negative',
  'not_a_date',
  'unreadable',
  'unknown_choice',
  'unknown_unit',
  'unknown_pillar',
  'too_long',
  'contains_binary',
  'required',
  'code_taken',
  'date_before_previous',
] as const;
export type CellProblem = (typeof cellProblems)[number];

export type CellReading = { readonly value: FundingCell } | { readonly problem: CellProblem };

/** Units by id, with the codes by which people name them. */
export type UnitCodes = readonly { readonly id: string; readonly code: string }[];

/** Case, accents, and the marks that programs put in place of others do not tell two words apart. */
export function foldWord(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('’', "'")
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
    .toLowerCase();
}

const longestCode = 20;

/** Columns whose cells are integers. */
export function isNumeric(
  column: FundingColumn,
): column is Extract<FundingColumn, { kind: 'money' | 'decimal' | 'whole' }> {
  return column.kind === 'money' || column.kind === 'decimal' || column.kind === 'whole';
}

function readNumber(column: FundingColumn, text: string): CellReading {
  const value = readHundredths(text);
  if (typeof value === 'string') return { problem: value };
  if (value === null) return { value };
  if (column.kind === 'whole')
    return value % 100 === 0 ? checked(column, value / 100) : { problem: 'too_many_decimals' };
  return checked(column, value);
}

function checked(column: FundingColumn, value: FundingCell): CellReading {
  const problem = cellProblem(column, value);
  return problem === null ? { value } : { problem };
}

function readChoice({ options }: Extract<FundingColumn, { kind: 'choice' }>, text: string): CellReading {
  const word = foldWord(text);
  // A French role has both genders; a person writes one.
  const found = options.find(({ code, label }) =>
    [code, label.en, label.fr, ...label.fr.split(' ou ')].some((each) => foldWord(each) === word),
  );
  return found ? { value: found.code } : { problem: 'unknown_choice' };
}

function readUnit(units: UnitCodes, text: string): CellReading {
  const found = units.find((each) => foldWord(each.code) === foldWord(text));
  return found ? { value: found.id } : { problem: 'unknown_unit' };
}

/** Reads a cell as a person typed or pasted it, in either language. */
export function readCell(column: FundingColumn, typed: string, units: UnitCodes): CellReading {
  const text = typed.trim();
  if (text === '') return { value: null };
  if (isNumeric(column)) return readNumber(column, text);
  if (column.kind === 'choice') return readChoice(column, text);
  if (column.kind === 'unit') return readUnit(units, text);
  return checked(column, column.kind === 'date' ? text.replace(/^(\d{4})\/(\d{2})\/(\d{2})$/, '$1-$2-$3') : text);
}

function dateProblem(text: string): CellProblem | null {
  return civilDate.safeParse(text).success ? null : 'not_a_date';
}

function textProblem(text: string, column: Extract<FundingColumn, { kind: 'code' | 'text' }>): CellProblem | null {
  if (text.length > (column.kind === 'code' ? longestCode : column.longest)) return 'too_long';
  return freeText.safeParse(text).success ? null : 'contains_binary';
}

function numberProblem(column: FundingColumn, value: FundingCell): CellProblem | null {
  if (typeof value !== 'number' || !Number.isInteger(value)) return 'not_a_number';
  if (Math.abs(value) > largestHundredths) return 'out_of_range';
  // Money may be given back; persons, days and things may not be fewer than none.
  return value < 0 && column.kind !== 'money' ? 'negative' : null;
}

/** What is wrong with a value by itself; null where nothing is. A unit's being known is the store's to say. */
export function cellProblem(column: FundingColumn, value: FundingCell): CellProblem | null {
  if (value === null) return column.required ? 'required' : null;
  if (isNumeric(column)) return numberProblem(column, value);
  if (typeof value !== 'string') return 'unreadable';
  if (column.kind === 'choice') return column.options.some(({ code }) => code === value) ? null : 'unknown_choice';
  if (column.kind === 'unit') return null;
  return column.kind === 'date' ? dateProblem(value) : textProblem(value, column);
}

/** Dates of a row that cannot come before another of the same row. */
const dateOrders: Readonly<Partial<Record<Register, readonly (readonly [first: string, then: string])[]>>> = {
  positions: [
    ['startsOn', 'endsOn'],
    ['startsOn', 'filledOn'],
    ['filledOn', 'leftOn'],
  ],
  equipment: [['inServiceOn', 'expiresOn']],
  activities: [
    ['plannedFrom', 'plannedTo'],
    ['startedOn', 'completedOn'],
  ],
  reports: [['periodFrom', 'periodTo']],
};

export interface RowProblem {
  readonly key: string;
  readonly problem: CellProblem;
}

/** What a column asks for because of another of the same row. */
function amendmentProblems(cells: FundingCells): readonly RowProblem[] {
  const amounts = amendedYears.map((year) => `amount${String(year)}`).filter((key) => (cells[key] ?? null) !== null);
  const below = amounts.filter((key) => Number(cells[key]) < 0).map((key) => ({ key, problem: 'negative' as const }));
  const from = cells['amountsFrom'] ?? null;
  if (from === null) return amounts.length > 0 ? [...below, { key: 'amountsFrom', problem: 'required' }] : below;
  return fiscalYear.safeParse(from).success ? below : [...below, { key: 'amountsFrom', problem: 'out_of_range' }];
}

function dependentProblems(register: Register, cells: FundingCells): readonly RowProblem[] {
  if (register === 'amendments') return amendmentProblems(cells);
  // What was sent was sent on a day.
  const isUndated = register === 'reports' && cells['state'] === 'sent' && (cells['sentOn'] ?? null) === null;
  return isUndated ? [{ key: 'sentOn', problem: 'required' }] : [];
}

/** Everything that is wrong with a row, column by column. */
export function rowProblems(register: Register, cells: FundingCells): readonly RowProblem[] {
  const found = fundingColumns[register].flatMap((column): readonly RowProblem[] => {
    const problem = cellProblem(column, cells[column.key] ?? null);
    return problem === null ? [] : [{ key: column.key, problem }];
  });
  const orders = (dateOrders[register] ?? []).flatMap(([first, then]): readonly RowProblem[] => {
    const [before, after] = [cells[first] ?? null, cells[then] ?? null];
    return before !== null && after !== null && after < before ? [{ key: then, problem: 'date_before_previous' }] : [];
  });
  return [...found, ...orders, ...dependentProblems(register, cells)];
}
