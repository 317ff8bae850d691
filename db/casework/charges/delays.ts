import { and, asc, eq, inArray, ne, or, isNull } from 'drizzle-orm';
import type { DelayCause } from '#contract/casework/charges';
import type { CivilDate } from '#contract/ground/dates';
import type { InvestigationId } from '#contract/ground/ids';
import type { Output } from '#contract/index';
import { clocksOfAll } from '../authorities/clocksOfAll.ts';
import { clockSettings, standingOverrides } from '../clocks/surroundings.ts';
import { daysBetween } from '../../ground/kernel/days.ts';
import { authority } from '../../ground/schema/unit/authorities.ts';
import { delayDeduction } from '../../ground/schema/unit/offences.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';

/** The catalogue's kind whose clock is the ceiling. */
export const proceedings = 'court_proceedings';

/**
 * The delay from the charge to the end of the trial, or to today while it runs, less what is deducted. The ceiling is the clock's own date, which
 * the same deductions move.
 */
export async function delaysOf(
  db: ReadDb,
  investigationId: InvestigationId,
  today: CivilDate,
): Promise<Output<'delays.list'>> {
  const rows = await db
    .select()
    .from(authority)
    .where(
      and(
        eq(authority.investigationId, investigationId),
        eq(authority.kind, proceedings),
        or(isNull(authority.endReason), ne(authority.endReason, 'entered_in_error')),
      ),
    )
    .orderBy(asc(authority.startedOn), asc(authority.id));
  const ids = rows.map((row) => row.id);
  const deductions = await db
    .select()
    .from(delayDeduction)
    .where(inArray(delayDeduction.authorityId, ids))
    .orderBy(asc(delayDeduction.enteredAt), asc(delayDeduction.id));
  const overrides = await standingOverrides(db, ids);
  const clocks = clocksOfAll(rows, { ...(await clockSettings(db)), today, overrides });
  return {
    proceedings: rows.map((row) => {
      const end = row.doneOn ?? row.endedOn;
      const until = end ?? today;
      const days = Math.max(0, daysBetween(row.startedOn, until));
      const deducted = row.deductedDays ?? 0;
      return {
        authorityId: row.id,
        startedOn: row.startedOn,
        until,
        isRunning: end === null,
        days,
        deducted,
        net: Math.max(0, days - deducted),
        ceilingOn: clocks.get(row.id)?.[0]?.dueOn ?? null,
        deductions: deductions
          .filter((each) => each.authorityId === row.id)
          .map(({ id, version, cause, days: count, note }) => ({
            id,
            version,
            cause: cause as DelayCause,
            days: count,
            note,
          })),
      };
    }),
  };
}
