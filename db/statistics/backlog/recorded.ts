import { and, asc, inArray, lte, sql } from 'drizzle-orm';
import { ledgerTerm, type LedgerTerm } from '#contract/ground/codes';
import type { Month } from '#contract/ground/dates';
import { unitMonth } from '../../ground/schema/common/unitMonths.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { RecordedMonth } from './stock.ts';

const measures = ['backlog_opening', ...ledgerTerm.options] as const;

/** Reads each unit's months in order up to `last`: a scan of one covering index. */
export async function readRecorded(
  db: Pick<ReadDb, 'select'>,
  unitIds: readonly string[],
  last: Month,
): Promise<ReadonlyMap<string, readonly RecordedMonth[]>> {
  const rows = await db
    .select({
      unitId: unitMonth.unitId,
      month: unitMonth.month,
      // One row a month instead of one a term: the pairs are unpacked below.
      cells: sql<string>`group_concat(${unitMonth.measure} || '=' || coalesce(case ${unitMonth.status} when 'not_available' then null else ${unitMonth.value} end, ''), ',')`,
    })
    .from(unitMonth)
    .where(
      and(
        inArray(unitMonth.unitId, [...unitIds]),
        lte(unitMonth.month, last),
        inArray(unitMonth.measure, [...measures]),
      ),
    )
    .groupBy(unitMonth.unitId, unitMonth.month)
    .orderBy(asc(unitMonth.unitId), asc(unitMonth.month));
  const byUnit = new Map<string, RecordedMonth[]>();
  for (const row of rows) {
    const months = byUnit.get(row.unitId) ?? [];
    months.push(unpack(row.month as Month, row.cells));
    byUnit.set(row.unitId, months);
  }
  return byUnit;
}

function unpack(month: Month, cells: string): RecordedMonth {
  const terms: Partial<Record<LedgerTerm, number | null>> = {};
  let opening: number | null = null;
  for (const cell of cells.split(',')) {
    const split = cell.indexOf('=');
    const measure = cell.slice(0, split) as (typeof measures)[number];
    const text = cell.slice(split + 1);
    const value = text === '' ? null : Number(text);
    if (measure === 'backlog_opening') opening = value;
    else terms[measure] = value;
  }
  return { month, terms, opening };
}
