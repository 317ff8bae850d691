import { createContext, useContext } from 'react';
import type { LedgerColumn } from './ledger.ts';

/** One figure of the document. A unit's code of null is the agreement's total. */
export type Selection =
  | { readonly kind: 'indicator'; readonly code: string; readonly unitCode: string | null }
  | { readonly kind: 'ledger'; readonly column: LedgerColumn; readonly unitCode: string | null };

interface SelectionValue {
  readonly selected: Selection | null;
  readonly select: (selection: Selection) => void;
}

const SelectionContext = createContext<SelectionValue>({ selected: null, select: () => undefined });
export const SelectionProvider = SelectionContext.Provider;

export function useSelection(): SelectionValue {
  return useContext(SelectionContext);
}

export function isSameFigure(a: Selection | null, b: Selection): boolean {
  if (a?.kind !== b.kind || a.unitCode !== b.unitCode) return false;
  return a.kind === 'indicator'
    ? b.kind === 'indicator' && a.code === b.code
    : b.kind === 'ledger' && a.column === b.column;
}
