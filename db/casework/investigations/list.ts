import { and, eq, isNull, sql, type SQL } from 'drizzle-orm';
import type { ParsedInput } from '#contract/index';
import { pick } from '../../ground/kernel/pick.ts';
import { countCapped, cutWindow, encodeCursor, startsWith, windowQuery } from '../../ground/kernel/window.ts';
import { investigation } from '../../ground/schema/unit/investigations.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { Context, ReadHandler } from '../../store/types.ts';
import { firstOwnDates } from '../due/list.ts';
import { dueKey, ownKey, urgentKey } from '../referrals/triage/inbox.ts';
import { instantOfDay } from '../referrals/triage/rules.ts';
import { withCarried } from './carried.ts';

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

/** The length of an id as it is written. */
const idLength = 36;

/** Files with a date of their own as a table of the query: each with its key. */
function ownKeys(
  db: ReadDb,
  dates: Awaited<ReturnType<typeof firstOwnDates>>,
  column: 'urgent' | 'due',
  today: string,
) {
  const keys = [...dates].map(([id, { dueOn }]) => {
    const at = instantOfDay(dueOn, 'first');
    return `${id}${String(column === 'due' ? at : ownKey(at, dueOn < today))}`;
  });
  return (
    db
      .select({
        fileId: sql<string>`CAST(substr(value, 1, ${idLength}) AS text)`.as('file_id'),
        key: sql<number>`min(CAST(substr(value, ${idLength + 1}) AS bigint))`.as('own_key'),
      })
      .from(sql`json_each(${JSON.stringify(keys)})`)
      // Grouped, and with the type of an id, it is a table that SQLite reads by an index: otherwise each file would read all the keys.
      .groupBy(sql`file_id`)
      .as('own')
  );
}

/** By what a list is sorted: a column, or a key that is computed from what is due, with the dates that were read for it. */
async function sortOf(db: ReadDb, column: Wanted['sort']['column'], { clock }: Now) {
  if (column !== 'urgent' && column !== 'due')
    return { key: sql<string | number>`${sortColumns[column]}`, own: null, dates: undefined };
  const today = clock.today();
  const dates = await firstOwnDates(db, {}, today);
  const own = ownKeys(db, dates, column, today);
  const key: SQL<string | number> = column === 'due' ? dueKey(own.key) : urgentKey(clock.now(), own.key);
  return { key, own, dates };
}

/** One window of the list. */
export async function investigationWindow(db: ReadDb, { filter, sort, from, size }: Wanted, now: Now) {
  const { column, descending } = sort;
  const { key, own, dates } = await sortOf(db, column, now);
  const window = windowQuery(
    { column: key, id: investigation.id, descending, ...(column === 'due' && { keyOfDay: instantOfDay }) },
    from,
    filterOf(filter),
  );
  const query = db.select({ record: investigation, key }).from(investigation).$dynamic();
  const found = await (own === null ? query : query.leftJoin(own, eq(own.fileId, investigation.id)))
    .where(window.where)
    .orderBy(...window.orderBy)
    .limit(size + 1);
  const { rows, before, after } = cutWindow(found, size, from, window.reversed, ({ key: at, record }) =>
    encodeCursor(at, record.id),
  );
  const records = rows.map(({ record }) => record);
  return { rows: await withCarried(db, records, now.clock.today(), dates), before, after };
}

export function countInvestigations(db: ReadDb, filter: Wanted['filter'], most?: number) {
  return countCapped(db, investigation, filterOf(filter), most);
}

export const listInvestigations: ReadHandler<'investigations.list'> = async (db, wanted, context) => ({
  ...(await investigationWindow(db, wanted, context)),
  total: await countInvestigations(db, wanted.filter),
});
