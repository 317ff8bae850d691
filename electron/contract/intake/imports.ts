import { z } from 'zod';
import { action, read, write } from '../ground/define.ts';
import { fileGrant, importId, jobId, unitId, userId } from '../ground/ids.ts';
import { caseRoles, cases } from '../ground/access.ts';
import { referralSource, referralState, riskBand } from '../ground/codes.ts';
import { civilDate, uncertainDay } from '../ground/dates.ts';
import { line, nothing, version } from '../ground/common.ts';
import { reading, sheets, stripped } from '../documents/tables.ts';
import { verdict, verdictReason } from './verdicts.ts';

/** Of the columns' names, folded. */
const mappingId = z.string().regex(/^[0-9a-f]{64}$/);

/** What a column of a file may become. */
export const importField = z.enum([
  'receivedOn',
  'receivedTime',
  'source',
  'externalNumber',
  'unitCode',
  'priorityReceived',
  'riskBand',
  'summary',
  'concludedOn',
  'conclusion',
  'assignedTo',
  'email',
  'handle',
  'service',
  'phone',
  'ipAddress',
  'port',
  'seenText',
]);
export type ImportField = z.infer<typeof importField>;

export const dateOrder = z.enum(['year_first', 'day_first', 'month_first']);

/** Whose texts are mapped one by one to what they mean here. */
export const valueField = z.enum(['source', 'conclusion', 'unitCode', 'riskBand']);
export type ValueField = z.infer<typeof valueField>;

export const dateField = z.enum(['receivedOn', 'concludedOn']);

/** How the numbers of a date follow each other in a column; `year_first_short` has a year of two digits first. */
export const columnOrder = z.enum(['day_first', 'month_first', 'year_first_short']);
export type ColumnOrder = z.infer<typeof columnOrder>;

const readOrder = z.object({ order: columnOrder, isEvident: z.boolean() });
/** Of the tables below the first, one after another: a register whose form was changed may have another order from there on. */
const laterOrders = z.array(readOrder).max(50);

export const importMapping = z.object({
  /** Column position (from 0) for each field that the file has. */
  columns: z.partialRecord(importField, z.int().min(0).max(499)),
  dateOrder,
  /** Used where no column gives the unit. */
  unitId: unitId.nullable(),
  /** Used where no column gives the source, or its value has no equivalent here. */
  sourceDefault: z.string().nullable(),
  /** Which of the lines that hold anything names the columns, from 0: titles may come before it. Absent: the first. */
  headerRow: z.int().min(0).max(49).optional(),
  /**
   * What each text of a register means: a code, the id of a unit, or null for none. Where this is given the file is read as a register:
   * dates row by row, closings without a day as history, totals and titles passed over. Absent: as an exchange file, strictly.
   */
  values: z.partialRecord(valueField, z.record(z.string(), z.string().max(80).nullable())).optional(),
  /** A row with several numbers in one cell becomes a referral for each. Absent: one referral. */
  splitNumbers: z.boolean().optional(),
  /** The order of each column of dates, and whether its own dates decide it. Absent: `dateOrder`, as a person chose it. */
  dates: z.partialRecord(dateField, readOrder.extend({ later: laterOrders.optional() })).optional(),
});
export type ImportMapping = z.infer<typeof importMapping>;

/** Why a row is not imported: what is written where, and the nearest form that would be accepted, a day, a code or a count. */
export const refusal = z.object({
  reason: verdictReason,
  /** Null where the row as a whole is refused. */
  field: importField.nullable(),
  value: z.string().nullable(),
  nearest: z.string().nullable(),
});
export type Refusal = z.infer<typeof refusal>;

export const verdictRow = z.object({
  /** Null where one sheet is read, or a file of text. */
  sheet: z.string().nullable(),
  line: z.int(),
  verdict,
  reasons: z.array(verdictReason),
  /** Of a row that cannot be read. */
  refusals: z.array(refusal),
  cells: z.array(z.string()),
  /** What comes in, as codes, ids and days; null where nothing does. */
  understood: z
    .object({
      receivedOn: civilDate,
      /** Its instant, where the file gives the time. */
      receivedAt: z.int().nullable(),
      source: referralSource,
      unitId,
      externalNumber: z.string().nullable(),
      priorityReceived: z.string().nullable(),
      riskBand: riskBand.nullable(),
      assignedTo: userId.nullable(),
      /** Null while open. With `from`, the day of the conclusion is one of those from then to `on`. */
      ended: z.object({ state: referralState, on: civilDate, uncertain: uncertainDay }).nullable(),
    })
    .nullable(),
});

