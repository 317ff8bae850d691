import type { ReasonCode } from './reasons.ts';

export type Grade = 'A' | 'B' | 'C' | 'D';

/** What the grade is judged on. A null fact could not be determined, or the method at hand cannot evaluate it: it is never taken as met. */
export type EvidenceFacts = {
  readonly reportedBefore: number;
  readonly reportedAfter: number;
  /** Share of the funded months in which the unit ran out of work, 0 to 1. */
  readonly starvedShare: number | null;
  /** Sum of the absolute stock-flow residuals over the sum of the outflow. */
  readonly residualShare: number | null;
  readonly inflowSplitRecorded: boolean;
  /** Share of the outflow of the funded months that is administrative, 0 to 1. */
  readonly administrativeShare: number | null;
  /** Mean outflow of the reported funded months, in files. */
  readonly meanOutflow: number | null;
  readonly flatPreTrend: boolean | null;
  readonly insideStructuralBand: boolean | null;
  /** The relative productivity comes from the prior and not from the data. */
  readonly priorDriven: boolean;
};

/** `failed` costs a letter; `interval_only` holds the estimate to grade D; `not_evaluated` costs a letter, because it was not shown. */
export type CriterionOutcome = 'met' | 'failed' | 'interval_only' | 'not_evaluated';

export type Criterion = {
  readonly reason: ReasonCode;
  readonly outcome: CriterionOutcome;
  readonly value: number | null;
  /** What grade A asks for: a number of months, or a share. Null for yes-or-no criteria. */
  readonly required: number | null;
};

export type Evidence = {
  readonly grade: Grade;
  /** False: show the interval and no single figure. */
  readonly pointClaim: boolean;
  /** Why the grade is not better, in the order of the criteria. */
  readonly reasons: readonly ReasonCode[];
  readonly criteria: readonly Criterion[];
};

/** Fewer files a month than this and a single figure says more than the data do. */
export const smallCountBelow = 5;

function atLeast(reason: ReasonCode, value: number, required: number, intervalOnlyBelow: number): Criterion {
  const outcome = value < intervalOnlyBelow ? 'interval_only' : value < required ? 'failed' : 'met';
  return { reason, outcome, value, required };
}

function below(reason: ReasonCode, value: number | null, required: number, intervalOnlyAbove: number): Criterion {
  if (value === null) return { reason, outcome: 'not_evaluated', value, required };
  const outcome = value > intervalOnlyAbove ? 'interval_only' : value >= required ? 'failed' : 'met';
  return { reason, outcome, value, required };
}

function shown(reason: ReasonCode, holds: boolean | null): Criterion {
  const outcome = holds === null ? 'not_evaluated' : holds ? 'met' : 'failed';
  return { reason, outcome, value: null, required: null };
}

function judge(facts: EvidenceFacts): Criterion[] {
  return [
    atLeast('few_months_before', facts.reportedBefore, 24, 12),
    atLeast('few_months_after', facts.reportedAfter, 12, 0),
    below('work_limited', facts.starvedShare, 0.1, 0.3),
    below('stock_flow_unbalanced', facts.residualShare, 0.05, 0.1),
    shown('inflow_split_missing', facts.inflowSplitRecorded),
    below('mostly_administrative', facts.administrativeShare, 0.5, 0.5),
    shown('pre_trend_not_evaluated', facts.flatPreTrend),
    shown('structural_band_not_evaluated', facts.insideStructuralBand),
    { reason: 'prior_driven', outcome: facts.priorDriven ? 'interval_only' : 'met', value: null, required: null },
  ];
}

function letter(criteria: readonly Criterion[]): Grade {
  if (criteria.some((criterion) => criterion.outcome === 'interval_only')) return 'D';
  const missed = criteria.filter((criterion) => criterion.outcome !== 'met').length;
  if (missed === 0) return 'A';
  return missed === 1 ? 'B' : 'C';
}

/**
 * Grade of the evidence. A: every criterion met; B: one is not; C: more are not; D: interval only, because fewer than 12 reported months
 * before the funding, more than 30 % of the funded months short of work, residuals above 10 % of the outflow, mostly administrative outflow,
 * or a productivity taken from the prior. Few files a month forbid a single figure whatever the grade.
 * Source: Vigie method note, sections 2.4 and 5; decisions, evidence grades.
 */
export function gradeEvidence(facts: EvidenceFacts): Evidence {
  const criteria = judge(facts);
  const grade = letter(criteria);
  const reasons = criteria.filter((criterion) => criterion.outcome !== 'met').map((criterion) => criterion.reason);
  const small = facts.meanOutflow === null || facts.meanOutflow < smallCountBelow;
  return {
    grade,
    pointClaim: grade !== 'D' && !small,
    reasons: small ? [...reasons, 'small_counts'] : reasons,
    criteria,
  };
}
