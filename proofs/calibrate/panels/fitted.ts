/** The parameters whose posterior is ranked against the truth. */
export type RankedParameter = 'centre' | 'spread' | 'size' | 'deviation' | 'walkDeviation';

/** Posterior draws of one panel: draw d of every quantity belongs to the same world. */
export type Fitted = {
  readonly parameters: Readonly<Record<RankedParameter, ArrayLike<number>>>;
  /**
   * Draws of the gap (backlog without the funding minus actual backlog, files) of a unit at the end of a month; null where the fit has none.
   */
  readonly avoidedAt: (unit: number, month: number) => ArrayLike<number> | null;
};
