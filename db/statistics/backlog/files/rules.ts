import { ledgerSign, type LedgerTerm } from '#contract/ground/codes';

/** How a stay in the backlog ended: `left` by a conclusion, to court or to another service; `reclassified` without leaving. */
export type Ending = 'open' | 'left' | 'reclassified';

/** One stay of a file in the backlog; days are counted from 1970-01-01. */
export interface Stay {
  readonly entered: number;
  /** The day on which it left, `never` while it is there: the file is in the backlog from `entered` up to the day before. */
  readonly ended: number;
  readonly ending: Ending;
}

/** After any day that a file can leave on. */
export const never = 2 ** 31 - 1;

/** An entry of the ledger: what a file added to or took from its unit's backlog on a day. */
export interface StockEntry {
  readonly day: number;
  readonly term: LedgerTerm;
  readonly amount: number;
}

/**
 * The stays of one file from its entries in the ledger, in their order. The ledger balances file by file, so that what
 * comes in and what goes out alternate: the first way in belongs to the first way out.
 */
export function staysOf(entries: readonly StockEntry[]): readonly Stay[] {
  const isIn = ({ term, amount }: StockEntry): boolean => ledgerSign[term] * amount > 0;
  const byDay = (a: StockEntry, b: StockEntry): number => a.day - b.day;
  const ins = entries.filter(isIn).sort(byDay);
  const outs = entries.filter((each) => !isIn(each)).sort(byDay);
  return ins.map(({ day }, index) => {
    const out = outs[index];
    if (out === undefined) return { entered: day, ended: never, ending: 'open' };
    return { entered: day, ended: out.day, ending: out.term === 'reclassified' ? 'reclassified' : 'left' };
  });
}
