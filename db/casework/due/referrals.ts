import { and, asc, eq, gt, gte, inArray, isNotNull, isNull, lt, lte, ne, notInArray, or, type SQL } from 'drizzle-orm';
import type { DueRow } from '#contract/casework/authorities';
import type { ClockUrgency } from '#contract/casework/clocks';
import type { CivilDate } from '#contract/ground/dates';
import type { UserId } from '#contract/ground/ids';
import type { ParsedInput } from '#contract/index';
import { codeWords } from '#contract/words/codes';
import { addDays, dayOf, daysBetween } from '../../ground/kernel/days.ts';
import { countCapped } from '../../ground/kernel/window.ts';
import { investigation, referralInvestigation } from '../../ground/schema/unit/investigations.ts';
import { never, referral } from '../../ground/schema/unit/referrals.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { endOf } from '../referrals/triage/rules.ts';
import { opaqueReference } from './reference.ts';

type Filter = ParsedInput<'due.list'>['filter'];
interface Dated {
  readonly row: typeof referral.$inferSelect;
  readonly file: Pick<typeof investigation.$inferSelect, 'id' | 'lead'> | null;
}

/** As many days before the deadline of a referral as one is reminded of it. */
const reminderDays = 2;

export interface Present {
  readonly now: number;
  readonly today: CivilDate;
}

function urgencyOf(at: number, on: CivilDate, { now, today }: Present): ClockUrgency {
  if (at < now) return 'overdue';
  if (on === today) return 'today';
  return on <= addDays(today, reminderDays) ? 'reminder' : 'ahead';
}

/** What a referral waits for first, the day, and how urgent that is. */
export function dueOfReferral({ dueAt, actionDueAt }: Pick<Dated['row'], 'dueAt' | 'actionDueAt'>, present: Present) {
  const what: 'action' | 'decision' = dueAt === actionDueAt ? 'action' : 'decision';
  const on = dayOf(dueAt);
  return { what, on, daysLeft: daysBetween(present.today, on), urgency: urgencyOf(dueAt, on, present) };
}

function toDue({ row, file }: Dated, present: Present): DueRow {
  const { what, on, daysLeft, urgency } = dueOfReferral(row, present);
  return {
    id: `${row.id} ${what}`,
    reference: opaqueReference(row.id, what),
    source: 'referral',
    sourceId: row.id,
    ruleId: null,
    // Carried on in a file, it is the file's deadline too.
    investigationId: file?.id ?? null,
    number: row.number,
    unitId: row.unitId,
    lead: file?.lead ?? row.assignedTo,
    name: codeWords.dueKind[what],
    effect: 'act_by',
    dueOn: on,
    dueAt: row.dueAt,
    actBy: on,
    daysLeft,
    urgency,
    reminders: [],
    isOverridden: false,
  };
}

/** Referrals linked to an open investigation of this lead; null: of any lead. */
function ledReferrals(db: ReadDb, lead: UserId | null) {
  return db
    .select({ id: referralInvestigation.referralId })
    .from(referralInvestigation)
    .innerJoin(investigation, eq(investigation.id, referralInvestigation.investigationId))
    .where(
      and(eq(investigation.open, true), lead === null ? isNotNull(investigation.lead) : eq(investigation.lead, lead)),
    );
}

/** A linked referral belongs to the lead of its open investigation, any other to its own officer. */
function assigned(db: ReadDb, { unitId, lead }: Filter): SQL | undefined {
  const ofUnit = unitId ? eq(referral.unitId, unitId) : undefined;
  if (!lead) return ofUnit;
  const byItself = or(ne(referral.state, 'linked'), notInArray(referral.id, ledReferrals(db, null)));
  if (lead === 'nobody') return and(ofUnit, isNull(referral.assignedTo), byItself);
  const carried = and(eq(referral.state, 'linked'), inArray(referral.id, ledReferrals(db, lead)));
  return and(ofUnit, or(and(eq(referral.assignedTo, lead), byItself), carried));
}

/** The deadlines of referrals, the earliest first. */
export async function dueReferrals(
  db: ReadDb,
  filter: Filter,
  present: Present,
  most: number,
): Promise<readonly DueRow[]> {
  const rows = await db
    .select({ row: referral, file: { id: investigation.id, lead: investigation.lead } })
    .from(referral)
    .leftJoin(
      referralInvestigation,
      and(eq(referralInvestigation.referralId, referral.id), eq(referral.state, 'linked')),
    )
    .leftJoin(
      investigation,
      and(eq(investigation.id, referralInvestigation.investigationId), eq(investigation.open, true)),
    )
    .where(and(lt(referral.dueAt, never), assigned(db, filter)))
    .orderBy(asc(referral.dueAt), asc(referral.id), asc(investigation.id))
    .limit(most);
  // A referral of two files is due once, by the one that is open: where it is closed the row has none, and comes first.
  const once = new Map(rows.map((dated) => [dated.row.id, dated]));
  return [...once.values()].map((dated) => toDue(dated, present));
}

/** Counts per state, without reading the rows. */
export async function countDueReferrals(db: ReadDb, filter: Filter, { now, today }: Present) {
  const count = async (...where: (SQL | undefined)[]) =>
    (await countCapped(db, referral, and(assigned(db, filter), ...where))).value;
  const [endOfDay, endOfReminders] = [endOf(today), endOf(addDays(today, reminderDays))];
  return {
    overdue: await count(lt(referral.dueAt, now)),
    today: await count(gte(referral.dueAt, now), lte(referral.dueAt, endOfDay)),
    reminder: await count(gt(referral.dueAt, endOfDay), lte(referral.dueAt, endOfReminders)),
  };
}
