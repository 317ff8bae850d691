import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { DueRow } from '#contract/casework/authorities';
import type { CivilDate } from '#contract/ground/dates';
import type { InvestigationId, UserId } from '#contract/ground/ids';
import type { ParsedInput } from '#contract/index';
import { lastOpenDay, type ClosedDays } from '../clocks/civil.ts';
import { remindersOf, urgencyOf } from '../clocks/reminders.ts';
import { daysBetween } from '../../ground/kernel/days.ts';
import { investigation } from '../../ground/schema/unit/investigations.ts';
import { task } from '../../ground/schema/unit/tasks.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { opaqueReference } from './reference.ts';

interface Filter extends Pick<ParsedInput<'due.list'>['filter'], 'unitId'> {
  readonly fileIds?: readonly InvestigationId[];
}

/** The dated tasks that are not done, each with its owner; one without an owner is the lead's. */
export async function dueTasks(
  db: ReadDb,
  { unitId, fileIds }: Filter,
  known: { readonly today: CivilDate; readonly closed: ClosedDays },
): Promise<readonly DueRow[]> {
  const rows = await db
    .select({ task, number: investigation.number, lead: investigation.lead })
    .from(task)
    .innerJoin(investigation, eq(investigation.id, task.investigationId))
    .where(
      and(
        isNull(task.doneOn),
        isNotNull(task.dueOn),
        unitId ? eq(task.unitId, unitId) : undefined,
        fileIds && inArray(task.investigationId, [...fileIds]),
      ),
    );
  return rows.map(({ task: row, number, lead }) => toDue(row, number, row.owner ?? lead, known));
}

function toDue(
  row: typeof task.$inferSelect,
  number: string,
  owner: string | null,
  { today, closed }: { readonly today: CivilDate; readonly closed: ClosedDays },
): DueRow {
  const dueOn = row.dueOn as CivilDate;
  const reminders = remindersOf(row.addedOn, dueOn, closed);
  return {
    id: row.id,
    reference: opaqueReference(row.id, 'task'),
    source: 'task',
    sourceId: row.id,
    ruleId: null,
    investigationId: row.investigationId,
    number,
    unitId: row.unitId,
    lead: owner as UserId | null,
    name: { en: row.what, fr: row.what },
    effect: 'act_by',
    dueOn,
    time: null,
    dueAt: null,
    actBy: lastOpenDay(dueOn, closed),
    daysLeft: daysBetween(today, dueOn),
    urgency: urgencyOf(dueOn, reminders, today),
    reminders: reminders.map(({ on }) => on),
    isOverridden: false,
  };
}
