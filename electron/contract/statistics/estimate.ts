import { z } from 'zod';
import { coordinator } from '../ground/access.ts';
import { assumptions, sensitivityRow } from './assumptions.ts';
import { month } from '../ground/dates.ts';
import { action, read } from '../ground/define.ts';
import {
  basis,
  crossCheck,
  eventStudies,
  fit,
  placebos,
  quantiles,
  sceptic,
  summary,
  unitPlacebo,
} from './evidence.ts';
import { agreementId, fileGrant, jobId, unitId } from '../ground/ids.ts';

/** Why there is no number. `no_funding` is a unit that never had funded staff: there is nothing to take away. */
export const refusalCode = z.enum([
  'fte_missing',
  'staffing_impossible',
  'definition_changed',
  'no_reported_month_after',
  'not_reported',
  'no_funding',
  'no_data',
]);
export type RefusalCode = z.infer<typeof refusalCode>;

export const gradeReason = z.enum([
  'months_before_under_24',
  'months_before_under_12',
  'months_after_under_12',
  'starved_over_10',
  'starved_over_30',
  'starved_not_evaluated',
  'residual_over_5',
  'residual_over_10',
  'residual_not_evaluated',
  'inflow_split_missing',
  'mostly_administrative',
  'administrative_not_evaluated',
  'pre_trend_not_flat',
  'pre_trend_not_evaluated',
  'rose_before_funding',
  'outside_structural_band',
  'structural_band_not_evaluated',
  'prior_driven',
  'weakly_learnt',
  'staffing_doubtful',
  'months_partial',
  'practice_changed',
  'practice_changed_with_funding',
  'inflow_rose',
  'few_controls',
  'no_controls',
  'small_counts',
  'not_converged',
  'being_checked',
]);
export type GradeReason = z.infer<typeof gradeReason>;

export const caution = z.enum([
  'funding_before_window',
  'segment_started',
  'definition_not_recorded',
  'overtime_not_recorded',
  'overtime_incomplete',
  'months_unreported',
  'outside_inflow_rose',
  'staff_unknown_before',
]);
export type Caution = z.infer<typeof caution>;

export const grade = z.enum(['A', 'B', 'C', 'D']);

export const estimate = z.object({
  status: z.literal('estimated'),
  months: z.array(month),
  /** Last month with counts and staff: what "now" means in this result. */
  asOf: month,
  fundingStart: month,
  /** Observed closing backlog by month; null where not reported. */
  backlog: z.array(z.number().nullable()),
  /** Backlog without the Strategy-funded staff and overtime, by month; equal to the backlog before the funding; null where unknown. */
  fan: z.array(quantiles.nullable()),
  backlogNow: z.number(),
  /** Files fewer now than without the funded staff. */
  avoided: summary,
  /** The same, with the prior of the productivity centred on 0; null where there is no such answer, and in older results. */
  sceptic: summary.nullable().default(null),
  /** Probability that the backlog now is below what it would have been. */
  probabilityBelow: z.number(),
  /** Null: refused, because the sampler's chains do not agree, or nobody has yet looked whether they do. */
  grade: grade.nullable(),
  gradeReasons: z.array(gradeReason),
  cautions: z.array(caution),
  monthsBefore: z.int(),
  monthsAfter: z.int(),
  starvedShare: z.number().nullable(),
  residualShare: z.number().nullable(),
  inflowSplitRecorded: z.boolean(),
  /** Funded staff in post now, in FTE, and overtime hours paid by the Strategy since the funding began. */
  fundedFte: z.number().nullable(),
  fundedOvertimeHours: z.number(),
  /** Backlog now minus backlog in the month before the funding. */
  backlogChange: z.number().nullable(),
  /** Inflow of the last 12 months over that of the 12 months before the funding, minus 1; null where either is not whole. */
  inflowChange: z.number().nullable(),
  /** Productivity of the unit's funded FTE relative to its base FTE; null where only overtime was funded. */
  productivity: summary.nullable().default(null),
  /** Months whose staff in post is to be questioned; months with closures left out for want of staff on record. Empty in older results. */
  doubtfulStaffing: z.array(month).default([]),
  practiceChangedIn: month.nullable().default(null),
  monthsWithoutStaff: z.array(month).default([]),
  crossChecks: z.array(crossCheck).default([]),
  placebo: unitPlacebo.nullable().default(null),
  /** Months that a file stays on average: by stock over outflow, and as the files themselves say, where they are in this workspace. */
  littlesLaw: z
    .object({ expectedMonths: z.number(), reportedMonths: z.number().nullable(), alarm: z.boolean().nullable() })
    .nullable()
    .default(null),
});
export type Estimate = z.infer<typeof estimate>;

export const refusal = z.object({
  status: z.literal('refused'),
  reasons: z.array(z.object({ code: refusalCode, months: z.array(month) })).min(1),
});

export const unitResult = z.object({
  unitId,
  code: z.string(),
  result: z.discriminatedUnion('status', [estimate, refusal]),
});

