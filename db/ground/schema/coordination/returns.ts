import type { AgreementId, ReturnId } from '#contract/ground/ids';
import { integer, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { fiscalQuarter, id, instant, text, version } from '../common/columns.ts';

/** A locked return: the snapshot never changes; a correction is a restatement, a row of its own with the next sequence. */
export const fundingReturn = sqliteTable(
  'funding_return',
  {
    id: id<ReturnId>(),
    version: version(),
    agreementId: text<AgreementId>('agreement_id').notNull(),
    ...fiscalQuarter(),
    sequence: integer('sequence').notNull().default(1),
    /** The id of the version before it; null for the first. */
    restates: text<ReturnId>('restates'),
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
