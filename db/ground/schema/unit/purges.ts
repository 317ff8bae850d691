import type { CaseFile, PurgeRequestId, UnitId } from '#contract/ground/ids';
import { index, integer, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { civilDate, clear, id, instant, version } from '../common/columns.ts';

/** One person's approval that a file be purged, until another one does it or it is withdrawn. */
export const purgeRequest = sqliteTable(
  'purge_request',
  {
    id: id<PurgeRequestId>(),
    version: version(),
    unitId: clear<UnitId>('unit_id').notNull(),
    fileKind: clear<CaseFile['kind']>('file_kind').notNull(),
    fileId: clear('file_id').notNull(),
    number: clear('number').notNull(),
    concludedOn: civilDate('concluded_on').notNull(),
    dueOn: civilDate('due_on').notNull(),
    /** The class and years of the rule. */
    class: clear('class').notNull(),
    years: integer('years').notNull(),
    approvedBy: clear('approved_by').notNull(),
    approvedAt: instant('approved_at').notNull(),
  },
  (table) => [uniqueIndex('purge_request_file').on(table.fileId)],
);

/** What is kept of a file that was purged: its number, when, by what rule and by whom. Nothing of its content. */
export const purge = sqliteTable(
  'purge',
  {
    id: id(),
    version: version(),
    unitId: clear<UnitId>('unit_id').notNull(),
    fileKind: clear<CaseFile['kind']>('file_kind').notNull(),
    /** Of the file's id: finds it again in a backup. */
    fileHash: clear('file_hash').notNull(),
    /** Null where it was purged before numbers were kept. */
    number: clear('number'),
    concludedOn: civilDate('concluded_on').notNull(),
    /** Null with `class` and `years` where it was purged again after a backup came back. */
    dueOn: civilDate('due_on'),
    class: clear('class'),
    years: integer('years'),
    approvedBy: clear('approved_by'),
    approvedAt: instant('approved_at'),
    purgedBy: clear('purged_by').notNull(),
    purgedAt: instant('purged_at').notNull(),
    /** How many rows were deleted. */
    rows: integer('rows').notNull(),
  },
  (table) => [index('purge_unit').on(table.unitId, table.purgedAt), index('purge_file').on(table.fileHash)],
);

/** Numbers of purged files, hashed: what an import or extract still says of them is not imported. */
export const purgedNumber = sqliteTable('purged_number', {
  hash: clear('hash').primaryKey(),
  version: version(),
  purgeId: clear('purge_id').notNull(),
});
