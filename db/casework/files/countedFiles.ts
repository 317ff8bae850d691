import type { CountedRow } from '#contract/casework/operations';
import type { CivilDate } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import type { Output } from '#contract/index';
import { isAmong } from '../../ground/kernel/among.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { investigation } from '../../ground/schema/unit/investigations.ts';

/** A file that a figure counts, with the day that puts it into the period, and how many persons, devices or counts of charges where it counts those. */
export interface CountedFile {
  readonly id: string;
  readonly on: CivilDate;
  readonly count: number;
}

export const sumOf = (files: readonly Pick<CountedFile, 'count'>[]): number =>
  files.reduce((sum, { count }) => sum + count, 0);

/** Each file once, under its latest day, with all that is counted of it. */
export function eachFileOnce(counted: Iterable<CountedFile>): CountedFile[] {
  const files = new Map<string, CountedFile>();
  for (const each of counted) {
    const { on, count } = files.get(each.id) ?? { on: each.on, count: 0 };
    files.set(each.id, { id: each.id, on: each.on > on ? each.on : on, count: count + each.count });
  }
  return [...files.values()];
}

interface Page {
  readonly offset: number;
  readonly size: number;
}

/** A page of those files of the units that are in view, latest first, with what those out of sight count. */
export async function pageOfFiles(
  db: Pick<ReadDb, 'select'>,
  unitIds: readonly UnitId[],
  files: readonly CountedFile[],
  { offset, size }: Page,
): Promise<Output<'clearance.rows'>> {
  const seen = await db
    .select({ id: investigation.id, number: investigation.number, unitId: investigation.unitId })
    .from(investigation)
    .where(isAmong(investigation.unitId, unitIds));
  const named = new Map(seen.map(({ id, ...names }) => [id as string, names]));
  const rows = files
    .flatMap(({ id, on, count }): CountedRow[] => {
      const names = named.get(id);
      return names === undefined ? [] : [{ kind: 'investigation', id, ...names, on, count }];
    })
    .toSorted((a, b) => b.on.localeCompare(a.on) || a.number.localeCompare(b.number) || a.id.localeCompare(b.id));
  const total = sumOf(rows);
  return { rows: rows.slice(offset, offset + size), length: rows.length, total, sealed: sumOf(files) - total };
}
