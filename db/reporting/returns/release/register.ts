import { asc, eq } from 'drizzle-orm';
import { releaseBase, releaseMethod } from '#contract/reporting/releases';
import type { ReturnId } from '#contract/ground/ids';
import { canonicalJson } from '../../../ground/kernel/canonicalJson.ts';
import { sha256 } from '../../../ground/kernel/signing.ts';
import { returnRelease } from '../../../ground/schema/coordination/releases.ts';
import type { ReadDb, WriteTx } from '../../../ground/kernel/database.ts';
import type { Context } from '../../../store/types.ts';
import { releaseRecord } from './cellBook.ts';
import { releaseContent, type ReleaseContent } from './content.ts';
import type { EarlierRelease, MadeRelease } from './make.ts';

export const hashOfRelease = (content: ReleaseContent): string => sha256(canonicalJson(content));

/** The release of a locked return, as it was made; null where there is none yet. */
export async function findRelease(db: ReadDb, returnId: ReturnId): Promise<ReleaseContent | null> {
  const [row] = await db
    .select({ content: returnRelease.content })
    .from(returnRelease)
    .where(eq(returnRelease.returnId, returnId));
  return row ? releaseContent.parse(JSON.parse(row.content)) : null;
}

/** What this workspace has published, in the order in which it did. */
export async function earlierReleases(db: ReadDb): Promise<readonly EarlierRelease[]> {
  const rows = await db
    .select({ method: returnRelease.method, base: returnRelease.base, cells: returnRelease.cells })
    .from(returnRelease)
    .orderBy(asc(returnRelease.releasedAt), asc(returnRelease.id));
  return rows.map(({ method, base, cells }) => ({
    method: releaseMethod.parse(method),
    base: releaseBase.parse(base),
    record: releaseRecord.parse(JSON.parse(cells)),
  }));
}

export function countReleases(db: ReadDb): Promise<number> {
  return db.$count(returnRelease);
}

export async function keepRelease(
  tx: WriteTx,
  { newId, clock, session }: Context,
  returnId: ReturnId,
  { content, record }: MadeRelease,
): Promise<void> {
  await tx.insert(returnRelease).values({
    id: newId(),
    returnId,
    method: content.method,
    base: content.base,
    releasedAt: clock.now(),
    releasedBy: session.user.id,
    contentHash: hashOfRelease(content),
    cells: canonicalJson(record),
    content: canonicalJson(content),
  });
}
