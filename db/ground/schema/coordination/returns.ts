import type { AgreementId, ReturnId } from '#contract/ground/ids';
import { integer, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { clear, fiscalQuarter, id, instant, sealed, text, version } from '../common/columns.ts';

/** A locked return: the snapshot never changes; a correction is a restatement, a row of its own with the next sequence. */
export const fundingReturn = sqliteTable(
  'funding_return',
  {
    id: id<ReturnId>(),
    version: version(),
    agreementId: clear<AgreementId>('agreement_id').notNull(),
    ...fiscalQuarter(),
    sequence: integer('sequence').notNull().default(1),
    /** The id of the version before it; null for the first. */
    restates: sealed<ReturnId>('restates'),
    lockedAt: instant('locked_at').notNull(),
    lockedBy: clear('locked_by').notNull(),
    auditHead: sealed('audit_head').notNull(),
    contentHash: sealed('content_hash').notNull(),
    content: text('content').notNull(),
  },
  (table) => [
    uniqueIndex('funding_return_version').on(table.agreementId, table.fiscalYear, table.quarter, table.sequence),
  ],
);
