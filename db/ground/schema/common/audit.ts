import type { AuditMethod } from '#contract/acts';
import { index, integer, primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core';
import { instant, text } from './columns.ts';

/** The chain: ids, codes and salted hashes only, so that it verifies for ever even where values are forgotten. */
export const auditEntry = sqliteTable(
  'audit_entry',
  {
    sequence: integer('sequence').primaryKey(),
    at: instant('at').notNull(),
    actorId: text('actor_id'),
    method: text('method').notNull(),
    outcome: text('outcome').notNull(),
    subjectKind: text('subject_kind'),
    subjectId: text('subject_id'),
    /** JSON: codes, counts, and for each changed field the salted hashes of its old and new value. */
    facts: text('facts').notNull(),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [index('audit_entry_actor').on(table.actorId, table.sequence)],
);

/** The values behind the hashes; sealing and purge delete from here. */
export const auditValue = sqliteTable(
  'audit_value',
  {
    sequence: integer('sequence').notNull(),
    field: text('field').notNull(),
    side: text('side').notNull(),
    salt: text('salt').notNull(),
    value: text('value').notNull(),
  },
  (table) => [index('audit_value_sequence').on(table.sequence)],
);

/** Which entries concern a file: found from the chain, so that the history of a file needs no reading of the whole chain. */
export const auditFile = sqliteTable(
  'audit_file',
  {
    fileId: text('file_id').notNull(),
    sequence: integer('sequence').notNull(),
  },
  (table) => [primaryKey({ columns: [table.fileId, table.sequence] })],
);

/** Exports that began and have not ended: what is left of one that was cut off is removed at the next sign-in. */
export const leavingFile = sqliteTable('leaving_file', {
  /** The entry that was written before the first byte. */
  begunSequence: integer('begun_sequence').primaryKey(),
  method: text<AuditMethod>('method').notNull(),
  path: text('path').notNull(),
  buildingPath: text('building_path').notNull(),
});
