import { sql } from 'drizzle-orm';
import type { WriteTx } from '../../ground/kernel/database.ts';
import { appendAudit, type AuditLine } from '../audit/append.ts';

/**
 * The last statement of a write: units write beside one another, and the chain has one order. Who appends holds the chain until the end of the
 * transaction; others read it meanwhile.
 */
export async function appendInOrder(tx: WriteTx, line: AuditLine): Promise<void> {
  await tx.run(sql`LOCK TABLE ${sql.identifier('audit_entry')} IN SHARE ROW EXCLUSIVE MODE`);
  await appendAudit(tx, line);
}
