import { z } from 'zod';
import { coordinator } from '../ground/access.ts';
import { bilingual } from '../ground/common.ts';
import { fiscalQuarter, fiscalYear, quarter } from '../ground/dates.ts';
import { action, read } from '../ground/define.ts';
import { agreementId, fileGrant } from '../ground/ids.ts';
import { stead } from './stead.ts';

/** A figure with what it covers, of what it should: units, or agreements of what only those have. */
export const coveredFigure = z.object({
  value: z.number().nullable(),
  covered: z.int(),
  asked: z.int(),
  /** Of a value that is not missing and yet null. */
  stead: stead.nullable(),
  /** Some of it comes from a form that nothing signs. */
  unsigned: z.literal(true).optional(),
});
export type CoveredFigure = z.infer<typeof coveredFigure>;
export const noFigure: CoveredFigure = { value: null, covered: 0, asked: 0, stead: null };

export const coverageOf = z.enum(['units', 'agreements']);

/** The fiscal year up to the quarter against the same quarters of the year before, over those that know every one of them. */
const yearToDate = z.object({
  whole: coveredFigure,
  before: z.number().nullable(),
  now: z.number().nullable(),
  beforeUnsigned: z.literal(true).optional(),
  nowUnsigned: z.literal(true).optional(),
  /** Of what it was; null where that was nothing or is not known. */
  share: z.number().nullable(),
  compared: z.int(),
});

export const acrossIndicator = z.object({
  code: z.string(),
  name: bilingual,
  unitOfMeasure: bilingual,
  coverageOf,
  /** One for each quarter shown. */
  cells: z.array(coveredFigure),
  /** Null of what is no sum over quarters: balances, ages, medians, shares. */
  year: yearToDate.nullable(),
});
export type AcrossIndicator = z.infer<typeof acrossIndicator>;

/** Figures of the quarter of some units or of an agreement, by the indicators' codes. */
const group = z.object({
  /** Null of the units that no agreement funds, and of those that any does. */
  code: z.string().nullable(),
  name: bilingual.nullable(),
  units: z.int(),
  figures: z.array(coveredFigure.extend({ code: z.string(), coverageOf })),
});
export type AcrossGroup = z.infer<typeof group>;

/** What was spent of an agreement's contribution in a fiscal year, in cents, up to the last quarter that has any. */
const spentInYear = z.object({
  cents: z.int(),
  through: fiscalQuarter,
  /** A line has no actual in a quarter up to that one, after one in which it has. */
  incomplete: z.literal(true).optional(),
});
export type SpentInYear = z.infer<typeof spentInYear>;
/** By fiscal year; null where nothing of it is entered. */
const contribution = z.object({ agreementCode: z.string(), spent: z.array(spentInYear.nullable()) });

export const across = z.object({
  /** Eight, up to the one asked for. */
  quarters: z.array(quarter),
  indicators: z.array(acrossIndicator),
  /** Units by the movement of their backlog over the fiscal year to date. */
  backlog: z.object({ fell: z.int(), held: z.int(), grew: z.int(), unknown: z.int() }),
  backlogUnsigned: z.literal(true).optional(),
  /** Activities completed or under way, of all; over the agreements whose register has any. */
  activities: z.object({ done: z.int().nullable(), all: z.int().nullable(), covered: z.int(), asked: z.int() }),
  years: z.array(fiscalYear),
  /** Of the years, those that have not ended. */
  yearsInProgress: z.array(fiscalYear),
  contributions: z.array(contribution),
  funded: group,
  unfunded: group,
  agreements: z.array(group),
});
export type Across = z.infer<typeof across>;

/** All units and agreements that the session sees where no agreement is named. */
const asked = z.object({ quarter, agreementId: agreementId.nullable() });
const scope = { agreement: 'agreementId' } as const;

export const acrossMethods = {
  'across.view': read(asked, across, { ...coordinator, scope, audited: { not: 'figures' } }),
  /** The same as one CSV file. */
  'across.export': action(
    asked.extend({ file: fileGrant, separator: z.enum(['comma', 'semicolon']).default('comma') }),
    z.object({ bytes: z.int() }),
    { ...coordinator, scope, touches: ['audit'] },
  ),
};
