import { eq } from 'drizzle-orm';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { purgeRequest } from '../../ground/schema/unit/purges.ts';
import type { WriteHandler } from '../../store/types.ts';
import { heldRequest, requirePastTime } from './carryOut.ts';

type Handlers = { readonly [M in 'purges.approve' | 'purges.withdraw']: WriteHandler<M> };

export const purgeWrites: Handlers = {
  'purges.approve': async (tx, { investigationIds, referralIds }, { clock, newId, session }) => {
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
};
