import { z } from 'zod';
import { bilingual, line, version } from '../ground/common.ts';
import { civilDate, fiscalQuarter, fiscalYear } from '../ground/dates.ts';
import { otherSourceId } from '../ground/ids.ts';
import { pair } from './returnTexts.ts';

/**
 * What GBA Plus looks at: victims identified and safeguarded, persons charged and arrests, each by age and gender where units tell it, and
 * files in which a barrier was met, by the main one.
 */
export const gbaCodes: readonly string[] = ['V1', 'V2', 'C2', 'C3', 'G1'];
export const gbaWay = z.enum(['age_band', 'youth_adult', 'gender', 'barrier']);
export type GbaWay = z.infer<typeof gbaWay>;

/** Category of what units counted without breaking it down. */
export const notTold = 'not_broken_down';

const gbaPart = z.object({
  category: z.string(),
  /** Of a category that a framework names. */
  name: bilingual.optional(),
  /** Null where it is suppressed: 1 to 4, or what would give such a count back. */
  value: z.int().nullable(),
});

/** One count of the year, broken down one way; no two ways are crossed. */
export const gbaGroup = z.object({
  code: z.string(),
  name: bilingual,
  by: gbaWay,
  /** The count of the year, as among the indicators. */
  whole: z.int(),
  /** Units that break it down so, of those that the figure should cover, in each quarter with a figure. */
  quarters: z.array(z.object({ quarter: fiscalQuarter, covered: z.int(), asked: z.int() })),
  parts: z.array(gbaPart),
  /** Percent of what is broken down; null where it is of nothing or would give back what is suppressed. */
  unknownShare: z.number().nullable(),
  /** Null also where nobody is asked: age is not. */
  notAskedShare: z.number().nullable(),
});
export type GbaGroup = z.infer<typeof gbaGroup>;

/** A finding of somebody else: of a population and a method of its own, and never added to what units count. */
const finding = {
  finding: pair,
  population: pair,
  method: pair,
  /** Who found it and where it is published. */
  source: z.string(),
  publishedOn: civilDate,
};
export const otherFinding = z.object(finding);
export type OtherFinding = z.infer<typeof otherFinding>;

export const otherSource = otherFinding.extend({
  id: otherSourceId,
  version,
  /** The report in which it was first listed; those of later years have it too. */
  since: fiscalYear,
});
export type OtherSource = z.infer<typeof otherSource>;

const longest = { finding: 600, population: 300, method: 300, source: 300 } as const;
const written = (maximum: number) =>
  z
    .object({ en: line(maximum).or(z.literal('')), fr: line(maximum).or(z.literal('')) })
    .refine(({ en, fr }) => en !== '' || fr !== '', { error: 'required' });

export const writtenSource = z.object({
  finding: written(longest.finding),
  population: written(longest.population),
  method: written(longest.method),
  source: line(longest.source),
  publishedOn: civilDate,
});
