import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { id, instant, version } from '../common/columns.ts';

/** A locked return: the snapshot never changes; a correction is a restatement, a row of its own with the next sequence. */
export const fundingReturn = sqliteTable(
  'funding_return',
  {
    id: id(),
    version: version(),
    agreementId: text('agreement_id').notNull(),
    fiscalYear: integer('fiscal_year').notNull(),
    quarter: integer('quarter').notNull(),
    sequence: integer('sequence').notNull().default(1),
    /** The id of the version before it; null for the first. */
    restates: text('restates'),
    lockedAt: instant('locked_at').notNull(),
    lockedBy: text('locked_by').notNull(),
    auditHead: text('audit_head').notNull(),
    contentHash: text('content_hash').notNull(),
    content: text('content').notNull(),
  },
  (table) => [
    uniqueIndex('funding_return_version').on(table.agreementId, table.fiscalYear, table.quarter, table.sequence),
  ],
);
