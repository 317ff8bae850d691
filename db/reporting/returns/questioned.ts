import { and, asc, eq, inArray, isNotNull, or } from 'drizzle-orm';
import type { QuestionedPack } from '#contract/reporting/packs';
import { inOrderOf } from '../../ground/kernel/inOrderOf.ts';
import { confirmedKey, pack } from '../../ground/schema/coordination/packs.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';

/** The packs, of those that a return rests on, that people no longer trust, each with the reason: also long after it was locked. */
export async function questionedOf(
  db: ReadDb,
  packs: readonly { readonly id: QuestionedPack['packId'] }[],
): Promise<QuestionedPack[]> {
  const rows = await db
    .select({
      packId: pack.id,
      workspaceName: pack.workspaceName,
      withdrawnAt: pack.withdrawnAt,
      withdrawnReason: pack.withdrawnReason,
      revokedReason: confirmedKey.revokedReason,
    })
    .from(pack)
    .leftJoin(confirmedKey, eq(confirmedKey.fingerprint, pack.fingerprint))
    .where(
      and(
        inArray(
          pack.id,
          packs.map(({ id }) => id),
        ),
        or(isNotNull(pack.withdrawnAt), isNotNull(confirmedKey.revokedAt)),
      ),
    )
    .orderBy(asc(pack.exportedAt), asc(pack.id));
  const sorted = inOrderOf(rows, ({ workspaceName }) => workspaceName);
  return sorted.map(({ packId, workspaceName, withdrawnAt, withdrawnReason, revokedReason }) => ({
    packId,
    workspaceName,
    why: withdrawnAt === null ? 'key_revoked' : 'withdrawn',
    reason: (withdrawnAt === null ? revokedReason : withdrawnReason) ?? '',
  }));
}
