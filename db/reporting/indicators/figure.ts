import type { ValueStatus } from '#contract/ground/codes';
import type { BreakdownCover, FigurePart, StageMedian } from '#contract/reporting/indicators';
import type { EnteredBeside } from '#contract/reporting/reconciliation';

/** One indicator of one unit in one quarter. `value` is null exactly where the status is `not_available`. */
export interface Figure {
  readonly code: string;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly status: ValueStatus;
  readonly parts: readonly FigurePart[];
  /** Of a count that Vigie breaks down, each way and how many units are broken down so; absent of other figures. */
  readonly breakdowns?: readonly BreakdownCover[];
  /** Of a median, the files of each stage that it and its parts rest on; absent of other figures. */
  readonly medians?: readonly StageMedian[];
  readonly calculation: 'pack' | 'ledger' | 'funding' | 'entered';
  /** What was entered for the same figure; absent where it is computed or entered alone. */
  readonly entered?: EnteredBeside | null;
  readonly packIds: readonly string[];
}
