const lowestSoleProductivity = 0.05;

/** Effective FTE of a month in both worlds. */
export type EffectiveFte = { readonly withFunding: number; readonly without: number };

/**
 * Effective FTE with and without the funded staff and overtime, and what is left of them when some would have been hired anyway:
 * with = base + productivity x ramped + funded overtime; without = base + substitution x productivity x ramped. `base` includes the overtime
 * that the Strategy does not pay. Neither falls below `lowestShare` of the base. Where the funded staff are the only staff their productivity
 * is kept above zero: somebody did the work that was recorded.
 * Source: Vigie method note, sections 2.1 and 4 (substitution).
 */
export function effectiveFte(
  month: { readonly base: number; readonly ramped: number; readonly fundedOvertime: number },
  productivity: number,
  substitution: number,
  lowestShare: number,
): EffectiveFte {
  const lowest = lowestShare * month.base;
  const staff = (month.base > 0 ? productivity : Math.max(productivity, lowestSoleProductivity)) * month.ramped;
  return {
    withFunding: Math.max(lowest, month.base + staff + month.fundedOvertime),
    without: Math.max(lowest, month.base + substitution * staff),
  };
}
