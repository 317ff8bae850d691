import { and, asc, between, eq, inArray, isNull, ne, or, sql, type SQL } from 'drizzle-orm';
import type { DueRow } from '#contract/casework/authorities';
import type { Week, WeekRow } from '#contract/casework/week';
import type { CivilDate } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import { codeWords } from '#contract/words/codes';
import { dueRows, mostRows } from '../due/list.ts';
import { referralsWithFile, urgencyOfHour, type Present } from '../due/referrals.ts';
import { inDangerOrOwed } from '../referrals/triage/inbox.ts';
import { isAmong } from '../../ground/kernel/among.ts';
import { addDays, dayOf, daysBetween, mondayOf } from '../../ground/kernel/days.ts';
import { together } from '../../ground/kernel/together.ts';
import { countCapped } from '../../ground/kernel/window.ts';
import { hearing } from '../../ground/schema/unit/hearings.ts';
import { investigation } from '../../ground/schema/unit/investigations.ts';
import { never, referral } from '../../ground/schema/unit/referrals.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { Context } from '../../store/types.ts';
import { linesOf, whoseWeek, type Days, type Line, type Whose } from './whose.ts';

type Part = Week['danger'];

/** As many lines of a part as anyone reads on a page; of what waits on others, the longest alone. */
const most = 30;
const mostInCourt = 200;
const mostWaiting = 8;

const partOf = (rows: readonly WeekRow[], shown = most): Part => ({
  rows: rows.slice(0, shown),
  total: { value: rows.length, exact: true },
});
const nothing: Part = partOf([]);

const empty = {
  title: null,
  investigationId: null,
  referralId: null,
  time: null,
  urgency: null,
  daysLeft: 0,
  dueAt: null,
  outcome: null,
};

function byDay(a: WeekRow, b: WeekRow): number {
  const [one, other] = [a, b].map(({ on, time, number, id }) => [on, time ?? '', number, id].join(' '));
  return (one ?? '') < (other ?? '') ? -1 : 1;
}

/** How urgent a deadline in hours is; of a danger, that of what is owed next, though its line says since when it is known. */
function standingOf(at: number | null, present: Present): Pick<WeekRow, 'urgency' | 'daysLeft' | 'dueAt'> {
  if (at === null || at >= never) return { urgency: null, daysLeft: 0, dueAt: null };
  const on = dayOf(at);
  return { urgency: urgencyOfHour(at, on, present), daysLeft: daysBetween(present.today, on), dueAt: at };
}

/** Children in danger first, since when; then the decisions about danger that are owed, by their deadline. */
async function dangers(db: ReadDb, whose: Whose, present: Present): Promise<Part> {
  const { today } = present;
  const { unitId } = whose;
  const rows = await referralsWithFile(db)
    .where(and(inDangerOrOwed(), unitId ? eq(referral.unitId, unitId) : undefined))
    .orderBy(
      sql`${referral.dangerSince} IS NULL`,
      asc(referral.dangerSince),
      asc(referral.decisionDueAt),
      asc(referral.id),
      asc(investigation.id),
    )
    .limit(mostRows);
  // A referral of two files is one child: once, by the file that is open.
  const once = new Map(rows.map((each) => [each.row.id, each]));
  const lines = [...once.values()].map(({ row, file }): Line => {
    const isOwed = row.dangerSince === null;
    return {
      ...empty,
      id: row.id,
      unitId: row.unitId,
      number: row.number,
      title: file?.title ?? null,
      referralId: row.id,
      name: codeWords.dueKind[isOwed ? 'decision' : 'danger'],
      on: dayOf(row.dangerSince ?? row.decisionDueAt ?? 0),
      ...standingOf(isOwed ? row.decisionDueAt : row.dueAt, present),
      person: file?.lead ?? row.assignedTo,
    };
  });
  const wanted = linesOf(whose, lines, () => today);
  return { ...partOf(wanted), total: { value: wanted.length, exact: rows.length < mostRows } };
}

/** The week in court, each with who attends; one that was vacated takes nobody there. */
async function inCourt(db: ReadDb, whose: Whose, { from, until }: Days): Promise<Part> {
  const { unitId } = whose;
  const rows = await db
    .select({ row: hearing, file: investigation })
    .from(hearing)
    .innerJoin(investigation, eq(investigation.id, hearing.investigationId))
    .where(
      and(
        between(hearing.on, from, until),
        or(isNull(hearing.outcome), ne(hearing.outcome, 'cancelled')),
        unitId ? eq(hearing.unitId, unitId) : undefined,
      ),
    );
  const lines = rows.map(({ row, file }): Line => ({
    ...empty,
    id: row.id,
    unitId: row.unitId,
    number: file.number,
    title: file.title,
    investigationId: file.id,
    name: codeWords.hearingKind[row.kind],
    on: row.on,
    time: row.time,
    outcome: row.outcome,
    person: row.attends ?? file.lead,
  }));
  return partOf(linesOf(whose, lines, ({ on }) => on).toSorted(byDay), mostInCourt);
}

/** What is said of a date: of a task that it is one, not what is to be done; of a hearing that is over, that its outcome is missing. */
function nameOf({ source, name }: DueRow): WeekRow['name'] {
  const { task, outcome } = codeWords.dueKind;
  if (source === 'task') return task;
  if (source !== 'hearing') return name;
  return { en: `${outcome.en}: ${name.en}`, fr: `${outcome.fr} : ${name.fr}` };
}

