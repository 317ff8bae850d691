import type { CivilDate } from '#contract/ground/dates';

/** The dates of one authority that a rule may look at. */
export interface DatedRecord {
  readonly kind: string;
  readonly variant: string | null;
  readonly startedOn: CivilDate;
  readonly dueOn: CivilDate | null;
  readonly doneOn: CivilDate | null;
  readonly endedOn: CivilDate | null;
  /** How it ended; `entered_in_error` takes every clock away. */
  readonly endReason: string | null;
  readonly deductedDays: number | null;
}

export interface Override {
  readonly ruleId: string;
  /** Null: no date applies any more. */
  readonly dueOn: CivilDate | null;
  readonly reason: string;
  readonly by: string;
  readonly at: number;
}

export interface Length {
  readonly unit: 'days' | 'months' | 'clear_days';
  readonly count: number;
}
