import { ledgerSign, ledgerTerm, type LedgerTerm } from '#contract/ground/codes';
import type { ReturnContent } from '#contract/reporting/returns';

export type LedgerColumn = 'opening' | LedgerTerm | 'closing';
export const ledgerColumns: readonly LedgerColumn[] = ['opening', ...ledgerTerm.options, 'closing'];

export interface QuarterLedger {
  /** Null for the total over the units. */
  readonly unitCode: string | null;
  readonly values: Readonly<Record<LedgerColumn, number | null>>;
  readonly balanced: boolean;
}

type MonthLine = ReturnContent['ledger'][number];

/** A month that is not reported leaves the quarter unknown. */
function sum(values: readonly (number | null)[]): number | null {
  let total = 0;
  for (const value of values) {
    if (value === null) return null;
    total += value;
  }
  return values.length === 0 ? null : total;
}

function makeValues(valueOf: (column: LedgerColumn) => number | null): QuarterLedger['values'] {
  return Object.fromEntries(ledgerColumns.map((column) => [column, valueOf(column)])) as QuarterLedger['values'];
}

function isBalanced(values: QuarterLedger['values']): boolean {
  const { opening, closing } = values;
  const moved = sum(ledgerTerm.options.map((term) => (values[term] === null ? null : values[term] * ledgerSign[term])));
  return opening !== null && moved !== null && closing !== null && opening + moved === closing;
}

function unitLedger(unitCode: string, lines: readonly MonthLine[]): QuarterLedger {
  const sorted = [...lines].sort((a, b) => (a.month < b.month ? -1 : 1));
  const values = makeValues((column) => {
    if (column === 'opening') return sorted[0]?.line.opening ?? null;
    if (column === 'closing') return sorted.at(-1)?.line.closing ?? null;
    return sum(sorted.map(({ line }) => line.terms[column]));
  });
  return { unitCode, values, balanced: isBalanced(values) };
}

export interface LedgerTable {
  readonly units: readonly QuarterLedger[];
  readonly total: QuarterLedger;
  /** Units whose every column is known: the total adds up these alone, so that it balances. */
  readonly covered: number;
}

/** The quarter's ledger of each unit, from its three months, and their total. */
export function ledgerTableOf(content: ReturnContent): LedgerTable {
  const units = content.units.map(({ code }) =>
    unitLedger(
      code,
      content.ledger.filter((each) => each.unitCode === code),
    ),
  );
  const whole = units.filter(({ values }) => ledgerColumns.every((column) => values[column] !== null));
  const values = makeValues((column) => sum(whole.map((unit) => unit.values[column])));
  return { units, total: { unitCode: null, values, balanced: isBalanced(values) }, covered: whole.length };
}
