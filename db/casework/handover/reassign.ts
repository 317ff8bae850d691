import type { HearingId, InvestigationId, ReferralId, TaskId, UserId } from '#contract/ground/ids';
import { eq } from 'drizzle-orm';
import type { CivilDate } from '#contract/ground/dates';
import { heldInvestigation } from '../investigationState/change.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { requireDate } from '../referrals/rules.ts';
import { heldReferral, moveReferral } from '../referrals/transition.ts';
import { hearing } from '../../ground/schema/unit/hearings.ts';
import { investigation } from '../../ground/schema/unit/investigations.ts';
import { task } from '../../ground/schema/unit/tasks.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import type { Context } from '../../store/types.ts';

export type Item =
  | { readonly kind: 'investigation'; readonly id: InvestigationId }
  | { readonly kind: 'referral'; readonly id: ReferralId }
  | { readonly kind: 'task'; readonly id: TaskId }
  | { readonly kind: 'hearing'; readonly id: HearingId };

export interface Passing {
  readonly unitId: string;
  readonly from: string;
  readonly to: UserId;
  readonly on: CivilDate;
}

/** What is no longer the first one's, no longer open or of another unit has changed since it was shown. */
function requireHeld(isHeld: boolean): void {
  if (!isHeld) throw new StoreFailure('conflict', 'version_conflict');
}

async function passInvestigation(tx: WriteTx, id: InvestigationId, { unitId, from, to }: Passing): Promise<void> {
  const row = await heldInvestigation(tx, id);
  requireHeld(row.open && row.lead === from && row.unitId === unitId);
  await tx
    .update(investigation)
    .set({ lead: to, version: row.version + 1 })
    .where(eq(investigation.id, id));
}

async function passReferral(tx: WriteTx, id: ReferralId, { unitId, from, to, on }: Passing, context: Context) {
  const row = await heldReferral(tx, id);
  requireHeld(row.open && row.assignedTo === from && row.unitId === unitId);
  requireDate({ state: row.state, stateOn: row.stateOn }, on, context.clock.today());
  await moveReferral(tx, row, { to: 'assigned', on, assignedTo: to }, context);
}

async function passTask(tx: WriteTx, id: TaskId, { unitId, from, to }: Passing): Promise<void> {
  const [row] = await tx.select().from(task).where(eq(task.id, id));
  if (!row) throw new StoreFailure('not_found');
  requireHeld(row.doneOn === null && row.owner === from && row.unitId === unitId);
  await tx
    .update(task)
    .set({ owner: to, version: row.version + 1 })
    .where(eq(task.id, id));
}

async function passHearing(tx: WriteTx, id: HearingId, { unitId, from, to }: Passing): Promise<void> {
  const [row] = await tx.select().from(hearing).where(eq(hearing.id, id));
  if (!row) throw new StoreFailure('not_found');
  requireHeld(row.outcome === null && row.attends === from && row.unitId === unitId);
  await tx
    .update(hearing)
    .set({ attends: to, version: row.version + 1 })
    .where(eq(hearing.id, id));
}

/** Gives one item from one officer to another. */
export async function passItem(tx: WriteTx, item: Item, passing: Passing, context: Context): Promise<void> {
  switch (item.kind) {
    case 'investigation':
      await passInvestigation(tx, item.id, passing);
      return;
    case 'referral':
      await passReferral(tx, item.id, passing, context);
      return;
    case 'task':
      await passTask(tx, item.id, passing);
      return;
    case 'hearing':
      await passHearing(tx, item.id, passing);
  }
}
