import { eq } from 'drizzle-orm';
import { must } from '../../ground/kernel/assert.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { paper, paperRecord } from '../../ground/schema/unit/papers.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { gatherRecords } from './gather.ts';
import { contentsOf, prepareRecords, type Issuable } from './prepare.ts';
import { decisionsOf, heldPaper, seriesOf, seriesRows, type HeldPaper, type Named } from './rows.ts';
import { historyOf } from './series.ts';

/** The papers of the series that were issued before this one. */
async function earlierIds(db: ReadDb, row: HeldPaper): Promise<ReadonlySet<string>> {
  const series = seriesOf(row);
  const further = await db.select().from(paper).where(eq(paper.supplementsId, series));
  const ids = further.filter(({ issuedAt }) => issuedAt !== null && issuedAt < (row.issuedAt ?? 0)).map(({ id }) => id);
  return new Set(series === row.id ? ids : [series, ...ids]);
}

/**
 * What an issued paper gave, made again of the file. Conflict `paper_changed_since` where it can no longer be the same: a
 * record, a name or a ground that it rests on has changed.
 */
export async function prepareIssued(db: ReadDb, named: Named): Promise<Issuable> {
  const row = await heldPaper(db, named);
  if (row.issuedAt === null) throw new StoreFailure('conflict', 'state_not_allowed');
  const given = await db.select().from(paperRecord).where(eq(paperRecord.paperId, row.id));
  const earlier = await earlierIds(db, row);
  const before = (await seriesRows(db, seriesOf(row))).filter(({ paperId }) => earlier.has(paperId));
  const { records } = prepareRecords({
    paper: row,
    records: await gatherRecords(db, named.investigationId),
    issued: new Map(given.map(({ recordKey, digest }) => [recordKey, digest])),
    decisions: await decisionsOf(db, row.id),
    history: historyOf(before),
  });
  const again: Issuable = { row, records, removed: row.removed ?? [] };
  if (contentsOf(again) !== must(row.contents, 'an issued paper says what it gave'))
    throw new StoreFailure('conflict', 'paper_changed_since');
  return again;
}
