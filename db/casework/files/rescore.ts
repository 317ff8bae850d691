import { eq, inArray } from 'drizzle-orm';
import type { RescoreReason } from '#contract/ground/codes';
import type { CaseFile, ReferralId } from '#contract/ground/ids';

import { anyId } from '../../ground/kernel/among.ts';
import { referralInvestigation } from '../../ground/schema/unit/investigations.ts';
import { referral } from '../../ground/schema/unit/referrals.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import type { Context } from '../../store/types.ts';

type Row = Pick<typeof referral.$inferSelect, 'riskBand' | 'rescoreSince'>;

/** What marks a scored referral as to be scored again. The first new fact is the one that the next deadline counts from. */
export function markedForRescore(row: Row, reason: RescoreReason, now: number) {
  return row.riskBand === null || row.rescoreSince !== null ? {} : { rescoreSince: now, rescoreReason: reason };
}

/** Marks a referral to which a fact was added. */
export async function requireRescore(
  tx: WriteTx,
  row: Row & { readonly id: ReferralId },
  reason: RescoreReason,
  { clock }: Pick<Context, 'clock'>,
): Promise<void> {
  const marked = markedForRescore(row, reason, clock.now());
  if ('rescoreSince' in marked) await tx.update(referral).set(marked).where(eq(referral.id, row.id));
}

/** The same for a fact of a file: of the referral itself, or of those that an investigation carries on. */
export async function requireRescoreOfFile(
  tx: WriteTx,
  file: CaseFile,
  reason: RescoreReason,
  context: Pick<Context, 'clock'>,
): Promise<void> {
  const linked = tx
    .select({ id: referralInvestigation.referralId })
    .from(referralInvestigation)
    .where(eq(referralInvestigation.investigationId, anyId(file.id)));
  const rows = await tx
    .select()
    .from(referral)
    .where(file.kind === 'referral' ? eq(referral.id, file.id) : inArray(referral.id, linked));
  for (const row of rows) await requireRescore(tx, row, reason, context);
}