/** Lines of a register that are no referral. */
export const passedOver = z.enum(['total_line', 'note_line', 'repeated_header', 'other_header', 'unit_line']);
export type PassedOver = z.infer<typeof passedOver>;

/** What a register's texts and dates are, before any row is judged. */
const surveyed = z.object({
  rows: z.int(),
  values: z.array(
    z.object({
      field: valueField,
      /** More different texts than anyone maps one by one: the column is free text. */
      isTooMany: z.boolean(),
      /** The most frequent first. `isSure`: the text says itself what it means. */
      texts: z.array(z.object({ text: z.string(), count: z.int(), code: z.string().nullable(), isSure: z.boolean() })),
      blank: z.int(),
    }),
  ),
  dates: z.array(
    z.object({
      field: dateField,
      order: columnOrder,
      /** Some date is read by that order: one with its whole year first, or its month by name, has none. */
      isOrdered: z.boolean(),
      isEvident: z.boolean(),
      later: laterOrders,
      /** Dates that another order would read otherwise, where nothing shows theirs. */
      ambiguous: z.int(),
      /** A month or a year alone. */
      withoutDay: z.int(),
      unread: z.int(),
      /** Each way of writing a date, once, as it is understood. */
      examples: z.array(z.object({ text: z.string(), from: civilDate.nullable(), to: civilDate.nullable() })),
    }),
  ),
});
export type Surveyed = z.infer<typeof surveyed>;

export const importCounts = z.record(verdict, z.int());

/** What a file that was imported listed. */
export const importKind = z.enum(['referrals', 'investigations', 'arrests', 'charges', 'clearances']);
export type ImportKind = z.infer<typeof importKind>;

/** A mapping that was used before for a file with the same columns. */
export const rememberedMapping = z.object({
  id: mappingId,
  version,
  kind: importKind,
  /** As a user named it; null until then. */
  name: z.string().nullable(),
  /** The file that it was last used for; null where that was not kept. */
  fileName: z.string().nullable(),
  columns: z.array(z.string()),
  usedAt: z.int().nullable(),
});
export type RememberedMapping = z.infer<typeof rememberedMapping>;

/** Why an import cannot be undone: something that was done since would be lost with it. */
export const importObstacle = z.object({
  kind: z.enum(['referral', 'investigation', 'arrest', 'charge', 'clearance']),
  id: z.uuid(),
  number: z.string(),
  unitId,
  reason: z.enum(['changed_since', 'heads_a_bundle', 'is_referred_to', 'later_import']),
});
export type ImportObstacle = z.infer<typeof importObstacle>;

export const importRecord = z.object({
  id: importId,
  kind: importKind,
  fileName: z.string(),
  importedAt: z.int(),
  importedBy: z.string(),
  counts: importCounts,
  /** Rows of an extract that changed what was recorded. */
  changed: z.int(),
  undone: z.object({ at: z.int(), by: z.string() }).nullable(),
  /** Its importer and supervisors, as far as all that it brought lies in their units. */
  mayUndo: z.boolean(),
});

