import { alias } from 'drizzle-orm/sqlite-core';
import { and, asc, eq, isNotNull, or } from 'drizzle-orm';
import type { InvestigationId, PaperId } from '#contract/ground/ids';
import type { PaperLanguages, PaperRow } from '#contract/custody/disclosure';
import { pick } from '../../ground/kernel/pick.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { user } from '../../ground/schema/common/people.ts';
import { paper, paperDecision, paperRecord } from '../../ground/schema/unit/papers.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { Decided } from './treat.ts';

export type PaperRecordRow = typeof paperRecord.$inferSelect;
export type HeldPaper = typeof paper.$inferSelect;

export interface Named {
  readonly paperId: PaperId;
  readonly investigationId: InvestigationId;
}

/** A paper of the file, whichever its state. */
export async function heldPaper(db: Pick<ReadDb, 'select'>, { paperId, investigationId }: Named): Promise<HeldPaper> {
  const [row] = await db
    .select()
    .from(paper)
    .where(and(eq(paper.id, paperId), eq(paper.investigationId, investigationId)));
  if (!row) throw new StoreFailure('not_found');
  return row;
}

/** A draft as it was seen: an issued paper never changes. */
export async function heldDraft(
  db: Pick<ReadDb, 'select'>,
  { version, ...named }: Named & { readonly version: number },
): Promise<HeldPaper> {
  const row = await heldPaper(db, named);
  if (row.issuedAt !== null) throw new StoreFailure('conflict', 'state_not_allowed');
  if (row.version !== version) throw new StoreFailure('conflict', 'version_conflict');
  return row;
}

function issueOf(row: HeldPaper, by: string | null): PaperRow['issued'] {
  if (row.issuedOn === null || row.issuedAt === null) return null;
  return { on: row.issuedOn, at: row.issuedAt, by: by ?? '', files: [...(row.files ?? [])] };
}

export function toPaperRow(row: HeldPaper, begunBy: string | null, issuedBy: string | null): PaperRow {
  return {
    ...pick(row, 'id', 'version', 'kind', 'recipient', 'reference', 'requestedOn'),
    languages: row.languages as PaperLanguages,
    namesIncluded: row.namesIncluded,
    requesterId: row.requesterId,
    supplements: row.supplementsId,
    beganOn: row.beganOn,
    by: begunBy ?? '',
    issued: issueOf(row, issuedBy),
  };
}

/** The papers of a file, the latest begun first. */
export async function papersOf(db: ReadDb, investigationId: InvestigationId): Promise<readonly PaperRow[]> {
  const issuer = alias(user, 'issuer');
  const rows = await db
    .select({ row: paper, begunBy: user.displayName, issuedBy: issuer.displayName })
    .from(paper)
    .leftJoin(user, eq(user.id, paper.begunBy))
    .leftJoin(issuer, eq(issuer.id, paper.issuedBy))
    .where(eq(paper.investigationId, investigationId))
    .orderBy(asc(paper.beganOn), asc(paper.id));
  return rows.map(({ row, begunBy, issuedBy }) => toPaperRow(row, begunBy, issuedBy)).reverse();
}

/** The id of the first paper of its series. */
export const seriesOf = (row: Pick<HeldPaper, 'id' | 'supplementsId'>): PaperId => row.supplementsId ?? row.id;

/** What the papers of a series gave or withheld, the earliest first. */
export async function seriesRows(db: Pick<ReadDb, 'select'>, series: PaperId): Promise<readonly PaperRecordRow[]> {
  const rows = await db
    .select({ row: paperRecord })
    .from(paperRecord)
    .innerJoin(paper, eq(paper.id, paperRecord.paperId))
    .where(and(or(eq(paper.id, series), eq(paper.supplementsId, series)), isNotNull(paper.issuedAt)))
    .orderBy(asc(paper.issuedAt), asc(paper.id), asc(paperRecord.number));
  return rows.map(({ row }) => row);
}

export async function decisionsOf(db: Pick<ReadDb, 'select'>, paperId: PaperId): Promise<ReadonlyMap<string, Decided>> {
  const rows = await db.select().from(paperDecision).where(eq(paperDecision.paperId, paperId));
  return new Map(
    rows.map(({ recordKey, way, ground, remark, fields, spans, digest }) => [
      recordKey,
      { way: way as Decided['way'], ground, remark, fields: [...fields], spans: [...spans], digest },
    ]),
  );
}
