import { eq } from 'drizzle-orm';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { purgeRequest } from '../../ground/schema/unit/purges.ts';
import { requireCertainClock } from '../../store/rights/certainClock.ts';
import type { Context, WriteHandler } from '../../store/types.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import { awaitConfirmation, requireAllConfirmed } from '../../store/rights/confirmations.ts';
import { requireDecider, requireTwoDeciders } from '../../store/rights/secondPerson.ts';
import { heldRequest, requirePastTime } from './carryOut.ts';
import { hiddenReturns } from './returned.ts';

type Handlers = { readonly [M in 'purges.approve' | 'purges.withdraw' | 'purges.recogniseRestore']: WriteHandler<M> };

/** Two persons with passphrases of their own, of whom this is one, and nothing that one person did alone and nobody confirmed. */
export async function requirePurgePossible(tx: WriteTx, context: Context): Promise<void> {
  requireCertainClock(context);
  await requireDecider(tx, context.session.user.id);
  await requireTwoDeciders(tx);
  await requireAllConfirmed(tx);
}

export const purgeWrites: Handlers = {
  'purges.approve': async (tx, { investigationIds, referralIds }, context) => {
    const { clock, newId, session } = context;
    await requirePurgePossible(tx, context);
    const files = await requirePastTime(tx, [...investigationIds, ...referralIds], clock.today());
    for (const { file, number, unitId, concludedOn, keptUntil } of files)
      await tx
        .insert(purgeRequest)
        .values({
          id: newId(),
          unitId,
          fileKind: file.kind,
          fileId: file.id,
          number,
          concludedOn,
          dueOn: keptUntil.on,
          class: keptUntil.class,
          years: keptUntil.years,
          approvedBy: session.user.id,
          approvedAt: clock.now(),
        })
        .onConflictDoNothing();
    return { output: { approved: files.length }, audit: { facts: { approved: files.length } } };
  },

  'purges.withdraw': async (tx, { requestId, version }, { session }) => {
    const held = await heldRequest(tx, requestId);
    if (!session.unitIds.some((id) => id === held.unitId)) throw new StoreFailure('not_found');
    if (held.version !== version) throw new StoreFailure('conflict', 'version_conflict');
    await tx.delete(purgeRequest).where(eq(purgeRequest.id, requestId));
    return { output: {}, audit: { subject: { kind: held.fileKind, id: held.fileId }, facts: { withdrawn: true } } };
  },

  'purges.recogniseRestore': async (tx, { reason }, context) => {
    const { user } = context.session;
    await requireDecider(tx, user.id);
    await requireAllConfirmed(tx);
    const [hidden] = await hiddenReturns(tx);
    if (!hidden) throw new StoreFailure('not_found');
    await awaitConfirmation(tx, { kind: 'restore', userId: user.id, reason }, context);
    return {
      output: {},
      audit: { facts: { confirmation: 'restore' }, changes: [{ field: 'reason', before: null, after: reason }] },
    };
  },
};
