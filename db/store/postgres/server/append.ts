import { sql } from 'drizzle-orm';
import { must } from '../../../ground/kernel/assert.ts';
import type { WriteTx } from '../../../ground/kernel/database.ts';
import { partsOf, type AuditLine } from '../../audit/append.ts';
import type { Sealing } from '../sealing.ts';

/**
 * The last statement of a write on a shared server, which gives the entry its number and its hash: until the end of the transaction nobody
 * else appends. Returns the number.
 * @param notice for other desks, which hear it once the write is done
 */
export async function appendOnServer(
  tx: WriteTx,
  { at, actorId, method, outcome, fact }: AuditLine,
  { notice, sealing }: { readonly notice?: string | undefined; readonly sealing?: Sealing | undefined } = {},
): Promise<number> {
  const { facts, values: plain, files } = partsOf(fact);
  const values = sealing ? plain.map((each) => sealing.audited(each)) : plain;
  const { subject } = fact;
  const row = await tx.get<
    { sequence: number } | undefined
  >(sql`SELECT vigie.append_audit(${String(at)}::bigint, ${actorId}, ${method},
    ${outcome}, ${subject?.kind ?? null}, ${subject?.id ?? null}, ${facts}, ${JSON.stringify(values)}::json,
    ARRAY(SELECT pg_catalog.json_array_elements_text(${JSON.stringify(files)}::json))) AS sequence
    ${notice === undefined ? sql`` : sql`, pg_catalog.pg_notify('vigie', ${notice})`}`);
  return must(row, 'the function returns one row').sequence;
}
