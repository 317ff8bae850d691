import type { Basis, GradeReason } from './reasons.ts';

type Grade = 'A' | 'B' | 'C' | 'D';

/** What the grade is judged on. A null fact could not be determined, or the method at hand cannot evaluate it: it is never taken as met. */
export type EvidenceFacts = {
  readonly reportedBefore: number;
  readonly reportedAfter: number;
  /** Share of the funded months in which the unit ran out of work, 0 to 1. */
  readonly starvedShare: number | null;
  /** Sum of the absolute stock-flow residuals over the sum of the outflow; of the last year where its end is not complete. */
  readonly residualShare: number | null;
  readonly inflowSplitRecorded: boolean;
  /** Share of the outflow of the funded months that is administrative, 0 to 1. */
  readonly administrativeShare: number | null;
  /** Mean outflow of the reported funded months, in files. */
  readonly meanOutflow: number | null;
  readonly flatPreTrend: boolean | null;
  /** Funded units closed more files just before the funding than earlier; null where it could not be tested. */
  readonly roseBefore: boolean | null;
  readonly insideStructuralBand: boolean | null;
  /** The relative productivity comes from the prior and not from the data. */
  readonly priorDriven: boolean;
  /** What the prior weighs in the unit's productivity, 0 to 1; null where a reference gave it, and without funded staff. */
  readonly priorWeight: number | null;
  /** Months whose staff in post is to be questioned. */
  readonly doubtfulStaffing: number;
  /** Months of the fit of which a part alone is counted, as where history was imported without its days, or nothing. */
  readonly partialMonths: number;
  /** When files began to leave without investigation by other rates than before: about when the funding began, at another time, or never. */
  readonly practiceChanged: 'with_funding' | 'apart' | null;
  /** More files came in a month once funded than before, or to the funded units than to the others; null where neither is known. */
  readonly inflowRose: boolean | null;
  /** Units never funded that report before the funding and after it; null where a reference tells what all units share. */
  readonly controls: number | null;
};

/**
 * `failed` costs a letter; `capped` makes the grade C at best; `interval_only` makes it D; `not_evaluated` costs a letter, because it was not
 * shown.
 */
type CriterionOutcome = 'met' | 'failed' | 'capped' | 'interval_only' | 'not_evaluated';

type CriterionCode =
  | 'months_before'
  | 'months_after'
  | 'starved'
  | 'residual'
  | 'inflow_split'
  | 'administrative'
  | 'pre_trend'
  | 'structural_band'
  | 'own_data'
  | 'staffing'
  | 'whole_months'
  | 'practice'
  | 'controls';

type Criterion = {
  readonly criterion: CriterionCode;
  readonly outcome: CriterionOutcome;
  /** What keeps the grade from being better; null when met. */
  readonly reason: GradeReason | null;
  readonly value: number | null;
  /** What grade A asks for: a number of months, or a share. Null for yes-or-no criteria. */
  readonly required: number | null;
};

export type Evidence = {
  /** Null: refused. */
  readonly grade: Grade | null;
  /** Why the grade is not better, in the order of the criteria. */
  readonly reasons: readonly GradeReason[];
  readonly criteria: readonly Criterion[];
};

/** Whether the draws may be trusted: the chains agree, do not, or have not been looked at. */
export type Sampling = 'converged' | 'not_converged' | 'being_checked';

/** Source: Vehtari and others (2021), section 4. */
const fewestEffective = 400;
const highestRHat = 1.01;

/** Of a fit. Draws of a reference are judged where that is made. */
export function samplingOf(
  fit: { readonly rHat: number | null; readonly effectiveSampleSize: number | null },
  basis: Basis,
): Sampling {
  if (basis === 'reference') return 'converged';
  const { rHat, effectiveSampleSize } = fit;
  if (rHat === null || effectiveSampleSize === null) return 'being_checked';
  return rHat <= highestRHat && effectiveSampleSize >= fewestEffective ? 'converged' : 'not_converged';
}

/** Of an estimation; where nothing could be estimated there is nothing to distrust. */
export function samplingIn({
  fit,
  basis,
}: {
  readonly fit: Parameters<typeof samplingOf>[0] | null;
  readonly basis: Basis;
}): Sampling {
  return fit === null ? 'converged' : samplingOf(fit, basis);
}

