import { z } from 'zod';
import { referralSource } from '../ground/codes.ts';
import { civilDate, fiscalYear } from '../ground/dates.ts';
import { unitId } from '../ground/ids.ts';
import { ruleChange } from './ruleChange.ts';

export const survivalGrouping = z.enum(['all', 'source', 'fiscal_year']);
export type SurvivalGrouping = z.infer<typeof survivalGrouping>;

export const survivalGroup = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all') }),
  z.object({ kind: z.literal('source'), source: z.union([referralSource, z.literal('proactive')]) }),
  z.object({ kind: z.literal('other_sources') }),
  z.object({ kind: z.literal('fiscal_year'), fiscalYear }),
]);
export type SurvivalGroup = z.infer<typeof survivalGroup>;

const days = z.int().nullable();
const limit = z.array(z.number().nullable());

export const survivalCurve = z.object({
  group: survivalGroup,
  files: z.int(),
  /** Of the files, those that have left the backlog. */
  left: z.int(),
  /** One element for each number of days after which a file left or was last seen. */
  steps: z.object({
    days: z.array(z.int()),
    atRisk: z.array(z.int()),
    survival: z.array(z.number()),
    /** Pointwise 95 % limits; null where there are none. */
    low: limit,
    high: limit,
  }),
  /** Days until half have left, with its 95 % limits; null where the curve, or the limit, does not come down so far. */
  median: z.object({ value: days, low: days, high: days }),
});
export type SurvivalCurve = z.infer<typeof survivalCurve>;

/** The days from a charge laid to its outcome, by Kaplan and Meier, each count of it once. */
const chargedUnit = z.object({
  /** Null: all the units asked for, together. */
  unitId: unitId.nullable(),
  counts: z.int(),
  disposed: z.int(),
  /** Without outcome on the day asked about: followed until then. */
  open: z.int(),
  /** Days after which a quarter, half and three quarters had an outcome; null where the curve does not come down so far. */
  quarter: days,
  median: days,
  threeQuarters: days,
});

/** Those that count something: of the days there is no list. */
export const chargedFigure = chargedUnit.pick({ counts: true, disposed: true, open: true }).keyof();
export type ChargedFigure = z.infer<typeof chargedFigure>;

export const survival = z.object({
  on: civilDate,
  /** The files received from this day on. */
  from: civilDate,
  /** At most four; the largest sources first, the latest fiscal year first. */
  curves: z.array(survivalCurve),
  /** By source, of the referrals received in the same days and not bundled under another, those linked to an investigation since; asked for with the curves by source. */
  investigated: z.array(z.object({ source: referralSource, referrals: z.int(), investigated: z.int() })).default([]),
  /** Of the charges laid in the same days: all units first, where there are several; empty where none was laid. */
  charged: z.array(chargedUnit).default([]),
  /** The log-rank test between the first two curves; null where there is nothing to compare. */
  test: z.object({ chiSquare: z.number(), pValue: z.number() }).nullable(),
  ruleChanges: z.array(ruleChange),
});
export type Survival = z.infer<typeof survival>;
