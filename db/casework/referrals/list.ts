import { and, eq, gte, inArray, isNotNull, isNull, lt, lte, or, sql, type SQL } from 'drizzle-orm';
import type { ParsedInput } from '#contract/index';
import type { DueWindow, ReferralFilter, referralSort } from '#contract/casework/referrals';
import type { z } from 'zod';
import { pick } from '../../ground/kernel/pick.ts';
import { addDays } from '../../ground/kernel/days.ts';
import { countCapped, cutWindow, encodeCursor, startsWith, windowQuery } from '../../ground/kernel/window.ts';
import { referral } from '../../ground/schema/unit/referrals.ts';
import { dangerDecision } from '../../ground/schema/unit/triage.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { Context, ReadHandler } from '../../store/types.ts';
import { awayOn, whoseWork, type Away } from '../leave/away.ts';
import { inDangerOrOwed, presentKey, presentKeyOf } from './triage/inbox.ts';
import { lateBy } from './triage/breaches.ts';
import { endOf, instantOfDay } from './triage/rules.ts';
import { externalKey } from './rules.ts';
import { toReferral } from './rows.ts';

const sortColumns = {
  ...pick(referral, 'dueAt', 'receivedOn', 'number', 'stateOn'),
} as const;

/** `numberStartsWith` looks at the unit's number and at the folded external number. */
function matchesNumber(prefix: string | undefined): SQL | undefined {
  if (!prefix) return undefined;
  const external = externalKey(prefix);
  return or(startsWith(referral.number, prefix), external ? startsWith(referral.externalKey, external) : undefined);
}

/** A week is today and the six days after it; what is late already is in its own list. */
function dueWithin(window: DueWindow, { clock }: Pick<Context, 'clock'>): SQL | undefined {
  const now = clock.now();
  const until = (days: number) =>
    and(gte(referral.dueAt, now), lte(referral.dueAt, endOf(addDays(clock.today(), days))));
  switch (window) {
    case 'overdue':
      return lt(referral.dueAt, now);
    case 'today':
      return until(0);
    case 'week':
      return until(6);
    case 'breach':
      // The earlier deadline is past as well then: its index gives the order. The plus keeps the other from being read first.
      return and(lt(referral.dueAt, now), sql`+${referral.actionDueAt} < ${now}`);
    case 'rescore':
      return isNotNull(referral.rescoreSince);
    case 'danger':
      return inDangerOrOwed();
    case 'undecided':
      return and(
        eq(referral.open, true),
        isNotNull(referral.decisionFrom),
        sql`NOT EXISTS (SELECT 1 FROM ${dangerDecision} WHERE ${dangerDecision.referralId} = ${referral.id})`,
      );
  }
}

function isDue({ due, late }: ReferralFilter, context: Pick<Context, 'clock'>): SQL | undefined {
  if (!due) return undefined;
  return and(dueWithin(due, context), due === 'breach' && late ? lateBy(late, context.clock.now()) : undefined);
}

function filterOf(filter: ReferralFilter, context: Now, away: readonly Away[]): SQL | undefined {
  return and(
    filter.unitId ? eq(referral.unitId, filter.unitId) : undefined,
    filter.source ? eq(referral.source, filter.source) : undefined,
    filter.state ? eq(referral.state, filter.state) : undefined,
    inBand(filter.riskBand),
    filter.openOnly ? eq(referral.open, true) : undefined,
    filter.importId ? eq(referral.importId, filter.importId) : undefined,
    filter.receivedFrom ? gte(referral.receivedOn, filter.receivedFrom) : undefined,
    filter.receivedTo ? lte(referral.receivedOn, filter.receivedTo) : undefined,
    assignedTo(away, filter.assignedTo),
    filter.officerNamed ? eq(referral.officerNamed, filter.officerNamed) : undefined,
    matchesNumber(filter.numberStartsWith),
    isDue(filter, context),
    mineOrNobodys(away, filter.mineOrNobodys),
  );
}

function inBand(band: ReferralFilter['riskBand']): SQL | undefined {
  if (!band) return undefined;
  return band === 'none' ? isNull(referral.riskBand) : eq(referral.riskBand, band);
}

function mineOrNobodys(away: readonly Away[], user: ReferralFilter['mineOrNobodys']): SQL | undefined {
  return user ? or(assignedTo(away, 'nobody'), assignedTo(away, user)) : undefined;
}

/** With what an officer covers; and among nobody’s what is of officers away without a cover. */
function assignedTo(away: readonly Away[], user: ReferralFilter['assignedTo']): SQL | undefined {
  return user ? whoseWork(user, away).where(referral.assignedTo, referral.unitId) : undefined;
}

/** Who is away of those whose work is asked for; nobody else's leave is looked up. */
async function awayFor(db: ReadDb, { assignedTo: user, mineOrNobodys: own }: ReferralFilter, { clock }: Now) {
  return user === undefined && own === undefined ? [] : awayOn(db, clock.today());
}

type Sort = z.output<typeof referralSort>;

type Row = typeof referral.$inferSelect;

function cursorFor(column: Sort['column'], now: number) {
  return (row: Row): string => encodeCursor(column === 'inbox' ? presentKeyOf(row, now) : row[column], row.id);
}

type Wanted = ParsedInput<'referrals.list'>;
type Now = Pick<Context, 'clock'>;

/** One window of the list. */
export async function referralWindow(db: ReadDb, { filter, sort, from, size }: Wanted, context: Now) {
  const now = context.clock.now();
  const away = await awayFor(db, filter, context);
  const window = windowQuery(
    {
      column: sort.column === 'inbox' ? presentKey(now) : sortColumns[sort.column],
      id: referral.id,
      descending: sort.descending,
      ...(sort.column === 'dueAt' && { keyOfDay: instantOfDay }),
    },
    from,
    filterOf(filter, context, away),
  );
  // The order of the inbox is in one index with what it asks: only the rows of the window are read whole.
  const ids = db
    .select({ id: referral.id })
    .from(referral)
    .where(window.where)
    .orderBy(...window.orderBy)
    .limit(size + 1);
  const found = await db
    .select()
    .from(referral)
    .where(sort.column === 'inbox' ? inArray(referral.id, ids) : window.where)
    .orderBy(...window.orderBy)
    .limit(size + 1);
  const { rows, before, after } = cutWindow(found, size, from, window.reversed, cursorFor(sort.column, now));
  return { rows: rows.map(toReferral), before, after };
}

export async function countReferrals(db: ReadDb, filter: ReferralFilter, context: Now, most?: number) {
  return countCapped(db, referral, filterOf(filter, context, await awayFor(db, filter, context)), most);
}

export const listReferrals: ReadHandler<'referrals.list'> = async (db, wanted, context) => ({
  ...(await referralWindow(db, wanted, context)),
  total: await countReferrals(db, wanted.filter, context),
});
