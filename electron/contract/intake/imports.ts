import { z } from 'zod';
import { action, read, write } from '../ground/define.ts';
import { sharedReason } from '../casework/identifiers.ts';
import { fileGrant, importId, jobId, unitId } from '../ground/ids.ts';
import { line, nothing, version } from '../ground/common.ts';
import { reading, sheets, stripped } from '../documents/tables.ts';

/** Of the columns' names, folded. */
const mappingId = z.string().regex(/^[0-9a-f]{64}$/);
const caseRoles = ['investigator', 'supervisor'] as const;

/** What a column of a file may become. */
export const importField = z.enum([
  'receivedOn',
  'source',
  'externalNumber',
  'unitCode',
  'priorityReceived',
  'riskBand',
  'summary',
  'concludedOn',
  'conclusion',
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

export const importMapping = z.object({
  /** Column position (from 0) for each field that the file has. */
  columns: z.partialRecord(importField, z.int().min(0).max(499)),
  dateOrder,
  /** Used where no column gives the unit. */
  unitId: unitId.nullable(),
  /** Used where no column gives the source, or its value has no equivalent here. */
  sourceDefault: z.string().nullable(),
});
export type ImportMapping = z.infer<typeof importMapping>;

/** `duplicate`: held already or twice in the file; `conflict`: the number is held with another unit or date. */
export const verdict = z.enum(['new', 'duplicate', 'conflict', 'invalid']);
export type Verdict = z.infer<typeof verdict>;

export const verdictReason = z.enum([
  'held_already',
  'twice_in_file',
  'held_with_other_date',
  'held_with_other_unit',
  'number_held_back',
  'number_sealed',
  'number_purged',
  'date_missing',
  'date_not_real',
  'date_in_future',
  'concluded_before_received',
  'source_unknown',
  'risk_band_unknown',
  'conclusion_unknown',
  'conclusion_incomplete',
  'unit_unknown',
  'unit_not_yours',
  'text_too_long',
  'contains_binary',
  'wrong_number_of_columns',
  // A new row that shares an identifier: it comes in, and these say with what.
  ...sharedReason.options,
  'shared_with_other_unit',
  'shared_in_file',
]);
export type VerdictReason = z.infer<typeof verdictReason>;

export const verdictRow = z.object({
  line: z.int(),
  verdict,
  reasons: z.array(verdictReason),
  cells: z.array(z.string()),
});

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
  /** Rows of an extract that changed what was held. */
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
    z.object({ file: fileGrant, reading: reading.optional() }),
    z.object({
      reading,
      sheets,
      columns: z.array(z.object({ name: z.string(), samples: z.array(z.string()).max(3) })),
      suggested: importMapping,
      remembered: rememberedMapping.nullable(),
    }),
    { audited: { not: 'preview' }, roles: caseRoles, workspace: 'unit' },
  ),
  /** Judges every row without writing any. The preview is kept in memory until the next one, the import or the lock. */
  'imports.preview': action(
    z.object({ file: fileGrant, reading, mapping: importMapping, jobId }),
    z.object({
      previewId: z.uuid(),
      rows: z.int(),
      counts: importCounts,
      reasons: z.partialRecord(verdictReason, z.int()),
      stripped,
    }),
    { audited: { not: 'preview' }, roles: caseRoles, workspace: 'unit' },
  ),
  'imports.previewRows': read(
    z.object({ previewId: z.uuid(), verdict, offset: z.int().min(0), size: z.int().min(1).max(200) }),
    z.object({ rows: z.array(verdictRow), total: z.int() }),
    { roles: caseRoles, workspace: 'unit', audited: 'rows' },
  ),
  /** Writes the new rows in one transaction: all or, on cancel or failure, nothing. */
  'imports.apply': action(
    z.object({ previewId: z.uuid(), jobId }),
    z.object({ importId, imported: z.int(), milliseconds: z.int() }),
    { roles: caseRoles, workspace: 'unit', touches: ['referrals', 'backlog', 'imports'] },
  ),
  /** Writes a CSV that names each row that was left out, with the reason in words. */
  'imports.saveReport': action(
    z.object({ previewId: z.uuid(), file: fileGrant, locale: z.enum(['en', 'fr']) }),
    nothing,
    { roles: caseRoles, workspace: 'unit' },
  ),
  /** What stands in the way of an undo: at most a hundred are named. */
  'imports.obstacles': read(z.object({ importId }), z.object({ obstacles: z.array(importObstacle), total: z.int() }), {
    roles: caseRoles,
    workspace: 'unit',
    audited: 'rows',
  }),
  /** Takes a whole import back; a conflict `import_in_use` while anything stands in the way. Its numbers are not given again. */
  'imports.undo': action(z.object({ importId, jobId }), z.object({ undone: z.int() }), {
    roles: caseRoles,
    workspace: 'unit',
    touches: ['referrals', 'investigations', 'offences', 'backlog', 'imports'],
  }),
  'importMappings.list': read(nothing, z.object({ mappings: z.array(rememberedMapping) }), {
    roles: caseRoles,
    workspace: 'unit',
    audited: { not: 'reference' },
  }),
  /** Null takes the name away. */
  'importMappings.rename': write(
    z.object({ id: mappingId, version, name: line(80).nullable() }),
    z.object({ version }),
    { roles: caseRoles, workspace: 'unit', touches: ['imports'] },
  ),
  'importMappings.delete': write(z.object({ id: mappingId, version }), nothing, {
    roles: caseRoles,
    workspace: 'unit',
    touches: ['imports'],
  }),
  /** Those that brought something into the session's units, and the session's own. */
  'imports.list': read(nothing, z.object({ imports: z.array(importRecord) }), {
    roles: caseRoles,
    workspace: 'unit',
    audited: 'rows',
  }),
};
