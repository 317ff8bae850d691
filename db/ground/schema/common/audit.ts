import type { AuditMethod } from '#contract/acts';
import { index, integer, primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core';
import { clear, instant, sealed, text } from './columns.ts';

/** The chain: ids, codes and salted hashes only, so that it verifies for ever even where values are forgotten. */
export const auditEntry = sqliteTable(
  'audit_entry',
  {
    sequence: integer('sequence').primaryKey(),
    at: instant('at').notNull(),
    actorId: clear('actor_id'),
    method: clear('method').notNull(),
    outcome: clear('outcome').notNull(),
    subjectKind: clear('subject_kind'),
    subjectId: clear('subject_id'),
    /** JSON: codes, counts, and for each changed field the salted hashes of its old and new value. */
    facts: clear('facts').notNull(),
    previousHash: clear('previous_hash').notNull(),
    hash: clear('hash').notNull(),
  },
  (table) => [index('audit_entry_actor').on(table.actorId, table.sequence)],
);

/** The values behind the hashes; sealing and purge delete from here. */
export const auditValue = sqliteTable(
  'audit_value',
  {
    sequence: integer('sequence').notNull(),
    field: clear('field').notNull(),
    side: clear('side').notNull(),
    salt: sealed('salt').notNull(),
    value: text('value').notNull(),
  },
  (table) => [index('audit_value_sequence').on(table.sequence)],
);

/** Which entries concern a file: found from the chain, so that the history of a file needs no reading of the whole chain. */
export const auditFile = sqliteTable(
  'audit_file',
  {
    fileId: clear('file_id').notNull(),
    sequence: integer('sequence').notNull(),
  },
  (table) => [primaryKey({ columns: [table.fileId, table.sequence] })],
);

/** Exports that began and have not ended: what is left of one that was cut off is removed at the next sign-in. */
export const leavingFile = sqliteTable('leaving_file', {
  /** The entry that was written before the first byte. */
  begunSequence: integer('begun_sequence').primaryKey(),
  method: clear<AuditMethod>('method').notNull(),
  path: sealed('path').notNull(),
  buildingPath: sealed('building_path').notNull(),
});
