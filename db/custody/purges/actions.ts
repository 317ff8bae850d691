import type { PurgeRequestId } from '#contract/ground/ids';
import { caseFileOf } from '../../casework/files/caseFile.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import type { ActionContext, ActionHandler } from '../../store/types.ts';
import { heldRequest, purgeOne, requirePastTime } from './carryOut.ts';
import { forgetDerived } from './remove.ts';

/** All of them or none, in one transaction: what was approved is looked at once more in it. */
function carryOut(context: ActionContext, requestIds: readonly PurgeRequestId[]) {
  return context.transact(async (tx) => {
    let rows = 0;
    const marks: string[] = [];
    for (const id of new Set(requestIds)) {
      const request = await heldRequest(tx, id);
      if (request.approvedBy === context.session.user.id) throw new StoreFailure('forbidden', 'second_person_needed');
      const [file] = await requirePastTime(tx, [request.fileId], context.clock.today());
      const done = await purgeOne(
        tx,
        {
          file: caseFileOf(request.fileKind, request.fileId),
          concludedOn: file?.concludedOn ?? request.concludedOn,
          request,
        },
        context,
      );
      rows += done.rows;
      marks.push(done.mark);
    }
    await forgetDerived(tx);
    return { output: { rows, marks }, audit: { facts: { files: marks.length, rows } } };
  });
}

export const purgeActions: { readonly 'purges.carryOut': ActionHandler<'purges.carryOut'> } = {
  'purges.carryOut': async (context, { requestIds }) => {
    await context.backUp('before_purge');
    const { rows, marks } = await carryOut(context, requestIds);
    await context.wipe(marks);
    const backups = await context.backupsBefore(context.clock.now());
    await context.backUp('after_purge');
    return { files: marks.length, rows, backups };
  },
};
