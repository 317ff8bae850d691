import type { HearingId, InvestigationId, ReferralId, TaskId, UserId } from '#contract/ground/ids';
import { eq } from 'drizzle-orm';
import type { CivilDate } from '#contract/ground/dates';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { requireDate } from '../referrals/rules.ts';
import { moveReferral } from '../referrals/transition.ts';
import { hearing } from '../../ground/schema/unit/hearings.ts';
import { investigation } from '../../ground/schema/unit/investigations.ts';
import { referral } from '../../ground/schema/unit/referrals.ts';
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

interface Held {
  readonly isOpen: boolean;
  readonly unitId: string;
  readonly officer: UserId | null;
  readonly give: () => Promise<unknown>;
}

async function openFile(tx: WriteTx, id: InvestigationId, { to }: Passing): Promise<Held | null> {
  const [row] = await tx.select().from(investigation).where(eq(investigation.id, id));
  if (!row) return null;
  const after = { lead: to, version: row.version + 1 };
  const give = () => tx.update(investigation).set(after).where(eq(investigation.id, id));
  return { isOpen: row.open, unitId: row.unitId, officer: row.lead, give };
}

async function openReferral(tx: WriteTx, id: ReferralId, { to, on }: Passing, context: Context): Promise<Held | null> {
  const [row] = await tx.select().from(referral).where(eq(referral.id, id));
  if (!row) return null;
  const give = () => {
    requireDate({ state: row.state, stateOn: row.stateOn }, on, context.clock.today());
    return moveReferral(tx, row, { to: 'assigned', on, assignedTo: to }, context);
  };
  return { isOpen: row.open, unitId: row.unitId, officer: row.assignedTo, give };
}

async function openTask(tx: WriteTx, id: TaskId, { to }: Passing): Promise<Held | null> {
  const [row] = await tx.select().from(task).where(eq(task.id, id));
  if (!row) return null;
  const after = { owner: to, version: row.version + 1 };
  const give = () => tx.update(task).set(after).where(eq(task.id, id));
  return { isOpen: row.doneOn === null, unitId: row.unitId, officer: row.owner, give };
}

async function openHearing(tx: WriteTx, id: HearingId, { to }: Passing): Promise<Held | null> {
  const [row] = await tx.select().from(hearing).where(eq(hearing.id, id));
  if (!row) return null;
  const after = { attends: to, version: row.version + 1 };
  const give = () => tx.update(hearing).set(after).where(eq(hearing.id, id));
  return { isOpen: row.outcome === null, unitId: row.unitId, officer: row.attends, give };
}

function heldItem(tx: WriteTx, item: Item, passing: Passing, context: Context): Promise<Held | null> {
  switch (item.kind) {
    case 'investigation':
      return openFile(tx, item.id, passing);
    case 'referral':
      return openReferral(tx, item.id, passing, context);
    case 'task':
      return openTask(tx, item.id, passing);
    case 'hearing':
      return openHearing(tx, item.id, passing);
  }
}

/** What is another's by now has changed since it was shown. */
async function give({ officer, give: pass }: Held, { from }: Passing): Promise<void> {
  if (officer !== from) throw new StoreFailure('conflict', 'version_conflict');
  await pass();
}

/** Gives one item from one officer to another. */
export async function passItem(tx: WriteTx, item: Item, passing: Passing, context: Context): Promise<void> {
  const held = await heldItem(tx, item, passing, context);
  if (held === null) throw new StoreFailure('not_found');
  if (!held.isOpen || held.unitId !== passing.unitId) throw new StoreFailure('conflict', 'version_conflict');
  await give(held, passing);
}

/** Gives one item back, unless it is over in the unit, or was taken out as entered in error. Returns whether it did. */
export async function passBack(tx: WriteTx, item: Item, passing: Passing, context: Context): Promise<boolean> {
  const held = await heldItem(tx, item, passing, context);
  if (!held?.isOpen || held.unitId !== passing.unitId) return false;
  await give(held, passing);
  return true;
}
