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
async function ownKeys(db: ReadDb, column: 'urgent' | 'due', { clock }: Now) {
  const today = clock.today();
  const dates = await firstOwnDates(db, {}, today);
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

/** The rows of a window by a key that is computed from what is due. */
async function computedWindow(db: ReadDb, column: 'urgent' | 'due', { filter, sort, from, size }: Wanted, now: Now) {
  const own = await ownKeys(db, column, now);
  const key: SQL<string | number> = column === 'due' ? dueKey(own.key) : urgentKey(now.clock.now(), own.key);
  const window = windowQuery(
    {
      column: key,
      id: investigation.id,
      descending: sort.descending,
      ...(column === 'due' && { keyOfDay: instantOfDay }),
    },
    from,
    filterOf(filter),
  );
  const found = await db
    .select({ record: investigation, key })
    .from(investigation)
    .leftJoin(own, eq(own.fileId, investigation.id))
    .where(window.where)
    .orderBy(...window.orderBy)
    .limit(size + 1);
  return { found, window };
}

async function sortedWindow(db: ReadDb, column: keyof typeof sortColumns, { filter, sort, from, size }: Wanted) {
  const key = sql<string | number>`${sortColumns[column]}`;
  const window = windowQuery(
    { column: key, id: investigation.id, descending: sort.descending },
    from,
    filterOf(filter),
  );
  const found = await db
    .select({ record: investigation, key })
    .from(investigation)
    .where(window.where)
    .orderBy(...window.orderBy)
    .limit(size + 1);
  return { found, window };
}

/** One window of the list. */
export async function investigationWindow(db: ReadDb, wanted: Wanted, now: Now) {
  const { size, from } = wanted;
  const { column } = wanted.sort;
  const { found, window } =
    column === 'urgent' || column === 'due'
      ? await computedWindow(db, column, wanted, now)
      : await sortedWindow(db, column, wanted);
  const { rows, before, after } = cutWindow(found, size, from, window.reversed, ({ key, record }) =>
    encodeCursor(key, record.id),
  );
  const records = rows.map(({ record }) => record);
  return { rows: await withCarried(db, records, now.clock.today()), before, after };
}

export function countInvestigations(db: ReadDb, filter: Wanted['filter'], most?: number) {
  return countCapped(db, investigation, filterOf(filter), most);
}

export const listInvestigations: ReadHandler<'investigations.list'> = async (db, wanted, context) => ({
  ...(await investigationWindow(db, wanted, context)),
  total: await countInvestigations(db, wanted.filter),
});
