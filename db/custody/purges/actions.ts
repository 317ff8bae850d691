import type { PurgeRequestId } from '#contract/ground/ids';
import { eq } from 'drizzle-orm';
import { languages } from '../../documents/page/language.ts';
import { printerOf } from '../../documents/page/print.ts';
import { unit } from '../../ground/schema/common/units.ts';
import { getSetting } from '../../store/settings.ts';
import { leaveWorkspace } from '../../store/leaveWorkspace.ts';
import { caseFileOf } from '../../casework/files/caseFile.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import type { Change } from '../../ground/kernel/database.ts';
import type { ActionContext, ActionHandler } from '../../store/types.ts';
import { certificateOf } from './certificate.ts';
import { lastPurge, purgeRows } from './reads.ts';
import { heldRequest, purgeOne, requirePastTime } from './carryOut.ts';
import { forgetDerived } from './remove.ts';
import { requirePurgePossible } from './writes.ts';

/** All of them or none, in one transaction: what was approved is looked at once more in it. */
function carryOut(context: ActionContext, requestIds: readonly PurgeRequestId[]) {
  const { user, roles, unitIds } = context.session;
  return context.transact(async (tx) => {
    await requirePurgePossible(tx, context);
    let rows = 0;
    const changes: Change[] = [];
    for (const id of new Set(requestIds)) {
      const request = await heldRequest(tx, id);
      if (!roles.includes('administrator') && !unitIds.includes(request.unitId)) throw new StoreFailure('not_found');
      if (request.approvedBy === user.id) throw new StoreFailure('forbidden', 'second_person_needed');
      const [file] = await requirePastTime(tx, [request.fileId], context.clock.today());
      const concludedOn = file?.concludedOn ?? request.concludedOn;
      const purged = { file: caseFileOf(request.fileKind, request.fileId), concludedOn, approval: request };
      const done = await purgeOne(tx, purged, context);
      rows += done.rows;
      changes.push(done.change);
    }
    await forgetDerived(tx);
    const files = changes.length;
    return { output: { rows, files }, audit: { facts: { files, rows }, changes } };
  });
}

type Handlers = { readonly [M in 'purges.carryOut' | 'purges.certify']: ActionHandler<M> };

export const purgeActions: Handlers = {
  'purges.certify': async (context, { unitId, on, file, locale }) => {
    const { read, clock } = context;
    const print = printerOf(context.print);
    const path = context.path(file);
    const purges = (await purgeRows(read, [unitId])).filter(({ purgedOn }) => purgedOn === on);
    const [own] = await read.select().from(unit).where(eq(unit.id, unitId));
    if (!own || purges.length === 0) throw new StoreFailure('not_found');
    const backups = await context.backupsBefore(await lastPurge(read, unitId, on));
    const page = certificateOf({
      language: languages[locale],
      unit: `${own.code} - ${locale === 'en' ? own.nameEn : own.nameFr}`,
      marking: await getSetting(read, 'marking'),
      on,
      today: clock.today(),
      purges,
      backups,
    });
    const bytes = await print(page, clock.now());
    await leaveWorkspace(context, {
      path,
      bytes,
      fact: {
        subject: { kind: 'unit', id: unitId },
        facts: { certificate: on, files: purges.length, backups: backups.length },
      },
    });
    return {};
  },

  'purges.carryOut': async (context, { requestIds }) => {
    await context.backUp('before_purge');
    const done = await carryOut(context, requestIds);
    await context.wipe();
    const backups = await context.backupsBefore(context.clock.now());
    await context.backUp('after_purge');
    return { ...done, backups };
  },
};
