import type { LedgerTerm } from '#contract/ground/codes';
import type { Month } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';

export interface Counted {
  readonly term: LedgerTerm;
  readonly from: Month;
  readonly to: Month;
  /** Null: every unit of the user. */
  readonly unitIds: readonly UnitId[] | null;
}
