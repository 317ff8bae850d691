import { z } from 'zod';
import { defaultAssumptions, type Assumptions } from '../../../estimator/assumptions.ts';

/** Which column holds what; the defaults are the names of a return's `panel.csv`. */
export const capacityColumns = z.strictObject({
  unit: z.string().default('unit'),
  month: z.string().default('month'),
  inflow: z.string().default('inflow').describe('files that came in from outside, or the whole inflow'),
  proactive: z.string().nullable().default(null).describe('files opened on the unit’s own initiative, beside `inflow`'),
  outflow: z.string().default('outflow').describe('files closed by investigation, or the whole outflow'),
  administrative: z.string().nullable().default(null).describe('files that left otherwise, beside `outflow`'),
  backlog: z.string().default('backlog').describe('open files at the end of the month'),
  fteBase: z.string().default('fte_base'),
  fteFunded: z.string().default('fte_funded'),
  overtimeBase: z.string().nullable().default(null).describe('hours'),
  overtimeFunded: z.string().nullable().default(null).describe('hours'),
  definition: z.string().nullable().default(null).describe('which definition of backlog was in force'),
  partial: z
    .string()
    .nullable()
    .default(null)
    .describe('1: a part alone of the month is counted; 0 or empty: the whole'),
});
export type CapacityColumns = z.infer<typeof capacityColumns>;

const ramp = z.union([z.literal(3), z.literal(6), z.literal(9), z.literal(12), z.literal(18)]);
const share = z.number().min(0).max(1);

/** Each default is that of the application; docs/counterfactual.md has their sources. */
const assumptions = z.strictObject({
  rampMonths: z.array(ramp).min(1).default([3, 6, 9, 12, 18]),
  rampStart: share.default(defaultAssumptions.rampStart),
  productivityMean: z.number().default(defaultAssumptions.relativeProductivity.mean),
  productivityDeviation: z.number().positive().default(defaultAssumptions.relativeProductivity.deviation),
  productivitySpread: z.number().positive().default(defaultAssumptions.productivitySpread),
  fixedSpread: z.number().positive().nullable().default(null),
  fixedDeviation: z.number().positive().nullable().default(null),
  fixedWalk: z.number().positive().nullable().default(null),
  fixedDrift: z.number().min(-1).max(1).nullable().default(null),
  overtimeProductivity: z.number().min(0).default(defaultAssumptions.overtimeProductivity),
  hoursPerFteMonth: z.number().positive().default(defaultAssumptions.hoursPerFteMonth),
  capacityExponent: z.number().positive().max(1).default(defaultAssumptions.capacityExponent),
  substitutionShare: share.default(defaultAssumptions.substitutionShare),
  inducedInflowShare: share.default(defaultAssumptions.inducedInflowShare),
  lowestCapacityShare: share.default(defaultAssumptions.lowestCapacityShare),
  coupling: z.enum(['shared', 'independent']).default(defaultAssumptions.coupling),
});

/** Options of `vigie analyse capacity`, given with its table. */
export const capacitySpecification = z.strictObject({
  columns: capacityColumns.prefault({}),
  assumptions: assumptions.prefault({}),
  seed: z.int().min(0).max(0xffffffff).default(1),
  chains: z.int().min(1).max(16).default(4),
  // Longer than the application's chains: a person who compares figures can wait for the third digit.
  sweeps: z.int().min(100).max(200_000).default(4000),
  burnIn: z.int().min(50).max(100_000).default(1000),
  thin: z.int().min(1).max(100).default(5),
  /** Carried on of all chains together, at most. */
  draws: z.int().min(50).max(100_000).default(4000),
  crossChecks: z.boolean().default(false),
  /** Months of each unit's path and of the total; null: the last alone. */
  months: z.enum(['all', 'last']).default('last'),
  /** Units that the total is of; null: all that were ever funded. */
  totalOf: z.array(z.string()).min(1).nullable().default(null),
});
export type CapacitySpecification = z.infer<typeof capacitySpecification>;

export function toAssumptions({
  productivityMean,
  productivityDeviation,
  ...rest
}: CapacitySpecification['assumptions']): Assumptions {
  const { administrative } = defaultAssumptions;
  return {
    ...rest,
    administrative,
    relativeProductivity: { mean: productivityMean, deviation: productivityDeviation },
  };
}
