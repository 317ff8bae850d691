import { and, eq, gte, isNull, lte, or, type SQL } from 'drizzle-orm';
import type { ReferralFilter, referralSort } from '#contract/referrals';
import type { z } from 'zod';
import { countCapped, cutWindow, encodeCursor, startsWith, windowQuery } from '../kernel/window.ts';
import { referral } from '../schema/unit/referrals.ts';
import type { ReadHandler } from '../store/types.ts';
import { externalKey } from './rules.ts';
import { toReferral } from './rows.ts';

const sortColumns = { receivedOn: referral.receivedOn, number: referral.number, stateOn: referral.stateOn } as const;

/** `numberStartsWith` looks at the unit's number and at the folded external number. */
function matchesNumber(prefix: string | undefined): SQL | undefined {
  if (!prefix) return undefined;
  const external = externalKey(prefix);
  return or(startsWith(referral.number, prefix), external ? startsWith(referral.externalKey, external) : undefined);
}

function filterOf(filter: ReferralFilter): SQL | undefined {
  return and(
    filter.unitId ? eq(referral.unitId, filter.unitId) : undefined,
    filter.source ? eq(referral.source, filter.source) : undefined,
    filter.state ? eq(referral.state, filter.state) : undefined,
    filter.riskBand ? eq(referral.riskBand, filter.riskBand) : undefined,
    filter.openOnly ? eq(referral.open, true) : undefined,
    filter.importId ? eq(referral.importId, filter.importId) : undefined,
    filter.receivedFrom ? gte(referral.receivedOn, filter.receivedFrom) : undefined,
    filter.receivedTo ? lte(referral.receivedOn, filter.receivedTo) : undefined,
    assignedTo(filter.assignedTo),
    matchesNumber(filter.numberStartsWith),
  );
}

function assignedTo(user: ReferralFilter['assignedTo']): SQL | undefined {
  if (!user) return undefined;
  return user === 'nobody' ? isNull(referral.assignedTo) : eq(referral.assignedTo, user);
}

type Sort = z.output<typeof referralSort>;

function cursorFor(column: Sort['column']) {
  return (row: typeof referral.$inferSelect): string => encodeCursor(row[column], row.id);
}

export const listReferrals: ReadHandler<'referrals.list'> = async (db, { filter, sort, from, size }) => {
  const where = filterOf(filter);
  const window = windowQuery(
    { column: sortColumns[sort.column], id: referral.id, descending: sort.descending },
    from,
    where,
  );
  const found = await db
    .select()
    .from(referral)
    .where(window.where)
    .orderBy(...window.orderBy)
    .limit(size + 1);
  const { rows, before, after } = cutWindow(found, size, from, window.reversed, cursorFor(sort.column));
  return { rows: rows.map(toReferral), before, after, total: await countCapped(db, referral, where) };
};