/** Without draws that may be trusted there is no grade, whatever the data. */
export function refusedBy(sampling: Sampling, evidence: Evidence): Evidence {
  if (sampling === 'converged') return evidence;
  return { ...evidence, grade: null, reasons: [sampling, ...evidence.reasons] };
}

/** Fewer files a month than this and a single figure says more than the data do. */
const smallCountBelow = 5;

/**
 * Fewer never-funded units than this do not tell what the months did from what the funding did: from before the funding to after it one unit's
 * own productivity moves by some 13 % by chance, so that six know a common move to within 5 %, a quarter of what funded staff usually add.
 */
const fewestControls = 6;

type Reasons = { readonly failed: GradeReason; readonly intervalOnly: GradeReason; readonly notEvaluated: GradeReason };

function judged(
  criterion: CriterionCode,
  outcome: CriterionOutcome,
  reasons: Partial<Reasons>,
  value: number | null = null,
  required: number | null = null,
): Criterion {
  const byOutcome = {
    met: null,
    failed: reasons.failed,
    capped: reasons.failed,
    interval_only: reasons.intervalOnly,
    not_evaluated: reasons.notEvaluated,
  };
  return { criterion, outcome, reason: byOutcome[outcome] ?? null, value, required };
}

function outcomeBelow(value: number | null, required: number, intervalOnlyAbove: number): CriterionOutcome {
  if (value === null) return 'not_evaluated';
  if (value > intervalOnlyAbove) return 'interval_only';
  return value >= required ? 'failed' : 'met';
}

function outcomeOf(holds: boolean | null): CriterionOutcome {
  if (holds === null) return 'not_evaluated';
  return holds ? 'met' : 'failed';
}

function judgeMonths(facts: EvidenceFacts): Criterion[] {
  const before = facts.reportedBefore;
  const beforeOutcome = before < 12 ? 'interval_only' : before < 24 ? 'failed' : 'met';
  return [
    judged(
      'months_before',
      beforeOutcome,
      { failed: 'months_before_under_24', intervalOnly: 'months_before_under_12' },
      before,
      24,
    ),
    judged(
      'months_after',
      facts.reportedAfter < 12 ? 'failed' : 'met',
      { failed: 'months_after_under_12' },
      facts.reportedAfter,
      12,
    ),
  ];
}

function judgeShares(facts: EvidenceFacts): Criterion[] {
  const { starvedShare, residualShare, administrativeShare } = facts;
  const starved: Reasons = {
    failed: 'starved_over_10',
    intervalOnly: 'starved_over_30',
    notEvaluated: 'starved_not_evaluated',
  };
  const residual: Reasons = {
    failed: 'residual_over_5',
    intervalOnly: 'residual_over_10',
    notEvaluated: 'residual_not_evaluated',
  };
  const administrative: Reasons = {
    failed: 'mostly_administrative',
    intervalOnly: 'mostly_administrative',
    notEvaluated: 'administrative_not_evaluated',
  };
  return [
    judged('starved', outcomeBelow(starvedShare, 0.1, 0.3), starved, starvedShare, 0.1),
    judged('residual', outcomeBelow(residualShare, 0.05, 0.1), residual, residualShare, 0.05),
    judged('administrative', outcomeBelow(administrativeShare, 0.5, 0.5), administrative, administrativeShare, 0.5),
  ];
}

/** Files that the funded staff brought in count against what they closed: where they are not recorded apart, a rise may be theirs. */
function judgeInflow({ inflowSplitRecorded, inflowRose }: EvidenceFacts): Criterion {
  if (inflowSplitRecorded) return judged('inflow_split', 'met', {});
  if (inflowRose === true) return judged('inflow_split', 'capped', { failed: 'inflow_rose' });
  return judged('inflow_split', 'failed', { failed: 'inflow_split_missing' });
}

/** From a quarter on the prior is heard in the figure; from a half on it says more than the data. */
const priorHeard = 0.25;
const priorSaysMore = 0.5;

