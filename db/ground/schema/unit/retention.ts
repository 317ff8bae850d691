import type { CaseFile, UnitId } from '#contract/ground/ids';
import { index, integer, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { civilDate, clear, id, instant, text, version } from '../common/columns.ts';

/** How long the service keeps a class of files after they are over, from a day on. No law is meant by any of it. */
export const retentionRule = sqliteTable(
  'retention_rule',
  {
    id: id(),
    version: version(),
    unitId: clear<UnitId>('unit_id').notNull(),
    class: clear('class').notNull(),
    /** A code of the catalogue; empty: whatever the offence. */
    offence: clear('offence').notNull(),
    validFrom: civilDate('valid_from').notNull(),
    /** Null: no rule any more from that day on. */
    years: integer('years'),
    setAt: instant('set_at').notNull(),
    setBy: clear('set_by').notNull(),
  },
  (table) => [uniqueIndex('retention_rule_from').on(table.unitId, table.class, table.offence, table.validFrom)],
);

/** Keeps a file whatever its rule says, until it is released. */
export const retentionHold = sqliteTable(
  'retention_hold',
  {
    id: id(),
    version: version(),
    unitId: clear<UnitId>('unit_id').notNull(),
    fileKind: clear<CaseFile['kind']>('file_kind').notNull(),
    fileId: clear('file_id').notNull(),
    reason: text('reason').notNull(),
    placedOn: civilDate('placed_on').notNull(),
    placedBy: clear('placed_by').notNull(),
    releasedAt: instant('released_at'),
    releasedBy: clear('released_by'),
    releaseReason: text('release_reason'),
  },
  (table) => [index('retention_hold_file').on(table.fileId, table.releasedAt)],
);
