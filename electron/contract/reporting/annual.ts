import { z } from 'zod';
import { coordinator } from '../ground/access.ts';
import { locale, valueStatus } from '../ground/codes.ts';
import { bilingual, freeText, nothing, version } from '../ground/common.ts';
import { civilDate, fiscalQuarter, fiscalYear } from '../ground/dates.ts';
import { action, read, write } from '../ground/define.ts';
import { agreementId, annualReportId, annualTextId, fileGrant, otherSourceId } from '../ground/ids.ts';
import { registerRows } from './fundingSnapshot.ts';
import { pillar } from './pillars.ts';
import { yearByPillar } from './pillarSpending.ts';
import { gbaGroup, otherFinding, otherSource, writtenSource } from './gbaPlus.ts';
import { pair } from './returnTexts.ts';
import { grade } from '../statistics/estimate.ts';
import { stead } from './stead.ts';

const scope = { agreement: 'agreementId' } as const;

/** Characters that each language of a text of the year may have. */
export const longestAnnualText = 2000;

/** What is written for a year: a lesson learned, a result that was not intended, why a quarter is missing. */
const annualTextKind = z.enum(['lesson', 'unintended', 'missing_quarter']);

/**
 * How the figure of the year is made from those of its quarters: added up, of the year's first or last day, pooled from numerators and
 * denominators, or not at all, so that it is given by quarter only.
 */
export const annualBasis = z.enum(['sum', 'opening', 'closing', 'share', 'quarters']);
export type AnnualBasis = z.infer<typeof annualBasis>;

const annualQuarter = z.object({
  quarter: fiscalQuarter,
  /** The version that the report is made from; null where the quarter has no locked return. */
  locked: z.object({ sequence: z.int().min(1), contentHash: z.string(), lockedAt: z.int() }).nullable(),
  frameworkVersion: z.string().nullable(),
  /** Units of the return, and those without whose figures it was locked. */
  units: z.int(),
  notReceived: z.array(z.string()),
  /** Why no return is owed yet, or ever; null where one is. */
  notDue: z.enum(['not_ended', 'outside']).nullable().default(null),
  /** Why the quarter is missing. */
  reason: pair.nullable(),
});
export type AnnualQuarter = z.infer<typeof annualQuarter>;

const annualCell = z.object({
  quarter: fiscalQuarter,
  value: z.number().nullable(),
  status: valueStatus,
  /** Units that the figure covers, of those that it should; agreements for what only those have. */
  covered: z.int(),
  asked: z.int(),
  /** Comes, in whole or in part, from a form that nothing signs; absent otherwise, and in older reports. */
  unsigned: z.literal(true).optional(),
  /** Shown in place of a figure that is not missing; absent in older reports. */
  stead: stead.optional(),
});
export type AnnualCell = z.infer<typeof annualCell>;

const annualIndicator = z.object({
  code: z.string(),
  /** Our code for what a framework calls otherwise. */
  own: z.string().optional(),
  name: bilingual,
  unitOfMeasure: bilingual,
  basis: annualBasis,
  /** Of each quarter with a locked return that has the indicator. */
  cells: z.array(annualCell),
  /** Null where the year has no figure: it is given by quarter only, or the quarter that it would be of is missing. */
  value: z.number().nullable(),
  status: valueStatus,
  /** Quarters that the value rests on. */
  quarters: z.int(),
  /** The quarters did not all count it by the same definition: it is not added up. */
  definitionChanged: z.boolean(),
});
export type AnnualIndicator = z.infer<typeof annualIndicator>;

/** Whether the figure of the year has one of a quarter in it that comes from a form that nothing signs. */
export function yearRestsOnForm({ basis, cells, value }: Pick<AnnualIndicator, 'basis' | 'cells' | 'value'>): boolean {
  if (value === null) return false;
  const only = basis === 'opening' ? 1 : basis === 'closing' ? 4 : null;
  return cells.some((each) => each.unsigned === true && each.value !== null && (only ?? each.quarter) === each.quarter);
}

const annualNote = z.object({ kind: z.enum(['lesson', 'unintended']), text: pair });

/** The estimate of the year's last quarter as its return publishes it: an interval, and a single figure where the return has one. */
export const annualEstimate = z.object({
  quarter: fiscalQuarter,
  actual: z.number(),
  /** What the backlog is estimated to be without funded staff and overtime. */
  without: z.object({ p10: z.number(), p50: z.number().nullable(), p90: z.number() }),
  avoided: z.object({ p10: z.number(), p90: z.number() }),
  /** The same as a sceptic finds it; absent where there is none, and in older reports. */
  sceptic: z.object({ p10: z.number(), p90: z.number() }).optional(),
  /** Null where no single figure is published. */
  point: z.number().nullable(),
  grade: grade.nullable(),
  /** Units with an estimate, of those of the return. */
  covered: z.int(),
  asked: z.int(),
});
export type AnnualEstimate = z.infer<typeof annualEstimate>;

