import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { DueRow } from '#contract/casework/authorities';
import type { CivilDate } from '#contract/ground/dates';
import type { InvestigationId } from '#contract/ground/ids';
import type { ParsedInput } from '#contract/index';
import { codeWords } from '#contract/words/codes';
import type { ClosedDays } from '../clocks/civil.ts';
import { remindersOf, urgencyOf } from '../clocks/reminders.ts';
import { dayOf, daysBetween } from '../../ground/kernel/days.ts';
import { hearing } from '../../ground/schema/unit/hearings.ts';
import { investigation } from '../../ground/schema/unit/investigations.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { opaqueReference } from './reference.ts';

interface Filter extends Pick<ParsedInput<'due.list'>['filter'], 'unitId'> {
  readonly fileIds?: readonly InvestigationId[];
}

interface Known {
  readonly today: CivilDate;
  readonly closed: ClosedDays;
}

/** A hearing waits until somebody says what became of it: its day first, and from then on its outcome. */
export function hearingUrgency({ on, enteredAt }: typeof hearing.$inferSelect, { today, closed }: Known) {
  const reminders = remindersOf(dayOf(enteredAt), on, closed);
  return { reminders, urgency: urgencyOf(on, reminders, today), daysLeft: daysBetween(today, on) };
}

/** The hearings without an outcome, each with who attends; where nobody is named, the file's lead does. */
export async function dueHearings(db: ReadDb, { unitId, fileIds }: Filter, known: Known): Promise<readonly DueRow[]> {
  const rows = await db
    .select({ hearing, number: investigation.number, lead: investigation.lead })
    .from(hearing)
    .innerJoin(investigation, eq(investigation.id, hearing.investigationId))
    .where(
      and(
        isNull(hearing.outcome),
        unitId ? eq(hearing.unitId, unitId) : undefined,
        fileIds && inArray(hearing.investigationId, [...fileIds]),
      ),
    );
  return rows.map(({ hearing: row, number, lead }): DueRow => {
    const { reminders, urgency, daysLeft } = hearingUrgency(row, known);
    return {
      id: row.id,
      reference: opaqueReference(row.id, 'hearing'),
      source: 'hearing',
      sourceId: row.id,
      ruleId: null,
      investigationId: row.investigationId,
      number,
      unitId: row.unitId,
      lead: row.attends ?? lead,
      name: codeWords.hearingKind[row.kind],
      effect: 'act_by',
      dueOn: row.on,
      time: row.time,
      dueAt: null,
      actBy: row.on,
      daysLeft,
      urgency,
      reminders: reminders.map(({ on }) => on),
      isOverridden: false,
    };
  });
}
