import { z } from 'zod';

/** How far units share the productivity of their funded staff: each for itself, around a common mean, or all the same. */
export const pooling = z.enum(['none', 'partial', 'complete']);

/** What a backlog is: as each unit counts it, or with the files with Crown or court in it. */
export const backlogDefinition = z.enum(['as_counted', 'with_court']);

/** What the user may assume otherwise. Each default and its source are in docs/counterfactual.md. */
export const assumptions = z.object({
  /** Months until a new hire works at full rate; null lets the data tell. */
  rampMonths: z.union([z.literal(3), z.literal(6), z.literal(9), z.literal(12), z.literal(18)]).nullable(),
  /** Output of an overtime hour relative to a regular one. */
  overtimeProductivity: z.number().min(0.5).max(1.5),
  /** Share of the funded staff that would have been hired anyway. */
  substitutionShare: z.number().min(0).max(0.9),
  /** Share of inflow that exists only because of the funding, where no split is recorded. */
  inducedInflowShare: z.number().min(0).max(0.5),
  pooling: pooling.default('partial'),
  /** Exponent of the staff in a unit's capacity: below 1 each further person adds less. */
  capacityExponent: z.number().min(0.5).max(1).default(1),
  /** Whether both worlds share each month's luck. */
  coupling: z.enum(['shared', 'independent']).default('shared'),
  backlogDefinition: backlogDefinition.default('as_counted'),
});
export type Assumptions = z.infer<typeof assumptions>;
export const defaultAssumptions: Assumptions = {
  rampMonths: null,
  overtimeProductivity: 1,
  substitutionShare: 0,
  inducedInflowShare: 0,
  pooling: 'partial',
  capacityExponent: 1,
  coupling: 'shared',
  backlogDefinition: 'as_counted',
};

export const sensitivityScenario = z.enum([
  'ramp_months',
  'pooling',
  'capacity_exponent',
  'overtime_productivity',
  'substitution_share',
  'induced_inflow_share',
  'coupling',
  'administrative',
  'backlog_definition',
]);

export const sensitivityRow = z.object({
  scenario: sensitivityScenario,
  /** The number assumed instead, or the code of what is assumed. */
  value: z.union([z.number(), z.enum(['none', 'complete', 'independent', 'inflow', 'work', 'queue', 'with_court'])]),
  median: z.number(),
  /** 80 % interval. */
  low: z.number(),
  high: z.number(),
  /** Probability that the backlog is below what it would have been, under what is assumed instead. */
  probabilityBelow: z.number(),
});
export type SensitivityRow = z.infer<typeof sensitivityRow>;
