import type { CoveredUnit } from '#contract/reporting/rollup';

/** A month of which no source says anything is absent; one that lacks some of its figures is partial. */
export function stateOf({ packId, missing }: CoveredUnit['cells'][number]): 'whole' | 'partial' | 'absent' {
  if (packId === null) return 'absent';
  return missing.length === 0 ? 'whole' : 'partial';
}
