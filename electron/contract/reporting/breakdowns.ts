import { z } from 'zod';
import { ageBand, disposition, gender, referralSource, riskBand } from '../ground/codes.ts';

/** What a figure may be broken down by, as `disaggregations` of a framework names it. Always one way: no two of them are ever crossed. */
export const breakdown = z.enum([
  'risk_band',
  'stage',
  'source',
  'origin',
  'clearance',
  'offence_section',
  'youth_adult',
  'disposition',
  'age_band',
  'gender',
  'kind',
  'barrier',
]);
export type Breakdown = z.infer<typeof breakdown>;

/** What a count of a unit's quarter is broken down by, by our code of the indicator. Counting, packs, returns and files all go by it. */
export const countedBy = {
  R1: ['source', 'risk_band'],
  I1: ['origin'],
  I2: ['clearance'],
  C1: ['offence_section'],
  C2: ['youth_adult', 'gender'],
  C3: ['youth_adult'],
  J1: ['disposition'],
  V1: ['age_band', 'gender'],
  V2: ['age_band', 'gender'],
  A1: ['kind'],
} as const satisfies Readonly<Record<string, readonly Breakdown[]>>;
export type CountedCode = keyof typeof countedBy;
export type CountedBreakdown = (typeof countedBy)[CountedCode][number];
/** A way of breaking a count down: one that is counted from rows, or that of barriers, which units tell and a coordinator enters. */
export type CountBreakdown = CountedBreakdown | 'barrier';

export const isCountedCode = (code: string): code is CountedCode => Object.hasOwn(countedBy, code);

/** What nobody recorded, or can tell any more: it makes the parts add up to their whole. */
export const unknownCategory = 'unknown';
/** Of a barrier, that the unit asks for no type. */
export const notAskedCategory = 'not_asked';
/** A section of the Code that the catalogue of offences does not hold. */
export const otherSection = 'other_section';

/** The categories of each breakdown in their order; null where they come from a catalogue: only those that occur are given. */
export const categoriesOf = {
  source: referralSource.options,
  risk_band: riskBand.options,
  origin: ['reactive', 'proactive'],
  clearance: ['charge', 'otherwise', 'not_cleared', 'unfounded'],
  offence_section: null,
  youth_adult: ['youth', 'adult'],
  disposition: disposition.options,
  age_band: ageBand.options.filter((each) => each !== unknownCategory),
  gender: gender.options.filter((each) => each !== unknownCategory),
  kind: null,
  // Those that the framework names.
  barrier: null,
} as const satisfies Readonly<Record<CountBreakdown, readonly string[] | null>>;

/** A breakdown as a unit tells it. A category is a code and never a text of a file; one that is not named counts none. */
export const toldBreakdown = z.strictObject({
  /** Our code of the indicator. */
  code: z.string().regex(/^[A-Z0-9]{1,20}$/),
  by: breakdown,
  parts: z.array(z.strictObject({ category: z.string().regex(/^[a-z0-9_.()]{1,40}$/), count: z.int().min(0) })),
});
export type ToldBreakdown = z.infer<typeof toldBreakdown>;
