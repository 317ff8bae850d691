import type { ReturnId } from '#contract/ground/ids';
import { integer, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { clear, id, instant, sealed, version } from '../common/columns.ts';

/** What was published of a locked return, once and for all: the releases after it are checked against it. */
export const returnRelease = sqliteTable(
  'return_release',
  {
    id: id(),
    version: version(),
    returnId: clear<ReturnId>('return_id').notNull(),
    method: clear('method').notNull(),
    base: integer('base').notNull(),
    releasedAt: instant('released_at').notNull(),
    releasedBy: clear('released_by').notNull(),
    contentHash: sealed('content_hash').notNull(),
    /** Every cell with its true value and what was published of it, and the relations between them: canonical JSON. */
    cells: sealed('cells').notNull(),
    /** What the files say, as canonical JSON. */
    content: sealed('content').notNull(),
  },
  (table) => [uniqueIndex('return_release_return').on(table.returnId)],
);
