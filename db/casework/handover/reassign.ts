import type { HearingId, InvestigationId, ReferralId, TaskId, UserId } from '#contract/ground/ids';
import { and, eq, gt, isNull } from 'drizzle-orm';
import type { CivilDate } from '#contract/ground/dates';
import { requireDate } from '../referrals/rules.ts';
import { moveReferral } from '../referrals/triage/transition.ts';
import { hearing } from '../../ground/schema/unit/hearings.ts';
import { investigation } from '../../ground/schema/unit/investigations.ts';
import { referral } from '../../ground/schema/unit/referrals.ts';
import { reassignedItem, reassignment } from '../../ground/schema/unit/handover.ts';
import { sealedItem } from '../../ground/schema/unit/seals.ts';
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
  readonly fileId: string;
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
  return { fileId: id, isOpen: row.open, unitId: row.unitId, officer: row.lead, give };
}

async function openReferral(tx: WriteTx, id: ReferralId, { to, on }: Passing, context: Context): Promise<Held | null> {
  const [row] = await tx.select().from(referral).where(eq(referral.id, id));
  if (!row) return null;
  const give = () => {
    requireDate({ state: row.state, stateOn: row.stateOn }, on, context.clock.today());
    return moveReferral(tx, row, { to: 'assigned', on, assignedTo: to }, context);
  };
  return { fileId: id, isOpen: row.open, unitId: row.unitId, officer: row.assignedTo, give };
}

async function openTask(tx: WriteTx, id: TaskId, { to }: Passing): Promise<Held | null> {
  const [row] = await tx.select().from(task).where(eq(task.id, id));
  if (!row) return null;
  const after = { owner: to, version: row.version + 1 };
  const give = () => tx.update(task).set(after).where(eq(task.id, id));
  const { investigationId: fileId, unitId, owner: officer } = row;
  return { fileId, isOpen: row.doneOn === null, unitId, officer, give };
}

async function openHearing(tx: WriteTx, id: HearingId, { to }: Passing): Promise<Held | null> {
  const [row] = await tx.select().from(hearing).where(eq(hearing.id, id));
  if (!row) return null;
  const after = { attends: to, version: row.version + 1 };
  const give = () => tx.update(hearing).set(after).where(eq(hearing.id, id));
  const { investigationId: fileId, unitId, attends: officer } = row;
  return { fileId, isOpen: row.outcome === null, unitId, officer, give };
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

/** Gives one item from one officer to another, where it is open in the unit, in sight and still the first one's. Returns whether it did. */
export async function passItem(tx: WriteTx, item: Item, passing: Passing, context: Context): Promise<boolean> {
  const held = await heldItem(tx, item, passing, context);
  if (!held?.isOpen || held.unitId !== passing.unitId || held.officer !== passing.from) return false;
  // A folder shows a write what is sealed.
  if ((await tx.$count(sealedItem, eq(sealedItem.itemId, held.fileId))) > 0) return false;
  await held.give();
  return true;
}

/** What came back since, and was given to the same officer by a later act: that act gives it back. */
export async function givenAgain(
  tx: WriteTx,
  { id, unitId, toUser }: typeof reassignment.$inferSelect,
): Promise<ReadonlySet<string>> {
  const isLater = and(gt(reassignment.id, id), eq(reassignment.unitId, unitId), isNull(reassignment.undoneAt));
  const rows = await tx
    .select({ itemId: reassignedItem.itemId })
    .from(reassignedItem)
    .innerJoin(reassignment, eq(reassignment.id, reassignedItem.reassignmentId))
    .where(and(isLater, eq(reassignment.toUser, toUser)));
  return new Set(rows.map(({ itemId }) => itemId));
}
