import { z } from 'zod';
import { month } from '../ground/dates.ts';

/** Of files, over the draws: p10 to p90 holds 80 %. */
export const quantiles = z.object({
  p025: z.number(),
  p10: z.number(),
  p25: z.number(),
  p50: z.number(),
  p75: z.number(),
  p90: z.number(),
  p975: z.number(),
});
export type Quantiles = z.infer<typeof quantiles>;
export const summary = quantiles.extend({ mean: z.number() });
export type Summary = z.infer<typeof summary>;

export const crossCheckMethod = z.enum(['its', 'its_control', 'structural', 'synthetic_control']);
export const crossCheckRefusal = z.enum([
  'not_funded',
  'months_before_too_few',
  'no_reported_month_after',
  'base_staff_unknown',
  'no_controls',
  'poor_fit_before',
  'did_not_converge',
]);

/** What another method says of the same unit and month. It is shown with the estimate and never averaged into it. */
export const crossCheck = z.discriminatedUnion('status', [
  z.object({ status: z.literal('estimated'), method: crossCheckMethod, avoided: summary }),
  z.object({ status: z.literal('refused'), method: crossCheckMethod, reason: crossCheckRefusal }),
]);
export type CrossCheck = z.infer<typeof crossCheck>;

/** The unit against its synthetic control, and each control against its own, taken for funded in its turn. */
export const unitPlacebo = z.object({
  donors: z.int(),
  /** Error before the funding, over the mean. */
  errorBefore: z.number(),
  /** Error after over error before; null where nothing was left before. */
  ratio: z.number().nullable(),
  rank: z.int(),
  p: z.number(),
});

/** Where the productivity of funded staff comes from: these units, a reference made from many, or the prior alone. */
export const basis = z.enum(['estimated', 'reference', 'prior']);

/** What the data say of what all units share, and how well the sampler did. */
export const fit = z.object({
  units: z.int(),
  fundedUnits: z.int(),
  observations: z.int(),
  /** Chains, and the sweeps of each; before there were several: of the one. */
  chains: z.int().default(1),
  sweeps: z.int(),
  /** The fewest of all parameters, bulk or tail, and the highest R-hat of any; null where the draws are a reference's. Before: of the mean productivity. */
  effectiveSampleSize: z.number().nullable(),
  rHat: z.number().nullable(),
  /** Productivity of a funded FTE relative to a base FTE: mean over units, and spread of the units around it. */
  productivity: summary,
  /** What was assumed of that mean before any data, and what it weighs in it, 0 to 1; null where a reference gave it, and in answers of before. */
  learnt: z.object({ prior: summary, priorWeight: z.number() }).nullable().default(null),
  spread: summary,
  /** Size of the negative binomial; deviation of the units' circumstances on the log scale. */
  size: summary,
  deviation: summary,
  ramp: z.array(z.object({ months: z.number(), probability: z.number() })),
});
export type Fit = z.infer<typeof fit>;

/** The prior of the productivity of funded staff centred on 0: draws weighed, and what they are worth, or a fit made again. */
export const sceptic = z.object({
  by: z.enum(['weights', 'refit']),
  effective: z.number().nullable(),
  productivity: summary,
});

const eventEffect = z.object({ event: z.int(), att: z.number(), standardError: z.number() });

/** Effects in logs by quarter since the funding, against never-funded units; p by permuted start dates. */
const eventStudy = z.object({
  effects: z.array(eventEffect),
  preTrendP: z.number().nullable(),
  /** Smallest trend before the funding, in logs a quarter, that the test finds in 8 of 10 samples; null where none is. Before: not computed. */
  trendFound80: z.number().nullable().optional(),
  /** Rise in the two quarters before the funding over those before them, one-sided; null where that was not tested. */
  early: z.object({ rise: z.number(), p: z.number() }).nullable().default(null),
  after: z
    .object({
      att: z.number(),
      standardError: z.number(),
      p: z.number().nullable(),
      /** Smallest true rise, in logs, that the test finds in 8 of 10 samples; null where that was not computed. */
      found80: z.number().nullable().default(null),
    })
    .nullable(),
});

export const eventStudies = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('refused'),
    reason: z.enum(['no_controls', 'funded_units_too_few', 'assignments_too_few', 'no_common_window']),
  }),
  z.object({
    status: z.literal('estimated'),
    controls: z.int(),
    funded: z.int(),
    /** Files closed for each base FTE. */
    productivity: eventStudy,
    /** Files that came in: a rise after the funding means that part of the inflow is its doing. */
    inflow: eventStudy,
    flatPreTrend: z.boolean().nullable(),
    roseBefore: z.boolean().nullable().default(null),
    inducedInflow: z.boolean().nullable(),
  }),
]);
export type EventStudies = z.infer<typeof eventStudies>;

/** The tests that should find nothing, on all units of the workspace together. */
export const placebos = z.object({
  /** The funding pretended a year early; null where too few units have two years before it. */
  earlyStart: z
    .object({ units: z.int(), productivity: summary, effectiveSampleSize: z.number().nullable() })
    .nullable(),
  /** Files avoided by all units with and without the months of March to June 2020; null where none reports them. */
  withoutPandemic: z.object({ month, units: z.int(), avoided: summary, avoidedMasked: summary }).nullable(),
});
export type Placebos = z.infer<typeof placebos>;
