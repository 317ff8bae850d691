import { and, desc, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import type { FundingChange, FundingRow } from '#contract/reporting/funding';
import { fundingRowId } from '#contract/ground/ids';
import { canonicalJson } from '../../ground/kernel/canonicalJson.ts';
import { user } from '../../ground/schema/common/people.ts';
import { fundingChange } from '../../ground/schema/coordination/funding.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { yearOf, type Grid } from './rows.ts';
import type { RowPair } from './rules.ts';

const cells = z.record(z.string(), z.union([z.string(), z.number(), z.null()])).nullable();
const kept = z.array(z.object({ id: fundingRowId, before: cells, after: cells, version: z.int() }));
type KeptRow = z.infer<typeof kept>[number];

export function keptOf(rows: unknown): readonly KeptRow[] {
  return kept.parse(rows);
}

/** Columns that came since a change was saved are blank in it: blanks say nothing of whether a row is the same. */
function filled(held: KeptRow['after']): KeptRow['after'] {
  return held && Object.fromEntries(Object.entries(held).filter(([, value]) => value !== null));
}

/**
 * What takes a change back; null where a row is no longer what the change made of it. What was changed and changed back is
 * the same again: contents are compared, not versions.
 */
export function undoing(rows: readonly KeptRow[], held: readonly FundingRow[]): readonly RowPair[] | null {
  const byId = new Map(held.map((row) => [row.id, row]));
  const pairs = rows.map(({ id, before, after, version }): RowPair => {
    const now = byId.get(id);
    return { id, before: after, after: before, version: now?.version ?? version };
  });
  const unchanged = rows.every(
    ({ id, after }) => canonicalJson(filled(byId.get(id)?.cells ?? null)) === canonicalJson(filled(after)),
  );
  return unchanged ? pairs : null;
}

function changeOf(row: typeof fundingChange.$inferSelect, by: string | null): FundingChange {
  const rows = keptOf(row.rows);
  const added = rows.filter(({ before }) => before === null).length;
  const removed = rows.filter(({ after }) => after === null).length;
  return {
    id: row.id,
    kind: row.kind === 'import' ? 'import' : 'grid',
    fileName: row.fileName,
    savedAt: row.savedAt,
    savedBy: by ?? '',
    added,
    removed,
    changed: rows.length - added - removed,
  };
}

const looksBack = 20;

/** Of the last changes of a grid, those that the present rows allow to be undone, latest first. */
export async function undoableChanges(db: ReadDb, grid: Grid, held: readonly FundingRow[]): Promise<FundingChange[]> {
  const rows = await db
    .select({ change: fundingChange, by: user.displayName })
    .from(fundingChange)
    .leftJoin(user, eq(user.id, fundingChange.savedBy))
    .where(
      and(
        eq(fundingChange.agreementId, grid.agreementId),
        eq(fundingChange.register, grid.register),
        eq(fundingChange.fiscalYear, yearOf(grid)),
        isNull(fundingChange.undoneAt),
      ),
    )
    .orderBy(desc(fundingChange.savedAt), desc(fundingChange.id))
    .limit(looksBack);
  return rows
    .filter(({ change }) => undoing(keptOf(change.rows), held) !== null)
    .map(({ change, by }) => changeOf(change, by));
}