export const importMethods = {
  /** Takes a file that was dropped on the page, piece by piece. The page makes its grant, which names no place on this computer. */
  'imports.receiveFile': action(
    z.object({
      file: fileGrant,
      name: line(255),
      offset: z.int().min(0),
      base64: z.base64().max(1_500_000),
    }),
    z.object({ received: z.int() }),
    { audited: { not: 'preview' }, roles: [...caseRoles, 'coordinator', 'administrator'] },
  ),
  /** Reads the first lines: how the file is read, columns with three samples each, and the mapping remembered for this header. */
  'imports.inspect': action(
    z.object({ file: fileGrant, reading: reading.optional(), headerRow: z.int().min(0).max(49).optional() }),
    z.object({
      reading,
      sheets,
      /** The sheets that have these columns, each under the same name in the same place. */
      alike: z.array(z.string()),
      columns: z.array(z.object({ name: z.string(), samples: z.array(z.string()).max(3) })),
      /** The first lines that hold anything, one of which names the columns. */
      firstLines: z.array(z.object({ line: z.int(), text: z.string() })),
      suggested: importMapping,
      /** Lines above groups of rows seem to name their unit: no column must. */
      hasUnitLines: z.boolean(),
      remembered: rememberedMapping.nullable(),
    }),
    { ...cases, audited: { not: 'preview' } },
  ),
  /** Reads the whole file: the texts that are to be mapped, with what each seems to mean, and how its dates are written. */
  'imports.survey': action(z.object({ file: fileGrant, reading, mapping: importMapping, jobId }), surveyed, {
    ...cases,
    audited: { not: 'preview' },
  }),
  /** Judges every row without writing any. The preview is kept in memory until the next one, the import or the lock. */
  'imports.preview': action(
    z.object({ file: fileGrant, reading, mapping: importMapping, jobId }),
    z.object({
      previewId: z.uuid(),
      rows: z.int(),
      counts: importCounts,
      reasons: z.partialRecord(verdictReason, z.int()),
      stripped,
      /** Rows of a sheet that a colour sets apart; what it means is not read. */
      marked: z.int(),
      /** Whose open rows keep the name as a text: no account of the unit has it, or two have. */
      officers: z.array(z.string()),
      /** Lines of a register that were passed over; the first hundred are shown. */
      passedOver: z.object({
        total: z.int(),
        lines: z.array(z.object({ sheet: z.string().nullable(), line: z.int(), why: passedOver, text: z.string() })),
      }),
    }),
    { ...cases, audited: { not: 'preview' } },
  ),
  'imports.previewRows': read(
    z.object({ previewId: z.uuid(), verdict, offset: z.int().min(0), size: z.int().min(1).max(200) }),
    z.object({ rows: z.array(verdictRow), total: z.int() }),
    { ...cases, audited: 'rows' },
  ),
  /** Writes the new rows in one transaction: all or, on cancel or failure, nothing. */
  'imports.apply': action(
    z.object({ previewId: z.uuid(), jobId }),
    z.object({ importId, imported: z.int(), milliseconds: z.int() }),
    { ...cases, touches: ['referrals', 'backlog', 'imports'] },
  ),
  /** Writes a CSV that names each row that was left out, with the reason in words. */
  'imports.saveReport': action(
    z.object({ previewId: z.uuid(), file: fileGrant, locale: z.enum(['en', 'fr']) }),
    nothing,
    cases,
  ),
  /** Writes a small CSV of invented referrals in the caller's units, as a first import to try. */
  'imports.saveSample': action(z.object({ file: fileGrant, locale: z.enum(['en', 'fr']) }), nothing, cases),
  /** What prevents an undo: at most a hundred are named. */
  'imports.obstacles': read(z.object({ importId }), z.object({ obstacles: z.array(importObstacle), total: z.int() }), {
    ...cases,
    audited: 'rows',
  }),
  /** Undoes a whole import; a conflict `import_in_use` while anything prevents it. Its numbers are not given again. */
  'imports.undo': action(z.object({ importId, jobId }), z.object({ undone: z.int() }), {
    ...cases,
    touches: ['referrals', 'investigations', 'offences', 'backlog', 'imports'],
  }),
  'importMappings.list': read(nothing, z.object({ mappings: z.array(rememberedMapping) }), {
    ...cases,
    audited: { not: 'reference' },
  }),
  /** Null takes the name away. */
  'importMappings.rename': write(
    z.object({ id: mappingId, version, name: line(80).nullable() }),
    z.object({ version }),
    { ...cases, touches: ['imports'] },
  ),
  'importMappings.delete': write(z.object({ id: mappingId, version }), nothing, { ...cases, touches: ['imports'] }),
  /** Those that brought something into the session's units, and the session's own. */
  'imports.list': read(nothing, z.object({ imports: z.array(importRecord) }), { ...cases, audited: 'rows' }),
};
