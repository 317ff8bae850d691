import { and, asc, eq, gt, gte, inArray, isNotNull, lt, lte, ne, notInArray, or, type SQL } from 'drizzle-orm';
import type { DueRow } from '#contract/casework/authorities';
import type { ClockUrgency } from '#contract/casework/clocks';
import type { CivilDate } from '#contract/ground/dates';
import type { ParsedInput } from '#contract/index';
import { codeWords } from '#contract/words/codes';
import { addDays, dayOf, daysBetween } from '../../ground/kernel/days.ts';
import { countCapped } from '../../ground/kernel/window.ts';
import { investigation, referralInvestigation } from '../../ground/schema/unit/investigations.ts';
import { never, referral } from '../../ground/schema/unit/referrals.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { whoseOf, type Whose } from '../leave/away.ts';
import { endOf } from '../referrals/triage/rules.ts';
import { opaqueReference } from './reference.ts';

type Filter = ParsedInput<'due.list'>['filter'];
interface Dated {
  readonly row: typeof referral.$inferSelect;
  readonly file: Pick<typeof investigation.$inferSelect, 'id' | 'lead' | 'title'> | null;
}

/** As many days before the deadline of a referral as one is reminded of it. */
const reminderDays = 2;

export interface Present {
  readonly now: number;
  readonly today: CivilDate;
}

/** How urgent a deadline in hours is: it is overdue from its hour on, not from the day after. */
export function urgencyOfHour(at: number, on: CivilDate, { now, today }: Present): ClockUrgency {
  if (at < now) return 'overdue';
  if (on === today) return 'today';
  return on <= addDays(today, reminderDays) ? 'reminder' : 'ahead';
}

/** What a referral waits for first, the day, and how urgent that is. */
export function dueOfReferral({ dueAt, actionDueAt }: Pick<Dated['row'], 'dueAt' | 'actionDueAt'>, present: Present) {
  const what: 'action' | 'decision' = dueAt === actionDueAt ? 'action' : 'decision';
  const on = dayOf(dueAt);
  return { what, on, daysLeft: daysBetween(present.today, on), urgency: urgencyOfHour(dueAt, on, present) };
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
    time: null,
    dueAt: row.dueAt,
    actBy: on,
    daysLeft,
    urgency,
    reminders: [],
    isOverridden: false,
  };
}

/** Referrals linked to an open investigation of a lead; null: of any lead. */
function ledReferrals(db: ReadDb, whose: Whose | null) {
  return db
    .select({ id: referralInvestigation.referralId })
    .from(referralInvestigation)
    .innerJoin(investigation, eq(investigation.id, referralInvestigation.investigationId))
    .where(
      and(
        eq(investigation.open, true),
        isNotNull(investigation.lead),
        whose?.where(investigation.lead, investigation.unitId),
      ),
    );
}

/** A linked referral belongs to the lead of its open investigation, any other to its own officer. */
function assigned(db: ReadDb, unitId: Filter['unitId'], whose: Whose | null): SQL | undefined {
  const ofUnit = unitId ? eq(referral.unitId, unitId) : undefined;
  if (whose === null) return ofUnit;
  const byItself = or(ne(referral.state, 'linked'), notInArray(referral.id, ledReferrals(db, null)));
  const carried = and(eq(referral.state, 'linked'), inArray(referral.id, ledReferrals(db, whose)));
  return and(ofUnit, or(and(whose.where(referral.assignedTo, referral.unitId), byItself), carried));
}

/** Referrals, each with the open investigation that carries it on; one of two investigations comes twice. */
export function referralsWithFile(db: ReadDb) {
  return db
    .select({ row: referral, file: { id: investigation.id, lead: investigation.lead, title: investigation.title } })
    .from(referral)
    .leftJoin(
      referralInvestigation,
      and(eq(referralInvestigation.referralId, referral.id), eq(referral.state, 'linked')),
    )
    .leftJoin(
      investigation,
      and(eq(investigation.id, referralInvestigation.investigationId), eq(investigation.open, true)),
    );
}

/** The deadlines of referrals, the earliest first. */
export async function dueReferrals(
  db: ReadDb,
  { unitId, whose }: { readonly unitId: Filter['unitId']; readonly whose: Whose | null },
  present: Present,
  most: number,
): Promise<readonly DueRow[]> {
  const rows = await referralsWithFile(db)
    .where(and(lt(referral.dueAt, never), assigned(db, unitId, whose)))
    .orderBy(asc(referral.dueAt), asc(referral.id), asc(investigation.id))
    .limit(most);
  // A referral of two files is due once, by the one that is open: where it is closed the row has none, and comes first.
  const once = new Map(rows.map((dated) => [dated.row.id, dated]));
  return [...once.values()].map((dated) => toDue(dated, present));
}

/** Counts per state, without reading the rows. */
export async function countDueReferrals(db: ReadDb, filter: Filter, { now, today }: Present) {
  const whose = await whoseOf(db, filter.lead, today);
  const count = async (...where: (SQL | undefined)[]) =>
    (await countCapped(db, referral, and(assigned(db, filter.unitId, whose), ...where))).value;
  const [endOfDay, endOfReminders] = [endOf(today), endOf(addDays(today, reminderDays))];
  return {
    overdue: await count(lt(referral.dueAt, now)),
    today: await count(gte(referral.dueAt, now), lte(referral.dueAt, endOfDay)),
    reminder: await count(gt(referral.dueAt, endOfDay), lte(referral.dueAt, endOfReminders)),
  };
}
