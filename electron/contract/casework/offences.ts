import { z } from 'zod';
import { byInvestigation } from '../ground/access.ts';
import { bilingual, line, version } from '../ground/common.ts';
import { civilDate } from '../ground/dates.ts';
import { action, read, write } from '../ground/define.ts';
import { fileGrant, fileOffenceId, investigationId } from '../ground/ids.ts';

const changesFile = { ...byInvestigation, touches: ['offences', 'investigations'] } as const;

/** A period of days, open at an end that is null. */
const period = { from: civilDate.nullable(), to: civilDate.nullable() };

const mode = z.enum(['indictable', 'hybrid', 'summary']);

const penalty = z.object({
  ...period,
  mode,
  /** Years, or life; null where the catalogue does not hold it. Never a minimum. */
  indictable: z.union([z.int().min(1).max(30), z.literal('life')]).nullable(),
  summary: z.enum(['two_years_less_a_day', 'general']).nullable(),
});

export const offence = z.object({
  code: line(40),
  act: line(20),
  section: line(40),
  /** The marginal note in both languages, and when each was in use: an old one still finds the offence. */
  names: z.array(z.object({ ...period, en: line(200), fr: line(200) })).min(1),
  /** The days on which it can have been committed. */
  validFrom: civilDate.nullable(),
  validTo: civilDate.nullable(),
  penalties: z.array(penalty),
  /** Statistics Canada's violation code. Unverified ones are shown as such. */
  ucr2: z.object({ code: line(10).nullable(), verified: z.boolean() }),
});
export type Offence = z.infer<typeof offence>;

/** Within how many months after an offence summary proceedings begin, by act. */
const summaryLimit = z.object({ act: line(20), months: z.int().min(1).max(600), statute: bilingual });

export const offenceCatalogue = z.object({
  version: line(40),
  /** The consolidation in which the text was read. */
  readOn: civilDate,
  offences: z.array(offence).min(1).max(2000),
  summaryLimits: z.array(summaryLimit).default([]),
});
export type OffenceCatalogue = z.infer<typeof offenceCatalogue>;

const facts = z.object({
  offence: line(40),
  firstOn: civilDate,
  /** The same day, or the last of a range. */
  lastOn: civilDate,
  attempted: z.boolean(),
});

export const offenceMethods = {
  'offences.catalogue': read(z.object({}), offenceCatalogue, {
    roles: ['investigator', 'supervisor', 'administrator'],
    workspace: 'unit',
    audited: { not: 'reference' },
  }),
  'offences.list': read(
    z.object({ investigationId }),
    z.object({
      offences: z.array(
        facts.extend({
          id: fileOffenceId,
          version,
          /** The last day for summary proceedings, where the offence may be so prosecuted and the catalogue holds the limit. */
          summaryUntil: z.object({ on: civilDate, statute: bilingual }).nullable(),
        }),
      ),
    }),
    { ...byInvestigation, audited: 'part' },
  ),
  /** Refused with `offence_not_valid` where it was no offence on any of the days. */
  'offences.add': write(facts.extend({ investigationId }), z.object({ id: fileOffenceId }), changesFile),
  /** A newer catalogue, as JSON of the same form. What files hold keeps its code. */
  'offences.importCatalogue': action(
    z.object({ file: fileGrant }),
    z.object({ version: z.string(), offences: z.int(), added: z.int(), withdrawn: z.int() }),
    { roles: ['administrator'], workspace: 'unit', touches: ['offences'] },
  ),
  /** Statistics Canada's codes by section, as CSV with the columns `section` and `code`: they count as verified. */
  'offences.importCodes': action(
    z.object({ file: fileGrant }),
    z.object({ codes: z.int(), unknownSections: z.int() }),
    { roles: ['administrator'], workspace: 'unit', touches: ['offences'] },
  ),
};