/** Evidence of a total: the grade that units with most of its files avoided bear, or none where too much is left out. */
export const totalEvidence = z.object({
  /** Null: units without an answer hold too much of the backlog, or the sampler's chains do not agree or are being checked. */
  grade: grade.nullable(),
  reason: z.enum(['borne', 'borne_left_out', 'largest_part', 'left_out', 'not_converged', 'being_checked']),
  /** Share of the files avoided of units with `borneGrade` or better: the grade before a letter is taken off. */
  borneShare: z.number(),
  borneGrade: grade,
  /** Share of the backlog of the funded units that those without an answer hold. */
  leftOutShare: z.number(),
});
export type TotalEvidence = z.infer<typeof totalEvidence>;

/** Sum of joint draws over the units that carry an answer: interval ends are never added. */
export const combined = z.object({
  unitsCovered: z.int(),
  unitsAsked: z.int(),
  months: z.array(month),
  /** Units that carry an answer for the month. */
  covered: z.array(z.int()),
  backlog: z.array(z.number().nullable()),
  fan: z.array(quantiles.nullable()),
  backlogNow: z.number(),
  counterfactualNow: quantiles,
  avoided: summary,
  sceptic: summary.nullable().default(null),
  probabilityBelow: z.number(),
  /** By what share own staff would have had to close more for another reason for there to be no difference; null where unknown. */
  ownChange: z.object({ low: z.number(), high: z.number() }).nullable().default(null),
  /** Units whose 80 % interval is wholly on the side of fewer files, and how many would be by chance. */
  likelyFewer: z.object({ units: z.int(), of: z.int(), byChance: z.number() }).nullable().default(null),
  /** Null in returns locked before a total was graded. */
  evidence: totalEvidence.nullable().default(null),
});

export const counterfactualResult = z.object({
  /** Returns locked before the productivity was estimated carry `A_provisional`. */
  method: z.enum(['A', 'A_provisional']),
  basis: basis.default('prior'),
  seed: z.int(),
  draws: z.int(),
  assumptions,
  lastMonth: month,
  units: z.array(unitResult),
  /** Null for a single unit, or where no unit carries an answer. */
  total: combined.nullable(),
  fit: fit.nullable().default(null),
  /** How a sceptic's answer was found, and the mean productivity in it. */
  sceptic: sceptic.nullable().default(null),
  events: eventStudies.nullable().default(null),
  /** SHA-256 of the inputs: the same inputs give the same result, kept and shown at once. */
  inputsHash: z.string(),
});
export type CounterfactualResult = z.infer<typeof counterfactualResult>;

/** Of which units: one, those of an agreement, or all that may be seen. */
export const scope = z.union([z.object({ unitId }), z.object({ agreementId }), z.object({ all: z.literal(true) })]);
const question = z.object({ scope, lastMonth: month, assumptions, jobId });
const answered = counterfactualResult.extend({ fromMemory: z.boolean(), milliseconds: z.number() });
const asked = {
  roles: ['supervisor', 'coordinator'],
  scope: { unit: 'scope.unitId', agreement: 'scope.agreementId' },
} as const;

export const counterfactualMethods = {
  /**
   * The month to which a scope is estimated unless another is chosen, null without any month: the last with counts and staff, of several units
   * the last that at least half of them reach. `behind` says what units with an answer lack up to `latest`, the last month that any counted.
   */
  'counterfactual.lastMonth': read(
    z.object({ scope }),
    z.object({
      month: month.nullable(),
      latest: month.nullable(),
      behind: z.array(
        z.object({ unitId, code: z.string(), lacks: z.enum(['staff', 'counts']), months: z.array(month) }),
      ),
    }),
    { ...asked, audited: { not: 'figures' } },
  ),
  /** Runs in worker threads; progress comes as events of the job. All units that may be seen are fitted together, whatever the scope. */
  'counterfactual.run': read(question, answered, { ...asked, audited: { not: 'figures' } }),
  /**
   * While `counterfactual.run` is under way, what its first draws say: without grades, and kept nowhere. It is there once the job's phase is
   * `checking`; null before, and once the answer itself is there.
   */
  'counterfactual.first': read(question.omit({ jobId: true }), z.object({ result: answered.nullable() }), {
    ...asked,
    audited: { not: 'figures' },
  }),
  /** One assumption changed at a time, for the units of the scope together, at each unit's last month. */
  'counterfactual.sensitivity': read(question, z.object({ rows: z.array(sensitivityRow), fromMemory: z.boolean() }), {
    ...asked,
    audited: { not: 'figures' },
  }),
  'counterfactual.placebos': read(question, placebos.extend({ fromMemory: z.boolean() }), {
    ...asked,
    audited: { not: 'figures' },
  }),
  /**
   * Writes a folder from which `vigie analyse capacity` computes the same figures again: the panel without names of units, the specification with
   * its seed, and the expected output. All units that may be seen are in the panel; the total is of the scope.
   * `conflict: replication_no_data` where no unit of the scope has a month.
   */
  'counterfactual.replicate': action(
    question.extend({ folder: fileGrant }),
    z.object({ folderName: z.string(), units: z.int() }),
    { ...coordinator, scope: { unit: 'scope.unitId', agreement: 'scope.agreementId' }, touches: ['audit'] },
  ),
};