/** All that the files of an annual report are made from; frozen by the lock. */
export const annualContent = z.object({
  schemaVersion: z.literal('1'),
  agreement: z.object({
    id: agreementId,
    code: z.string(),
    recipient: bilingual,
    programme: bilingual,
    startsOn: civilDate,
    endsOn: civilDate,
    languages: z.array(locale),
  }),
  fiscalYear,
  marking: z.string(),
  demonstration: z.boolean(),
  /** Always four. */
  quarters: z.array(annualQuarter),
  indicators: z.array(annualIndicator),
  /** Of the fourth quarter; null where its return has none, or is not locked. */
  estimate: annualEstimate.nullable().default(null),
  notes: z.array(annualNote),
  /** Victims and accused by age and gender, small counts suppressed. */
  gba: z.array(gbaGroup).default([]),
  /** What others found; printed next to it, never added to it. */
  otherSources: z.array(otherFinding).default([]),
  /** The register of amendments as the year’s last locked return has it; left out where it has none. */
  amendments: registerRows.optional(),
  /** Spending by pillar up to the quarter of the year’s last locked return, as that has it; left out where it has none. */
  pillars: z.object({ until: z.int(), year: yearByPillar, pillars: z.array(pillar) }).optional(),
  /** The version that this one supersedes; null of the first. */
  supersedes: z.object({ sequence: z.int().min(1), contentHash: z.string() }).nullable(),
});
export type AnnualContent = z.infer<typeof annualContent>;

/** Quarters of the year that the agreement reaches: those that its figures should cover. */
export const quartersAsked = ({ quarters }: Pick<AnnualContent, 'quarters'>): number =>
  quarters.filter(({ notDue }) => notDue !== 'outside').length;

/** Until its last quarter has ended a year is drafted and not locked. */
export const isInProgress = ({ quarters }: Pick<AnnualContent, 'quarters'>): boolean =>
  quarters.some(({ notDue }) => notDue === 'not_ended');

export const lockedAnnual = z.object({
  id: annualReportId,
  agreementId,
  fiscalYear,
  sequence: z.int().min(1),
  lockedAt: z.int(),
  lockedBy: z.string(),
  auditHead: z.string(),
  contentHash: z.string(),
});
export type LockedAnnual = z.infer<typeof lockedAnnual>;

export const annualText = z.object({
  id: annualTextId,
  version,
  kind: annualTextKind,
  /** Of a missing quarter. */
  quarter: fiscalQuarter.nullable(),
  text: pair,
});
export type AnnualText = z.infer<typeof annualText>;

const year = z.object({ agreementId, fiscalYear });
const separator = z.enum(['comma', 'semicolon']).default('comma');
const writtenFiles = z.array(z.object({ name: z.string(), bytes: z.int(), sha256: z.string() }));
const written = z.object({ en: freeText.max(longestAnnualText), fr: freeText.max(longestAnnualText) });

export const annualMethods = {
  /** The year as it is now, made from the locked returns of its quarters, with its texts and the version locked last. */
  'annual.prepare': read(
    year,
    z.object({
      content: annualContent,
      contentHash: z.string(),
      texts: z.array(annualText),
      sources: z.array(otherSource),
      locked: lockedAnnual.nullable(),
      /** Whether what is locked says the same as what would be locked now. */
      isCurrent: z.boolean(),
      /** Quarters with neither a locked return nor a reason in the languages of the agreement: nothing is locked with one. */
      unexplained: z.array(fiscalQuarter),
    }),
    { ...coordinator, scope, audited: { not: 'programme' } },
  ),
  /** A new text where no id is given. `version_conflict` where somebody changed it since. */
  'annual.saveText': write(
    year
      .extend({
        id: annualTextId.nullable(),
        version: version.nullable(),
        kind: annualTextKind,
        quarter: fiscalQuarter.nullable(),
        text: written,
      })
      .refine(({ kind, quarter }) => (kind === 'missing_quarter') === (quarter !== null), { path: ['quarter'] })
      .refine(({ text }) => text.en !== '' || text.fr !== '', { path: ['text'], error: 'required' }),
    z.object({ id: annualTextId, version }),
    { ...coordinator, scope, touches: ['returns'] },
  ),
  'annual.removeText': write(year.extend({ id: annualTextId, version }), nothing, {
    ...coordinator,
    scope,
    touches: ['returns'],
  }),
  /** A finding of others, for this year's report and those after it. A new one where no id is given. */
  'annual.saveSource': write(
    year.extend({ id: otherSourceId.nullable(), version: version.nullable(), ...writtenSource.shape }),
    z.object({ id: otherSourceId, version }),
    { ...coordinator, scope, touches: ['returns'] },
  ),
  'annual.removeSource': write(year.extend({ id: otherSourceId, version }), nothing, {
    ...coordinator,
    scope,
    touches: ['returns'],
  }),
  /** Freezes what `prepare` shows: its hash proves that the user locks what was seen. `year_not_ended`, `quarter_without_reason`, `return_unchanged`. */
  'annual.lock': action(year.extend({ contentHash: z.string() }), lockedAnnual, {
    ...coordinator,
    scope,
    touches: ['returns', 'audit'],
  }),
  /** The version locked last, as a signed folder: workbook, CSV, JSON, and the PDF where something can print. */
  'annual.export': action(
    year.extend({ folder: fileGrant, separator }),
    z.object({ folderName: z.string(), files: writtenFiles, fingerprint: z.string() }),
    { ...coordinator, scope, touches: ['audit'] },
  ),
  /** The year as it is now, marked as a draft and not signed: workbook, CSV, and the PDF where something can print. */
  'annual.draft': action(
    year.extend({ folder: fileGrant, separator }),
    z.object({ folderName: z.string(), files: writtenFiles }),
    { ...coordinator, scope, touches: ['audit'] },
  ),
};
