import { inArray, sql, type SQL } from 'drizzle-orm';
import type { CivilDate } from '#contract/ground/dates';
import type { InvestigationId } from '#contract/ground/ids';
import { dayOf } from '../../ground/kernel/days.ts';
import { authority } from '../../ground/schema/unit/authorities.ts';
import { device } from '../../ground/schema/unit/devices.ts';
import { nextStep } from '../../ground/schema/unit/handover.ts';
import { arrest, charge, investigationEvent, referralInvestigation } from '../../ground/schema/unit/investigations.ts';
import { note } from '../../ground/schema/unit/notes.ts';
import { task } from '../../ground/schema/unit/tasks.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';

type Ids = readonly InvestigationId[];
type Table =
  | typeof arrest
  | typeof authority
  | typeof charge
  | typeof device
  | typeof investigationEvent
  | typeof referralInvestigation
  | typeof task;

/** The latest of the days that the rows of a file have. */
const latest = (...on: readonly SQL[]): SQL<string> =>
  sql`max(max('', ${sql.join(
    on.map((each) => sql`coalesce(${each}, '')`),
    sql`, `,
  )}))`;

const days: readonly (readonly [Table, SQL<string>])[] = [
  [investigationEvent, latest(sql`${investigationEvent.on}`)],
  [referralInvestigation, latest(sql`${referralInvestigation.linkedOn}`)],
  [arrest, latest(sql`${arrest.arrestedOn}`)],
  [charge, latest(sql`${charge.laidOn}`, sql`${charge.disposedOn}`)],
  [authority, latest(sql`${authority.startedOn}`, sql`${authority.servedOn}`, sql`${authority.doneOn}`)],
  [
    device,
    latest(
      sql`${device.seizedOn}`,
      sql`${device.queuedOn}`,
      sql`${device.beganOn}`,
      sql`${device.examinedOn}`,
      sql`${device.endedOn}`,
    ),
  ],
  [task, latest(sql`${task.addedOn}`, sql`${task.doneOn}`)],
];

/** Of files: the last day of which each holds a fact, and what comes next as it was written. */
export async function lastActivity(db: ReadDb, ids: Ids) {
  const found = new Map<string, CivilDate>();
  const see = (id: string, on: string) => {
    if (on > (found.get(id) ?? '')) found.set(id, on as CivilDate);
  };
  for (const [table, on] of days) {
    const rows = await db
      .select({ id: table.investigationId, on })
      .from(table)
      .where(inArray(table.investigationId, [...ids]))
      .groupBy(table.investigationId);
    for (const row of rows) see(row.id, row.on);
  }
  const notes = await db
    .select({ id: note.investigationId, at: sql<number>`max(${note.at})` })
    .from(note)
    .where(inArray(note.investigationId, [...ids]))
    .groupBy(note.investigationId);
  for (const { id, at } of notes) see(id, dayOf(at));
  const steps = await db
    .select({ id: nextStep.investigationId, text: nextStep.text, at: nextStep.at })
    .from(nextStep)
    .where(inArray(nextStep.investigationId, [...ids]));
  for (const { id, at } of steps) see(id, dayOf(at));
  return { days: found, steps: new Map<string, string>(steps.map(({ id, text }) => [id, text])) };
}
