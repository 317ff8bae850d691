import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { version } from '../common/columns.ts';

const agreementIds = () => text('agreement_ids', { mode: 'json' }).$type<readonly string[]>().notNull();

/** A coordinator who sees some agreements only; one without a row sees all of them. */
export const userAgreements = sqliteTable('user_agreements', {
  userId: text('user_id').primaryKey(),
  version: version(),
  agreementIds: agreementIds(),
});

/** The same of a grant that waits for a second administrator. */
export const approvalAgreements = sqliteTable('approval_agreements', {
  approvalId: text('approval_id').primaryKey(),
  version: version(),
  agreementIds: agreementIds(),
});
