import { z } from 'zod';
import { month } from './dates.ts';
import { read } from './define.ts';
import { agreementId, jobId, unitId } from './ids.ts';

/** What the user may assume otherwise. Each default and its source stand in docs/counterfactual.md. */
export const assumptions = z.object({
  /** Months until a new hire works at full rate; null draws it from its prior. */
  rampMonths: z.union([z.literal(3), z.literal(6), z.literal(9), z.literal(12), z.literal(18)]).nullable(),
  /** Output of an overtime hour relative to a regular one. */
  overtimeProductivity: z.number().min(0.5).max(1.5),
  /** Share of the funded staff that would have been hired anyway. */
  substitution: z.number().min(0).max(0.9),
  /** Share of inflow that exists only because of the funding, where no split is recorded. */
  inducedInflow: z.number().min(0).max(0.5),
});
export type Assumptions = z.infer<typeof assumptions>;
export const defaultAssumptions: Assumptions = {
  rampMonths: null,
  overtimeProductivity: 1,
  substitution: 0,
  inducedInflow: 0,
};

/** Quantiles .025 .1 .25 .5 .75 .9 .975 of files. */
export const quantiles = z.tuple([z.number(), z.number(), z.number(), z.number(), z.number(), z.number(), z.number()]);

export const refusalReason = z.enum([
  'fte_missing',
  'definition_changed',
  'no_reported_month_after',
  'no_funding_found',
  'too_few_months',
  'backlog_missing',
]);

export const gradeReason = z.enum([
  'prior_driven',
  'months_before_under_24',
  'months_before_under_12',
  'months_after_under_12',
  'starved_over_10',
  'starved_over_30',
  'residual_over_5',
  'residual_over_10',
  'inflow_split_missing',
  'pre_trend_not_evaluated',
  'structural_band_not_evaluated',
  'small_counts',
]);

export const grade = z.enum(['A', 'B', 'C', 'D']);

export const sensitivityCase = z.enum([
  'ramp_3',
  'ramp_18',
  'overtime_half',
  'overtime_one_and_half',
  'substitution_25',
  'substitution_50',
  'induced_10',
  'induced_20',
]);

export const estimate = z.object({
  status: z.literal('estimated'),
  months: z.array(month),
  /** Observed closing backlog by month; null where not reported. */
  backlog: z.array(z.number().nullable()),
  /** Quantiles of the backlog without the funded staff, by month; null before the funding starts. */
  fan: z.array(quantiles.nullable()),
  fundingStart: month,
  /** At the last month: files fewer with the funded staff. */
  avoided: z.object({ mean: z.number(), quantiles }),
  probabilityBelow: z.number(),
  /** A number is claimed only where the grade carries one; otherwise the interval stands alone. */
  pointShown: z.boolean(),
  grade,
  gradeReasons: z.array(gradeReason),
  monthsBefore: z.int(),
  monthsAfter: z.int(),
  starvedShare: z.number(),
  residualShare: z.number(),
  fundedFte: z.number(),
  fundedOvertimeHours: z.number(),
  backlogChange: z.number().nullable(),
  inflowChange: z.number().nullable(),
  sensitivity: z.array(z.object({ case: sensitivityCase, median: z.number(), low: z.number(), high: z.number() })),
});
export type Estimate = z.infer<typeof estimate>;

export const refusal = z.object({
  status: z.literal('refused'),
  reasons: z.array(refusalReason).min(1),
  months: z.array(month),
});

export const unitResult = z.object({
  unitId,
  code: z.string(),
  result: z.discriminatedUnion('status', [estimate, refusal]),
});

export const counterfactualResult = z.object({
  method: z.literal('A-provisional'),
  methodVersion: z.string(),
  seed: z.int(),
  draws: z.int(),
  assumptions,
  lastMonth: month,
  units: z.array(unitResult),
  /** Sum of joint draws over the units that carry an answer; null for a single unit. */
  total: z
    .object({
      unitsCovered: z.int(),
      unitsAsked: z.int(),
      backlog: z.number(),
      counterfactual: quantiles,
      avoided: z.object({ mean: z.number(), quantiles }),
      probabilityBelow: z.number(),
    })
    .nullable(),
  /** SHA-256 of the inputs: the same inputs give the same result, kept and shown at once. */
  inputsHash: z.string(),
  fromCache: z.boolean(),
  milliseconds: z.number(),
});
export type CounterfactualResult = z.infer<typeof counterfactualResult>;

export const counterfactualMethods = {
  /** Runs in a worker thread; progress comes as events of the job. */
  'counterfactual.run': read(
    z.object({
      scope: z.union([z.object({ unitId }), z.object({ agreementId }), z.object({ all: z.literal(true) })]),
      lastMonth: month,
      assumptions,
      jobId,
    }),
    counterfactualResult,
    { roles: ['supervisor', 'coordinator'], scope: { unit: 'scope.unitId' } },
  ),
};