function judgeLearnt({ priorDriven, priorWeight }: EvidenceFacts): Criterion {
  const weight = priorDriven ? 1 : priorWeight;
  const outcome = weight === null || weight < priorHeard ? 'met' : weight < priorSaysMore ? 'capped' : 'interval_only';
  return judged('own_data', outcome, { failed: 'weakly_learnt', intervalOnly: 'prior_driven' }, weight, priorHeard);
}

/** Never-funded units separate the effect of the months from that of the funding. Where the prior answers there is nothing to separate. */
function judgeControls({ priorDriven, controls }: EvidenceFacts): Criterion {
  const few = !priorDriven && controls !== null && controls < fewestControls;
  const outcome = few ? (controls === 0 ? 'interval_only' : 'capped') : 'met';
  return judged('controls', outcome, { failed: 'few_controls', intervalOnly: 'no_controls' }, controls, fewestControls);
}

function judgeTrend({ flatPreTrend, roseBefore }: EvidenceFacts): Criterion {
  if (roseBefore === true) return judged('pre_trend', 'capped', { failed: 'rose_before_funding' });
  const reasons = { failed: 'pre_trend_not_flat', notEvaluated: 'pre_trend_not_evaluated' } as const;
  return judged('pre_trend', flatPreTrend === false ? 'capped' : outcomeOf(flatPreTrend), reasons);
}

/** A change that came with the funding may be its own: which files would have left without it is then an assumption. */
function judgePractice({ practiceChanged }: EvidenceFacts): Criterion {
  const outcomes = { with_funding: 'interval_only', apart: 'capped' } as const;
  const reasons = { failed: 'practice_changed', intervalOnly: 'practice_changed_with_funding' } as const;
  return judged('practice', practiceChanged === null ? 'met' : outcomes[practiceChanged], reasons);
}

function judge(facts: EvidenceFacts): Criterion[] {
  const band = { failed: 'outside_structural_band', notEvaluated: 'structural_band_not_evaluated' } as const;
  return [
    ...judgeMonths(facts),
    ...judgeShares(facts),
    judgeInflow(facts),
    judgeTrend(facts),
    judged('structural_band', outcomeOf(facts.insideStructuralBand), band),
    judgeLearnt(facts),
    judged(
      'staffing',
      facts.doubtfulStaffing > 0 ? 'capped' : 'met',
      { failed: 'staffing_doubtful' },
      facts.doubtfulStaffing,
      0,
    ),
    judged(
      'whole_months',
      facts.partialMonths > 0 ? 'capped' : 'met',
      { failed: 'months_partial' },
      facts.partialMonths,
      0,
    ),
    judgePractice(facts),
    judgeControls(facts),
  ];
}

function letter(criteria: readonly Criterion[]): Grade {
  if (criteria.some((criterion) => criterion.outcome === 'interval_only')) return 'D';
  const missed = criteria.filter((criterion) => criterion.outcome !== 'met').length;
  if (missed === 0) return 'A';
  if (criteria.some((criterion) => criterion.outcome === 'capped')) return 'C';
  return missed === 1 ? 'B' : 'C';
}

/**
 * Grade of the evidence. A: every criterion met; B: one is not; C: more are not; D: interval only, because fewer than 12 reported months
 * before the funding, more than 30 % of the funded months short of work, residuals above 10 % of the outflow, mostly administrative outflow,
 * a productivity of which the prior says more than the data, closings without investigation that changed as the funding began, or no
 * never-funded unit. C at best: staff in post that is to be questioned, months counted in part, closings without investigation that changed, a trend before the funding
 * that was not flat, or a rise just before it, inflow that rose without a record of its origin, fewer than six never-funded units, a productivity in which the prior weighs a quarter or more. Few files a month are a reason at any grade.
 * Source: Vigie method note, sections 2.4 and 5; decisions, evidence grades.
 */
export function gradeEvidence(facts: EvidenceFacts): Evidence {
  const criteria = judge(facts);
  const reasons = criteria.map((criterion) => criterion.reason).filter((reason) => reason !== null);
  const small = facts.meanOutflow === null || facts.meanOutflow < smallCountBelow;
  return { grade: letter(criteria), reasons: small ? [...reasons, 'small_counts'] : reasons, criteria };
}
