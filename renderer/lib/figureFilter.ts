import { useCallback, useSyncExternalStore } from 'react';
import type { Month } from '#contract/ground/dates';
import type { AgreementId, UnitId } from '#contract/ground/ids';
import { useSession } from '../bridge/session.ts';

export const spans = [12, 24, 60, 120] as const;
export type Span = (typeof spans)[number];

/** What the figures are about: chosen once, and kept from one screen of figures to the next. */
export interface FigureFilter {
  /** Units on the board; null is all of them. */
  readonly unitIds: readonly UnitId[] | null;
  readonly span: Span;
  /** The ledger's period as `period.ts` writes it; null is the quarter of the last month. */
  readonly period: string | null;
  readonly scale: 'same' | 'own';
  /** The one unit that was looked at last. */
  readonly unitId: UnitId | null;
  readonly agreementId: AgreementId | null;
  /** Where the counterfactual looks: one unit, an agreement, or all; null is the screen's own first choice. */
  readonly scope: 'unit' | 'agreement' | 'all' | null;
  readonly lastMonth: Month | null;
}

const initial: FigureFilter = {
  unitIds: null,
  span: 24,
  period: null,
  scale: 'same',
  unitId: null,
  agreementId: null,
  scope: null,
  lastMonth: null,
};

let kept: { readonly owner: string; readonly filter: FigureFilter } = { owner: '', filter: initial };
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Kept in memory alone, for one user in one workspace. */
export function useFigureFilter(): readonly [FigureFilter, (changes: Partial<FigureFilter>) => void] {
  const { user, workspace } = useSession();
  const owner = `${workspace.id} ${user.id}`;
  const filter = useSyncExternalStore(subscribe, () => (kept.owner === owner ? kept.filter : initial));
  const change = useCallback(
    (changes: Partial<FigureFilter>) => {
      kept = { owner, filter: { ...(kept.owner === owner ? kept.filter : initial), ...changes } };
      for (const listener of listeners) listener();
    },
    [owner],
  );
  return [filter, change];
}