/** Dates to keep in the week, and in the present one what is overdue; each is in one part of the page only. */
async function dates(db: ReadDb, whose: Whose, days: Days, now: number): Promise<Pick<Week, 'legal' | 'other'>> {
  const { today, from, until } = days;
  const { unitId, whole } = whose;
  const isPresent = from <= today && today <= until;
  const due = await dueRows(db, { unitId, whose: whole }, { today, now });
  const wanted = due.filter(({ source, dueOn, id }) => {
    if (dueOn > until || (dueOn < from && !isPresent)) return false;
    if (source === 'hearing') return dueOn < from;
    return source !== 'referral' || !id.endsWith(' decision');
  });
  const files = await db
    .select({ id: investigation.id, title: investigation.title })
    .from(investigation)
    .where(
      isAmong(
        investigation.id,
        wanted.flatMap(({ investigationId }) => investigationId ?? []),
      ),
    );
  const titles = new Map<string, string | null>(files.map(({ id, title }) => [id, title]));
  const linesFor = (isLegal: boolean) =>
    wanted
      .filter(({ source }) => (source === 'authority') === isLegal)
      .map((row): Line => ({
        ...empty,
        id: row.id,
        unitId: row.unitId,
        number: row.number,
        title: titles.get(row.investigationId ?? '') ?? null,
        ...idsOf(row),
        name: nameOf(row),
        on: row.dueOn,
        time: row.time,
        urgency: row.urgency,
        daysLeft: row.daysLeft,
        dueAt: row.dueAt,
        person: row.lead,
      }));
  // What is overdue can be done today at the earliest, by those who are there then.
  const actedOn = ({ on }: Line): CivilDate => (isPresent && on < today ? today : on);
  const part = (isLegal: boolean): Part => partOf(linesOf(whose, linesFor(isLegal), actedOn));
  return { legal: part(true), other: part(false) };
}

function idsOf({ source, sourceId, investigationId }: DueRow): Pick<WeekRow, 'investigationId' | 'referralId'> {
  const isReferral = source === 'referral' || investigationId === null;
  return isReferral
    ? { investigationId: null, referralId: sourceId as WeekRow['referralId'] }
    : { investigationId, referralId: null };
}

/** How many nobody works on, and the oldest of them. */
async function unassigned(db: ReadDb, unitId: UnitId | undefined): Promise<NonNullable<Week['unassigned']>> {
  const ofUnit = (table: typeof referral | typeof investigation): SQL | undefined =>
    and(eq(table.open, true), unitId ? eq(table.unitId, unitId) : undefined);
  const received = and(ofUnit(referral), isNull(referral.assignedTo));
  const opened = and(ofUnit(investigation), isNull(investigation.lead));
  const { first, file, referrals, investigations } = await together({
    first: db.select().from(referral).where(received).orderBy(asc(referral.receivedOn), asc(referral.id)).limit(1),
    file: db
      .select()
      .from(investigation)
      .where(opened)
      .orderBy(asc(investigation.openedOn), asc(investigation.id))
      .limit(1),
    referrals: countCapped(db, referral, received),
    investigations: countCapped(db, investigation, opened),
  });
  const line = { ...empty, name: codeWords.waitingState.unassigned, person: null, leave: null };
  const [oldest, oldestFile] = [first[0], file[0]];
  return {
    referrals: {
      total: referrals,
      oldest: oldest
        ? {
            ...line,
            id: oldest.id,
            unitId: oldest.unitId,
            number: oldest.number,
            referralId: oldest.id,
            on: oldest.receivedOn,
          }
        : null,
    },
    investigations: {
      total: investigations,
      oldest: oldestFile ? { ...ofFile(oldestFile), name: line.name, on: oldestFile.openedOn, leave: null } : null,
    },
  };
}

const ofFile = ({ id, unitId, number, title, lead }: typeof investigation.$inferSelect) => ({
  ...empty,
  id,
  unitId,
  number,
  title,
  investigationId: id,
  person: lead,
});

async function waiting(db: ReadDb, whose: Whose, today: CivilDate): Promise<Part> {
  const { unitId, on } = whose;
  const where = and(
    eq(investigation.open, true),
    inArray(investigation.waiting, ['provider', 'lab', 'other_service', 'crown_or_court']),
    unitId ? eq(investigation.unitId, unitId) : undefined,
    on(today).work?.where(investigation.lead, investigation.unitId),
  );
  const rows = await db
    .select()
    .from(investigation)
    .where(where)
    .orderBy(asc(investigation.waitingSince), asc(investigation.id))
    .limit(mostWaiting);
  const lines = rows.map((row) => ({
    ...ofFile(row),
    name: codeWords.waitingState[row.waiting],
    on: row.waitingSince,
  }));
  return { rows: [...linesOf(whose, lines, () => today)], total: await countCapped(db, investigation, where) };
}

interface Asked {
  readonly filter: { readonly unitId?: UnitId | undefined; readonly mine?: boolean | undefined };
  readonly on?: CivilDate | undefined;
}

/** The week of a unit or of one person, as the screen and the paper show it. */
export async function weekOf(
  db: ReadDb,
  { filter, on }: Asked,
  { clock, session }: Pick<Context, 'clock' | 'session'>,
): Promise<Week> {
  const today = clock.today();
  const from = mondayOf(on ?? today);
  const days = { today, from, until: addDays(from, 6) };
  const whose = await whoseWeek(db, { unitId: filter.unitId, me: filter.mine ? session.user.id : null }, days);
  const isOver = days.until < today;
  const { danger, court, due, waits, nobodys } = await together({
    danger: isOver ? nothing : dangers(db, whose, { today, now: clock.now() }),
    court: inCourt(db, whose, days),
    due: dates(db, whose, days, clock.now()),
    waits: isOver ? nothing : waiting(db, whose, today),
    nobodys: isOver || filter.mine ? null : unassigned(db, filter.unitId),
  });
  return {
    ...days,
    previous: addDays(from, -7),
    next: addDays(from, 7),
    danger,
    court,
    ...due,
    unassigned: nobodys,
    waiting: waits,
  };
}
