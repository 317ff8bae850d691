import { and, eq, isNull, sql, type SQL } from 'drizzle-orm';
import type { ParsedInput } from '#contract/index';
import { pick } from '../../ground/kernel/pick.ts';
import { countCapped, cutWindow, encodeCursor, startsWith, windowQuery } from '../../ground/kernel/window.ts';
import { investigation } from '../../ground/schema/unit/investigations.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { Context, ReadHandler } from '../../store/types.ts';
import { urgentKey } from '../referrals/triage/inbox.ts';
import { withCarried } from '../investigationState/carried.ts';

type Wanted = ParsedInput<'investigations.list'>;
type Now = Pick<Context, 'clock'>;

const sortColumns = {
  ...pick(investigation, 'openedOn', 'number', 'waitingSince'),
} as const;

function filterOf(filter: Wanted['filter']): SQL | undefined {
  const lead = filter.lead === 'nobody' ? isNull(investigation.lead) : undefined;
  return and(
    filter.unitId ? eq(investigation.unitId, filter.unitId) : undefined,
    filter.lead && filter.lead !== 'nobody' ? eq(investigation.lead, filter.lead) : lead,
    filter.waiting ? and(eq(investigation.waiting, filter.waiting), eq(investigation.open, true)) : undefined,
    filter.openOnly ? eq(investigation.open, true) : undefined,
    filter.numberStartsWith ? startsWith(investigation.number, filter.numberStartsWith) : undefined,
  );
}

/** One window of the list. */
export async function investigationWindow(db: ReadDb, { filter, sort, from, size }: Wanted, { clock }: Now) {
  const column = sort.column === 'urgent' ? urgentKey(clock.now()) : sql<string>`${sortColumns[sort.column]}`;
  const keyset = { column, id: investigation.id, descending: sort.descending };
  const window = windowQuery(keyset, from, filterOf(filter));
  const found = await db
    .select({ record: investigation, key: column })
    .from(investigation)
    .where(window.where)
    .orderBy(...window.orderBy)
    .limit(size + 1);
  const { rows, before, after } = cutWindow(found, size, from, window.reversed, ({ key, record }) =>
    encodeCursor(key, record.id),
  );
  const records = rows.map(({ record }) => record);
  return { rows: await withCarried(db, records), before, after };
}

export function countInvestigations(db: ReadDb, filter: Wanted['filter'], most?: number) {
  return countCapped(db, investigation, filterOf(filter), most);
}

export const listInvestigations: ReadHandler<'investigations.list'> = async (db, wanted, context) => ({
  ...(await investigationWindow(db, wanted, context)),
  total: await countInvestigations(db, wanted.filter),
});
