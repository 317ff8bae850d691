import { and, asc, eq, sql } from 'drizzle-orm';
import type { InvestigationId, TaskId } from '#contract/ground/ids';
import { heldInvestigation } from '../investigationState/change.ts';
import { requirePassed } from '../../ground/kernel/order.ts';
import { pick } from '../../ground/kernel/pick.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { requireAble } from '../../store/rights/members.ts';
import { task } from '../../ground/schema/unit/tasks.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import type { ReadHandler, WriteHandler } from '../../store/types.ts';

type Writes = { readonly [M in 'tasks.add' | 'tasks.change']: WriteHandler<M> };
type TaskRecord = typeof task.$inferSelect;

export const taskReads: { readonly 'tasks.list': ReadHandler<'tasks.list'> } = {
  /** What is open first, by its date; one without a date after the others. */
  'tasks.list': async (db, { investigationId }) => {
    const rows = await db
      .select()
      .from(task)
      .where(eq(task.investigationId, investigationId))
      .orderBy(sql`${task.doneOn} IS NOT NULL`, sql`${task.dueOn} IS NULL`, asc(task.dueOn), asc(task.id));
    return {
      tasks: rows.map((row) => ({
        ...pick(row, 'id', 'version', 'what', 'owner', 'addedOn', 'dueOn', 'doneOn'),
      })),
    };
  },
};

async function heldTask(
  tx: WriteTx,
  investigationId: InvestigationId,
  id: TaskId,
  version: number,
): Promise<TaskRecord> {
  const [row] = await tx
    .select()
    .from(task)
    .where(and(eq(task.id, id), eq(task.investigationId, investigationId)));
  if (!row) throw new StoreFailure('not_found');
  if (row.version !== version) throw new StoreFailure('conflict', 'version_conflict');
  return row;
}

export const taskWrites: Writes = {
  'tasks.add': async (tx, { investigationId, ...facts }, { newId, clock, session }) => {
    const file = await heldInvestigation(tx, investigationId);
    await requireAble(tx, file.unitId, facts.owner, 'owner');
    const id = newId();
    await tx.insert(task).values({
      id,
      investigationId,
      unitId: file.unitId,
      ...facts,
      addedOn: clock.today(),
      enteredAt: clock.now(),
      enteredBy: session.user.id,
    });
    return {
      output: { id },
      audit: { subject: { kind: 'task', id }, changes: [{ field: 'task', before: null, after: facts }] },
    };
  },

  'tasks.change': async (tx, { investigationId, taskId, version, ...facts }, { clock }) => {
    const row = await heldTask(tx, investigationId, taskId, version);
    if (facts.owner !== row.owner) await requireAble(tx, row.unitId, facts.owner, 'owner');
    if (facts.doneOn !== null) requirePassed(facts.doneOn, clock.today(), 'doneOn');
    await tx
      .update(task)
      .set({ ...facts, version: version + 1 })
      .where(eq(task.id, row.id));
    const fields = ['what', 'owner', 'dueOn', 'doneOn'] as const;
    return {
      output: { version: version + 1 },
      audit: {
        subject: { kind: 'task', id: row.id },
        changes: fields
          .filter((field) => row[field] !== facts[field])
          .map((field) => ({ field, before: row[field], after: facts[field] })),
      },
    };
  },
};
