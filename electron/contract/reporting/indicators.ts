import { z } from 'zod';
import { breakdown, toldBreakdown } from './breakdowns.ts';
import { riskBand } from '../ground/codes.ts';
import { bilingual, type Bilingual } from '../ground/common.ts';
import { civilDate } from '../ground/dates.ts';
import { fileStage } from '../statistics/stages.ts';

/** Longer than a line: definitions, limits, and how a unit states that it counts. */
export const prose = z.object({ en: z.string(), fr: z.string() });

/** A change must be explained where it is more than `share` of the quarter before and at least `absolute` in the unit of measure. */
const changeThreshold = z.object({ share: z.number().min(0), absolute: z.number().min(0) });

/** How the figures of units make that of the agreement. `none`: a median of medians is not one, but the durations in packs give one together. */
export const totalling = z.enum(['sum', 'ratio', 'largest', 'none']);
export type Totalling = z.infer<typeof totalling>;

/** Whether a figure comes from what Vigie counts, from what a coordinator enters, or from both, set against each other. */
export const collection = z.enum(['computed', 'entered', 'both']);

/** A code that is not kept for what is unknown or not asked. */
const category = z.strictObject({
  code: z.string().regex(/^(?!(?:unknown|not_asked|not_broken_down)$)[a-z0-9_]{1,40}$/),
  name: bilingual,
});

/** One indicator of the performance framework. What has a default was added later: records written before are read with it. */
export const indicatorDefinition = z.object({
  code: z.string(),
  name: bilingual,
  definition: prose,
  /** Of a share: what is counted, and out of what. */
  numerator: prose.nullable().default(null),
  denominator: prose.nullable().default(null),
  method: prose,
  unitOfMeasure: bilingual,
  limits: prose,
  source: z.string(),
  collection: collection.default('computed'),
  total: totalling.default('sum'),
  direction: z.enum(['up', 'down', 'neither']),
  frequency: z.literal('quarter'),
  owner: bilingual.nullable().default(null),
  /** What the figure is broken down by where Vigie counts it so; a return has no other breakdown of it. */
  disaggregations: z.array(z.string()).default([]),
  /** Of what is entered by main barrier: its categories, as this framework names them. */
  categories: z.array(category).default([]),
  /** The outcome of the logic model that it serves. */
  outcome: bilingual.nullable().default(null),
  baseline: z.object({ value: z.number(), period: z.string() }).nullable().default(null),
  target: z.object({ value: z.number(), on: civilDate }).nullable().default(null),
  /** Null where no change of it is to be explained. */
  changeThreshold: changeThreshold.nullable().default({ share: 0.1, absolute: 5 }),
  version: z.string(),
});
export type IndicatorDefinition = z.infer<typeof indicatorDefinition>;

/** One category of a breakdown. The denominator of a median is the number of files that it rests on. */
export const figurePart = z.object({
  by: breakdown,
  category: z.string(),
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
});
export type FigurePart = z.infer<typeof figurePart>;

/** A way in which a count is broken down, and how many units are: one that is not adds nothing to any category, not zero. */
export const breakdownCover = z.object({ by: breakdown, unitsCovered: z.int().min(0) });
export type BreakdownCover = z.infer<typeof breakdownCover>;

/**
 * How many files came to the end of a stage, and how many were last seen on their way, by days since its beginning. All columns have one
 * element a time, which ascends: what Kaplan and Meier's estimate needs, so that the files of several units are estimated together.
 */
const durations = z
  .strictObject({ times: z.array(z.int().min(0)), events: z.array(z.int().min(0)), censored: z.array(z.int().min(0)) })
  .refine(({ times, events, censored }) => events.length === times.length && censored.length === times.length)
  .refine(({ times }) => times.every((time, index) => index === 0 || time > (times[index - 1] ?? 0)));

/** Null days: fewer than half of the files have come that far. A form of a unit without Vigie has no durations. */
const stageMedian = z.strictObject({
  stage: fileStage,
  days: z.number().min(0).nullable(),
  files: z.int().min(0),
  durations: durations.optional(),
});
export type StageMedian = z.infer<typeof stageMedian>;

/** Of one unit at the end of a quarter, what is no sum of months: how long its files have been open, and how fast files moved. */
export const unitStock = z.strictObject({
  /** Open files whose day of receipt is known. */
  files: z.int().min(0),
  /** Open files that the unit's ledger has beyond those. */
  declared: z.number().min(0),
  over180: z.int().min(0),
  /** Null where no file is open. */
  oldestDays: z.int().min(0).nullable(),
  medians: z.array(stageMedian),
  /** Of the files whose time has come in the quarter, those acted on within it. Empty where the unit keeps no such times. */
  acted: z.array(z.strictObject({ band: riskBand, numerator: z.int().min(0), denominator: z.int().min(0) })),
  /** Counts of the quarter by category. A breakdown that is not in it was not made: its categories are not known, and not zero. */
  breakdowns: z.array(toldBreakdown),
});
export type UnitStock = z.infer<typeof unitStock>;

/** The name of an indicator; its code where the framework does not have it. */
export function indicatorName(
  { indicators }: { readonly indicators: readonly Pick<IndicatorDefinition, 'code' | 'name'>[] },
  code: string,
): Bilingual {
  return indicators.find((each) => each.code === code)?.name ?? { en: code, fr: code };
}

/** Amounts of money have cents: the spending of our own framework and whatever another counts in dollars. */
export function isMoney(of: { readonly code?: string; readonly unitOfMeasure?: Bilingual } | undefined): boolean {
  return of?.code === 'F1' || /\$|\bdollars?\b/i.test(of?.unitOfMeasure?.en ?? '');
}

/** Staff and overtime have a funded and a base part, whatever a framework calls them: the numerator is the funded one. */
export function isFundedShare({
  code,
  source,
  collection,
}: Pick<IndicatorDefinition, 'code' | 'source' | 'collection'>): boolean {
  return collection !== 'entered' && (/^[SO]1$/.test(code) || /^unit_month\.(?:fte|overtime)_funded/.test(source));
}
