import { and, eq } from 'drizzle-orm';
import type { DeviceFacts } from '#contract/casework/devices';
import type { DeviceId, InvestigationId } from '#contract/ground/ids';
import { keepCorrection, movedMonths, requireTrueEnd } from '../corrections/keep.ts';
import { heldInvestigation } from '../investigationState/change.ts';
import { changesTo } from '../../ground/kernel/changes.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { moveCounts, ofRecord } from '../../ledger/ledger/countedBy.ts';
import { authority } from '../../ground/schema/unit/authorities.ts';
import { device } from '../../ground/schema/unit/devices.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import type { Context, WriteHandler } from '../../store/types.ts';
import { linksAfter, requireOfFile } from '../persons/linked.ts';
import { toDeviceFacts, type DeviceRecord } from './rows.ts';
import { deviceCounts, deviceProblems } from './rules.ts';

type Handlers = { readonly [M in 'devices.record' | 'devices.change']: WriteHandler<M> };

async function requireSound(
  tx: WriteTx,
  investigationId: InvestigationId,
  facts: DeviceFacts,
  { clock }: Context,
  before: Pick<DeviceRecord, 'personId' | 'authorityId'> = { personId: null, authorityId: null },
): Promise<void> {
  const problems = deviceProblems(facts, clock.today());
  if (problems.length > 0) throw new StoreFailure('invalid_input', undefined, problems);
  await requireOfFile(tx, investigationId, facts.personId, before.personId);
  // The one that it has may be out as entered in error, and be put back.
  if (facts.authorityId === null || facts.authorityId === before.authorityId) return;
  const [held] = await tx
    .select({ id: authority.id })
    .from(authority)
    .where(and(eq(authority.id, facts.authorityId), eq(authority.investigationId, investigationId)));
  if (!held) throw new StoreFailure('not_found');
}

async function heldDevice(
  tx: WriteTx,
  investigationId: InvestigationId,
  id: DeviceId,
  version: number,
): Promise<DeviceRecord> {
  const [row] = await tx
    .select()
    .from(device)
    .where(and(eq(device.id, id), eq(device.investigationId, investigationId)));
  if (!row) throw new StoreFailure('not_found');
  if (row.version !== version) throw new StoreFailure('conflict', 'version_conflict');
  return row;
}

export const deviceWrites: Handlers = {
  'devices.record': async (tx, { investigationId, ...facts }, context) => {
    const file = await heldInvestigation(tx, investigationId);
    await requireSound(tx, investigationId, facts, context);
    requireTrueEnd(facts.endReason);
    const id = context.newId();
    await tx.insert(device).values({
      id,
      investigationId,
      unitId: file.unitId,
      ...facts,
      enteredAt: context.clock.now(),
      enteredBy: context.session.user.id,
    });
    await moveCounts(tx, file.unitId, [], ofRecord(id, deviceCounts(facts)));
    return {
      output: { id },
      audit: { subject: { kind: 'device', id }, changes: [{ field: 'device', before: null, after: facts }] },
    };
  },

  'devices.change': async (tx, { investigationId, deviceId, version, reason, ...given }, context) => {
    const row = await heldDevice(tx, investigationId, deviceId, version);
    const facts = {
      ...given,
      ...linksAfter(row, given),
      locked: given.locked === undefined ? row.locked : given.locked,
      unlockedOn: given.unlockedOn === undefined ? row.unlockedOn : given.unlockedOn,
    };
    await requireSound(tx, investigationId, facts, context, row);
    requireTrueEnd(facts.endReason, row.endReason);
    await tx
      .update(device)
      .set({ ...facts, version: version + 1 })
      .where(eq(device.id, row.id));
    const counts = [toDeviceFacts(row), facts].map((each) => ofRecord(row.id, deviceCounts(each)));
    const [before = [], after = []] = counts;
    await moveCounts(tx, row.unitId, before, after);
    await keepCorrection(
      tx,
      { record: 'device', row, after: facts, reason, months: movedMonths(before, after, row.id) },
      context,
    );
    return {
      output: { version: version + 1 },
      audit: { subject: { kind: 'device', id: row.id }, changes: changesTo(row, facts) },
    };
  },
};
