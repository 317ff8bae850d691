import { ledgerSign, ledgerTerm } from '#contract/ground/codes';
import { quarterMonths, type Month } from '#contract/ground/dates';
import type { ReturnContent } from '#contract/reporting/returns';
import { ledgerOf } from '../../../statistics/backlog/stock.ts';
import { must } from '../../../ground/kernel/assert.ts';
import type { CellBook } from './cellBook.ts';
import { ledgerCategory, type LedgerCategory } from './content.ts';
import { closingKey, costs, flowKey, openingKey, subjectOf } from './keys.ts';

const categories: readonly LedgerCategory[] = ledgerCategory.options;

type Amounts = Readonly<Record<LedgerCategory, number | null>>;

/** A line of the ledger: of a unit or the agreement, of the quarter or, for the agreement, a month. */
export interface LedgerRow {
  readonly unitCode: string | null;
  /** Null for the whole quarter. */
  readonly month: Month | null;
  readonly unitsCovered: number;
  /** Ids of its cells; null where a figure is not available. */
  readonly cells: Readonly<Record<LedgerCategory, string | null>>;
}

interface UnitLedger {
  readonly id: string;
  readonly code: string;
  readonly months: readonly Amounts[];
  readonly quarter: Amounts;
}

const coefficients: readonly (readonly [LedgerCategory, number])[] = [
  ['opening', 1],
  ...ledgerTerm.options.map((term) => [term, ledgerSign[term]] as const),
  ['closing', -1],
];

function byCategory<T>(make: (category: LedgerCategory) => T): Readonly<Record<LedgerCategory, T>> {
  return Object.fromEntries(categories.map((category) => [category, make(category)])) as Record<LedgerCategory, T>;
}

type Line = ReturnContent['ledger'][number]['line'];
const amountsOf = ({ opening, terms, closing }: Pick<Line, 'opening' | 'terms' | 'closing'>): Amounts => ({
  opening,
  ...terms,
  closing,
});

function unitLedgers({ units, ledger, quarter }: ReturnContent): readonly UnitLedger[] {
  return units.map(({ id, code }) => {
    const stock = quarterMonths(quarter).flatMap((month) => {
      const line = ledger.find((each) => each.unitCode === code && each.month === month)?.line;
      return line ?? [];
    });
    const whole = stock.length === 3 ? ledgerOf(stock) : ledgerOf([]);
    return { id, code, months: stock.map(amountsOf), quarter: amountsOf(whole) };
  });
}

const isWhole = (amounts: Amounts): boolean => Object.values(amounts).every((value) => value !== null);

function sumOf(all: readonly Amounts[]): Amounts {
  return byCategory((category) => all.reduce((total, each) => total + (each[category] ?? 0), 0));
}

interface Subject {
  readonly name: string;
  readonly first: Month;
  readonly last: Month;
  readonly period: ReturnContent['quarter'] | Month;
  readonly cost: (category: LedgerCategory) => number;
}

const headlines: readonly LedgerCategory[] = ['opening', 'received', 'concluded', 'closing'];

/** The cells of one line, bound by its balance. */
function addLine(book: CellBook, subject: Subject, amounts: Amounts): LedgerRow['cells'] {
  const key = (category: LedgerCategory): string => {
    if (category === 'opening') return openingKey(subject.name, subject.first);
    if (category === 'closing') return closingKey(subject.name, subject.last);
    return flowKey(subject.name, category, subject.period);
  };
  const cells = byCategory((category) => {
    const value = amounts[category];
    if (value === null) return null;
    const signed = category === 'reclassified';
    return book.add({ key: key(category), value, signed, cost: subject.cost(category) });
  });
  const terms = coefficients.flatMap(([category, sign]) => {
    const id = cells[category];
    return id === null ? [] : [[id, sign] as const];
  });
  if (terms.length === coefficients.length) book.relate(terms);
  return cells;
}

function bindSum(
  book: CellBook,
  total: LedgerRow['cells'],
  parts: readonly LedgerRow['cells'][],
  of: readonly LedgerCategory[],
): void {
  if (parts.length < 2) return;
  for (const category of of) {
    const id = total[category];
    const ids = parts.flatMap((part) => part[category] ?? []);
    if (id !== null && ids.length === parts.length) book.relate([[id, -1], ...ids.map((part) => [part, 1] as const)]);
  }
}

/** The ledger of a return: the quarter by unit, and the agreement's quarter and months over the units whose ledger is whole. */
export function layOutLedger(content: ReturnContent, book: CellBook): readonly LedgerRow[] {
  const { quarter } = content;
  const months = quarterMonths(quarter);
  const whole = { first: months[0], last: months[2], period: quarter };
  const rows = unitLedgers(content).map((unit) => {
    const cost = (category: LedgerCategory): number => (headlines.includes(category) ? costs.headline : costs.term);
    const cells = addLine(book, { name: unit.id, ...whole, cost }, unit.quarter);
    return { unit, row: { unitCode: unit.code, month: null, unitsCovered: 1, cells } };
  });
  const complete = rows.filter(({ unit }) => isWhole(unit.quarter));
  const unitsCovered = complete.length;
  if (unitsCovered === 0) return rows.map(({ row }) => row);

  const name = subjectOf(complete.map(({ unit }) => unit.id));
  const total = addLine(
    book,
    { name, ...whole, cost: () => costs.total },
    sumOf(complete.map(({ unit }) => unit.quarter)),
  );
  const parts = complete.map(({ row }) => row.cells);
  bindSum(book, total, parts, categories);
  // The months of a single unit are unit-months, which a release does not have.
  const monthly = unitsCovered < 2 ? [] : months;
  const lines = monthly.map((month, index) => {
    const amounts = sumOf(complete.map(({ unit }) => must(unit.months[index], 'a whole ledger has every month')));
    const at = { name, first: month, last: month, period: month, cost: () => costs.monthTotal };
    return { unitCode: null, month, unitsCovered, cells: addLine(book, at, amounts) };
  });
  bindSum(
    book,
    total,
    lines.map(({ cells }) => cells),
    ledgerTerm.options,
  );
  return [...rows.map(({ row }) => row), { unitCode: null, month: null, unitsCovered, cells: total }, ...lines];
}
