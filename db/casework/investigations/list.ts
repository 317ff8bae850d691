import { and, eq, isNull, type SQL } from 'drizzle-orm';
import type { ParsedInput } from '#contract/index';
import { pick } from '../../ground/kernel/pick.ts';
import { countCapped, cutWindow, encodeCursor, startsWith, windowQuery } from '../../ground/kernel/window.ts';
import { investigation } from '../../ground/schema/unit/investigations.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { ReadHandler } from '../../store/types.ts';
import { withCarried } from '../investigationState/carried.ts';

type Wanted = ParsedInput<'investigations.list'>;

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
export async function investigationWindow(db: ReadDb, { filter, sort, from, size }: Wanted) {
  const window = windowQuery(
    { column: sortColumns[sort.column], id: investigation.id, descending: sort.descending },
    from,
    filterOf(filter),
  );
  const found = await db
    .select()
    .from(investigation)
    .where(window.where)
    .orderBy(...window.orderBy)
    .limit(size + 1);
  const { rows, before, after } = cutWindow(found, size, from, window.reversed, (row) =>
    encodeCursor(row[sort.column], row.id),
  );
  return { rows: await withCarried(db, rows), before, after };
}

export function countInvestigations(db: ReadDb, filter: Wanted['filter'], most?: number) {
  return countCapped(db, investigation, filterOf(filter), most);
}

export const listInvestigations: ReadHandler<'investigations.list'> = async (db, wanted) => ({
  ...(await investigationWindow(db, wanted)),
  total: await countInvestigations(db, wanted.filter),
});
