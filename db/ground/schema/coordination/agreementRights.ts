import type { AgreementId, ApprovalId, UserId } from '#contract/ground/ids';
import { sqliteTable } from 'drizzle-orm/sqlite-core';
import { clear, json, version } from '../common/columns.ts';

const agreementIds = () => json<readonly AgreementId[]>('agreement_ids', 'clear').notNull();

/** A coordinator who sees some agreements only; one without a row sees all of them. */
export const userAgreements = sqliteTable('user_agreements', {
  userId: clear<UserId>('user_id').primaryKey(),
  version: version(),
  agreementIds: agreementIds(),
});

/** The same of a grant that waits for a second person. */
export const approvalAgreements = sqliteTable('approval_agreements', {
  approvalId: clear<ApprovalId>('approval_id').primaryKey(),
  version: version(),
  agreementIds: agreementIds(),
});
