import type { CountedBreakdown, CountedCode } from '#contract/breakdowns';
import type { CivilDate } from '#contract/dates';

/** So many of one category, in one unit and quarter. */
export interface CategoryCount {
  readonly unitId: string;
  readonly code: CountedCode;
  readonly by: CountedBreakdown;
  /** Null where nobody recorded it. */
  readonly category: string | null;
  readonly count: number;
}

export interface Span {
  readonly unitIds: readonly string[];
  readonly from: CivilDate;
  readonly to: CivilDate;
}
