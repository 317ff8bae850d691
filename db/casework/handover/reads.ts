import { and, desc, eq, sql } from 'drizzle-orm';
import type { HandoverDetail } from '#contract/casework/handover';
import type { UnitId, UserId } from '#contract/ground/ids';
import { dueRows } from '../due/list.ts';
import { whoseWork } from '../leave/away.ts';
import { user } from '../../ground/schema/common/people.ts';
import { handover, nextStep, reassignedItem, reassignment } from '../../ground/schema/unit/handover.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { ReadHandler, WorkingClock } from '../../store/types.ts';
import { openWork } from './open.ts';

type Handlers = { readonly [M in 'handover.get' | 'handover.nextStep']: ReadHandler<M> };

interface Officer {
  readonly unitId: UnitId;
  readonly userId: UserId;
}

async function reassignmentsOf(db: ReadDb, { unitId, userId }: Officer): Promise<HandoverDetail['reassignments']> {
  const rows = await db
    .select({
      reassignment,
      by: user.displayName,
      items: sql<number>`(select count(*) from ${reassignedItem}
        where ${reassignedItem.reassignmentId} = ${reassignment.id})`,
    })
    .from(reassignment)
    .leftJoin(user, eq(user.id, reassignment.byUser))
    .where(and(eq(reassignment.fromUser, userId), eq(reassignment.unitId, unitId)))
    .orderBy(desc(reassignment.at));
  return rows.map(({ reassignment: row, by, items }) => ({
    id: row.id,
    to: row.toUser,
    on: row.on,
    at: row.at,
    by: by ?? '',
    items,
    undoneAt: row.undoneAt,
  }));
}

/** The whole of a handover, as the screen and the paper show it. */
export async function handoverOf(db: ReadDb, officer: Officer, clock: WorkingClock): Promise<HandoverDetail> {
  const { unitId, userId } = officer;
  const today = clock.today();
  const [row] = await db
    .select()
    .from(handover)
    .where(and(eq(handover.userId, userId), eq(handover.unitId, unitId)));
  return {
    today,
    ...(await openWork(db, officer, { clock })),
    // What they cover is not theirs to hand over.
    due: [...(await dueRows(db, { unitId, whose: whoseWork(userId, []) }, { today, now: clock.now() }))],
    described: {
      version: row?.version ?? null,
      leavesOn: row?.leavesOn ?? null,
      trainingNotes: row?.trainingNotes ?? null,
      documentOn: row?.documentOn ?? null,
    },
    reassignments: await reassignmentsOf(db, officer),
  };
}

/** What comes next, where it was not cleared. */
export const writtenIn = (row: Pick<typeof nextStep.$inferSelect, 'text'> | undefined): string | null =>
  row === undefined || row.text === '' ? null : row.text;

export const handoverReads: Handlers = {
  'handover.get': (db, officer, { clock }) => handoverOf(db, officer, clock),

  'handover.nextStep': async (db, { investigationId }) => {
    const [row] = await db.select().from(nextStep).where(eq(nextStep.investigationId, investigationId));
    return { text: writtenIn(row), version: row?.version ?? null };
  },
};
