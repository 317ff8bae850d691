import { eq } from 'drizzle-orm';
import type { FundingChangeId } from '#contract/ground/ids';
import type { Register } from '#contract/reporting/fundingColumns';
import { canonicalJson } from '../../ground/kernel/canonicalJson.ts';
import { sha256 } from '../../ground/kernel/signing.ts';
import { fundingChange } from '../../ground/schema/coordination/funding.ts';
import type { Audited, WriteTx } from '../../ground/kernel/database.ts';
import type { Context } from '../../store/types.ts';
import { placeOf, tableOf, yearOf, type Grid } from './rows.ts';
import type { RowPair } from './rules.ts';

/** Rows give up a code before another takes it, so that two can change places. */
async function freeCodes(tx: WriteTx, register: Register, pairs: readonly RowPair[]): Promise<void> {
  const table = tableOf(register);
  for (const { id, before, after } of pairs)
    if (before && after && before['code'] !== after['code'])
      await tx.update(table).set({ code: id }).where(eq(table.id, id));
}

/** Writes what the rows become. Each version rises by one, so that a page that still shows the old row is refused. */
export async function writePairs(tx: WriteTx, grid: Grid, pairs: readonly RowPair[]): Promise<void> {
  const table = tableOf(grid.register);
  for (const { id, after } of pairs) if (after === null) await tx.delete(table).where(eq(table.id, id));
  await freeCodes(tx, grid.register, pairs);
  for (const { id, before, after, version } of pairs) {
    if (after === null) continue;
    const row = { ...after, code: String(after['code']), version: version + 1 };
    const whole: Readonly<Record<string, unknown>> = { id, ...placeOf(grid), ...row };
    // Which columns there are is the register's to say; the rules have seen to it that each has what it asks for.
    if (before === null) await tx.insert(table).values(whole as typeof table.$inferInsert);
    else await tx.update(table).set(row).where(eq(table.id, id));
  }
}

function tally(pairs: readonly RowPair[]) {
  const added = pairs.filter(({ before }) => before === null).length;
  const removed = pairs.filter(({ after }) => after === null).length;
  return { added, removed, changed: pairs.length - added - removed };
}

/** What a change keeps of its rows. The versions are those that the change gave them. */
export function keptRows(pairs: readonly RowPair[]) {
  return pairs.map(({ id, before, after, version }) => ({ id, before, after, version: version + 1 }));
}

/** One entry of the audit for all the rows of a change: the values are in the table that can forget, the chain has their digest. */
export function auditOf(grid: Grid, pairs: readonly RowPair[], facts: Readonly<Record<string, string | null>>) {
  const { agreementId, register } = grid;
  const rows = pairs.map(({ id, before, after }) => ({ id, before, after }));
  return {
    subject: { kind: 'agreement', id: agreementId },
    facts: { register, fiscalYear: yearOf(grid), ...tally(pairs), rowsSha256: sha256(canonicalJson(rows)), ...facts },
    changes: [
      {
        field: register,
        before: rows.map(({ id, before }) => ({ id, row: before })),
        after: rows.map(({ id, after }) => ({ id, row: after })),
      },
    ],
  };
}

export interface Origin {
  readonly kind: 'grid' | 'import';
  readonly fileName: string | null;
  readonly fileSha256?: string;
}

/** Writes a change with all that takes it back. */
export async function saveChange(
  tx: WriteTx,
  grid: Grid,
  pairs: readonly RowPair[],
  { kind, fileName, fileSha256 }: Origin,
  { newId, clock, session }: Context,
): Promise<Audited<{ readonly changeId: FundingChangeId }>> {
  await writePairs(tx, grid, pairs);
  const changeId = newId();
  await tx.insert(fundingChange).values({
    id: changeId,
    agreementId: grid.agreementId,
    register: grid.register,
    fiscalYear: yearOf(grid),
    kind,
    fileName,
    savedAt: clock.now(),
    savedBy: session.user.id,
    rows: keptRows(pairs),
  });
  return {
    output: { changeId },
    audit: auditOf(grid, pairs, { kind, changeId, ...(fileSha256 !== undefined && { fileSha256 }) }),
  };
}
