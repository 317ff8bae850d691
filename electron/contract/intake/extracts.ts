import { z } from 'zod';
import { cases } from '../ground/access.ts';
import { civilDate } from '../ground/dates.ts';
import { action, read } from '../ground/define.ts';
import { fileGrant, importId, investigationId, jobId, unitId } from '../ground/ids.ts';
import { dateOrder, rememberedMapping } from './imports.ts';
import { reading, sheets, stripped } from '../documents/tables.ts';

/** What an extract of the service's records system lists: one record a row, known by its occurrence number. */
export const extractKind = z.enum(['investigations', 'arrests', 'charges', 'clearances']);
export type ExtractKind = z.infer<typeof extractKind>;

export const extractField = z.enum([
  'number',
  'unitCode',
  'openedOn',
  'concludedOn',
  'title',
  'subject',
  'lead',
  'waiting',
  'waitingSince',
  'waitingOn',
  'nextStep',
  'referralNumber',
  'rowNumber',
  'arrestedOn',
  'youth',
  'laidOn',
  'section',
  'counts',
  'stage',
  'disposition',
  'disposedOn',
  'clearance',
  'clearedOn',
]);
export type ExtractField = z.infer<typeof extractField>;

/** Read of a new file alone: from then on they are Vigie's own, and no extract changes them. */
export const openingFields = [
  'lead',
  'waiting',
  'waitingSince',
  'waitingOn',
  'nextStep',
] as const satisfies readonly ExtractField[];

/** The fields of each kind; the first ones are required, with the unit, which may be the same for every row. */
export const extractFields = {
  investigations: {
    required: ['number', 'openedOn'],
    optional: ['unitCode', 'concludedOn', 'title', 'subject', ...openingFields, 'referralNumber'],
  },
  arrests: { required: ['number', 'arrestedOn'], optional: ['unitCode', 'rowNumber', 'youth'] },
  charges: {
    required: ['number', 'laidOn', 'section'],
    optional: ['unitCode', 'rowNumber', 'counts', 'stage', 'disposition', 'disposedOn'],
  },
  clearances: { required: ['number', 'clearance', 'clearedOn'], optional: ['unitCode'] },
} as const satisfies Record<
  ExtractKind,
  { readonly required: readonly ExtractField[]; readonly optional: readonly ExtractField[] }
>;

export const extractMapping = z.object({
  columns: z.partialRecord(extractField, z.int().min(0).max(499)),
  dateOrder,
  unitId: unitId.nullable(),
});
export type ExtractMapping = z.infer<typeof extractMapping>;

/**
 * `conflict`: a field was changed in Vigie since the last extract, or entered by hand, and the extract says otherwise.
 * `gone`: the last extract had it and this one has not. `struck`: it was taken out in Vigie as entered in error.
 */
export const difference = z.enum(['new', 'changed', 'conflict', 'gone', 'struck', 'unchanged', 'invalid']);
export type Difference = z.infer<typeof difference>;

export const extractReason = z.enum([
  'number_missing',
  'number_twice',
  'number_withheld',
  'file_unknown',
  'file_transferred',
  'opened_by_transfer',
  'date_missing',
  'date_not_real',
  'date_in_future',
  'date_before_opening',
  'value_unknown',
  'text_too_long',
  'unit_unknown',
  'unit_not_yours',
  'contains_binary',
  'wrong_number_of_columns',
  'still_open',
  'reopened_elsewhere',
  'opened_after_facts',
  'outcome_incomplete',
]);
export type ExtractReason = z.infer<typeof extractReason>;

const value = z.union([z.string(), z.int(), z.null()]);

export const extractRow = z.object({
  /** Names the row in a choice. */
  index: z.int(),
  /** Null for a record that is gone. */
  line: z.int().nullable(),
  difference,
  number: z.string(),
  fileId: investigationId.nullable(),
  /** What the extract says; of a changed field, its value before. */
  fields: z.array(z.object({ field: extractField, before: value, after: value, isConflict: z.boolean() })),
  reasons: z.array(extractReason),
  /** When it was taken out as entered in error; null where it was not. */
  struckOn: civilDate.nullable(),
  /** Whether it can be chosen. A record that is gone can be taken out where Vigie holds it as the extract left it; a file never. */
  canTake: z.boolean(),
});
export type ExtractRow = z.infer<typeof extractRow>;

export const extractCounts = z.record(difference, z.int());

export const extractMethods = {
  'extracts.inspect': action(
    z.object({ kind: extractKind, file: fileGrant, reading: reading.optional() }),
    z.object({
      reading,
      sheets,
      columns: z.array(z.object({ name: z.string(), samples: z.array(z.string()).max(3) })),
      suggested: extractMapping,
      remembered: rememberedMapping.nullable(),
    }),
    { ...cases, audited: { not: 'preview' } },
  ),
  /** Compares every row with what Vigie holds and with what the last extract said, without writing any. */
  'extracts.preview': action(
    z.object({ kind: extractKind, file: fileGrant, reading, mapping: extractMapping, jobId }),
    z.object({
      previewId: z.uuid(),
      counts: extractCounts,
      reasons: z.partialRecord(extractReason, z.int()),
      /** New files without a referral: they enter the ledger as proactive. */
      proactive: z.int(),
      /** Texts of new files that name no member of the unit or no state of waiting: those files come without; at most 50. */
      notRead: z.array(z.object({ field: z.enum(['lead', 'waiting']), text: z.string(), rows: z.int() })),
      stripped,
    }),
    { ...cases, audited: { not: 'preview' } },
  ),
  'extracts.rows': read(
    z.object({ previewId: z.uuid(), difference, offset: z.int().min(0), size: z.int().min(1).max(200) }),
    z.object({ rows: z.array(extractRow), total: z.int() }),
    { ...cases, audited: 'rows' },
  ),
  /** Writes the rows that were chosen, in one transaction: nothing in conflict, gone or struck unless it was asked for. */
  'extracts.apply': action(
    z.object({
      previewId: z.uuid(),
      /** The groups of rows that are written, and the rows for which it is the other way round. */
      take: z.array(difference),
      except: z.array(z.int()).max(100_000),
      jobId,
    }),
    z.object({ importId, written: z.int(), milliseconds: z.int() }),
    { ...cases, touches: ['investigations', 'offences', 'referrals', 'backlog', 'imports'] },
  ),
};
