import { and, eq, inArray, ne } from 'drizzle-orm';
import type { ReferenceId } from '#contract/ground/ids';
import { predecessorsOf } from '../../../ground/kernel/succession.ts';
import { referenceKey, referencePosterior } from '../../../ground/schema/unit/reference.ts';
import type { AuditFact, WriteTx } from '../../../ground/kernel/database.ts';
import type { Context } from '../../../store/types.ts';
import type { VerifiedReference } from './verify.ts';

/** The reference takes the place of the one before it, in the caller's one transaction. */
export async function importReference(
  tx: WriteTx,
  { session, clock }: Context,
  id: ReferenceId,
  { payload, signedText, fingerprint, sha256, succession }: VerifiedReference,
  confirmKey: boolean,
): Promise<NonNullable<AuditFact['facts']>> {
  const by = session.user.id;
  const at = clock.now();
  const { id: workspaceId, name } = payload.workspace;
  const succeeded = predecessorsOf(succession);
  if (confirmKey || succeeded.length > 0)
    await tx
      .insert(referenceKey)
      .values({ fingerprint, workspaceId, label: name, confirmedBy: by, confirmedAt: at })
      .onConflictDoNothing();
  // A key that named its successor speaks no more, nor names another.
  await tx
    .delete(referenceKey)
    .where(and(eq(referenceKey.workspaceId, workspaceId), inArray(referenceKey.fingerprint, [...succeeded])));
  await tx
    .insert(referencePosterior)
    .values({ id, fingerprint, sha256, importedAt: at, importedBy: by, payload: signedText });
  const [replaced] = await tx
    .delete(referencePosterior)
    .where(ne(referencePosterior.id, id))
    .returning({ sha256: referencePosterior.sha256 });
  const { units, months } = payload.reference;
  return { sha256, fingerprint, keyConfirmedNow: confirmKey, units, months, replaced: replaced?.sha256 ?? null };
}
