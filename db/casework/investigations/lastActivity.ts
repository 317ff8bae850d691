import { inArray, sql, type AnyColumn, type SQL } from 'drizzle-orm';
import type { CivilDate } from '#contract/ground/dates';
import type { InvestigationId } from '#contract/ground/ids';
import { dayOf } from '../../ground/kernel/days.ts';
import { together } from '../../ground/kernel/together.ts';
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

const days: readonly (readonly [Table, ...AnyColumn[]])[] = [
  [investigationEvent, investigationEvent.on],
  [referralInvestigation, referralInvestigation.linkedOn],
  [arrest, arrest.arrestedOn],
  [charge, charge.laidOn, charge.disposedOn],
  [authority, authority.startedOn, authority.servedOn, authority.doneOn],
  [device, device.seizedOn, device.queuedOn, device.beganOn, device.examinedOn, device.endedOn],
  [task, task.addedOn, task.doneOn],
];

/** The latest of each column, one after the other: both engines have that, and only SQLite the latest of several. */
const latestOf = (columns: readonly AnyColumn[]): SQL<string> =>
  sql`${sql.join(
    columns.map((each) => sql`coalesce(max(${each}), '')`),
    sql` || ' ' || `,
  )}`;

/** Of files: the last day of which each holds a fact, and what comes next as it was written. */
export async function lastActivity(db: ReadDb, ids: Ids) {
  const found = new Map<string, CivilDate>();
  const see = (id: string, on: string) => {
    if (on > (found.get(id) ?? '')) found.set(id, on as CivilDate);
  };
  const facts = days.map(([table, ...columns]) =>
    db
      .select({ id: table.investigationId, latest: latestOf(columns) })
      .from(table)
      .where(inArray(table.investigationId, [...ids]))
      .groupBy(table.investigationId),
  );
  const noted = db
    .select({ id: note.investigationId, at: sql<number>`max(${note.at})` })
    .from(note)
    .where(inArray(note.investigationId, [...ids]))
    .groupBy(note.investigationId);
  const next = db
    .select({ id: nextStep.investigationId, text: nextStep.text, at: nextStep.at })
    .from(nextStep)
    .where(inArray(nextStep.investigationId, [...ids]));
  const { rows, notes, steps } = await together({ rows: Promise.all(facts), notes: noted, steps: next });
  for (const { id, latest } of rows.flat()) for (const on of latest.split(' ')) see(id, on);
  for (const { id, at } of [...notes, ...steps]) see(id, dayOf(at));
  return {
    days: found,
    steps: new Map<string, string>(steps.flatMap(({ id, text }) => (text === '' ? [] : [[id, text]]))),
  };
}
