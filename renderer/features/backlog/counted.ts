import type { LedgerTerm } from '#contract/codes';
import type { Month } from '#contract/dates';
import type { UnitId } from '#contract/ids';

export interface Counted {
  readonly term: LedgerTerm;
  readonly from: Month;
  readonly to: Month;
  /** Null: every unit of the user. */
  readonly unitIds: readonly UnitId[] | null;
}
