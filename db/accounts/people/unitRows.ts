import { asc, type SQL } from 'drizzle-orm';
import type { Bilingual } from '#contract/ground/common';
import type { UnitId } from '#contract/ground/ids';
import { unit } from '../../ground/schema/common/units.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';

export interface UnitRow {
  readonly id: UnitId;
  readonly code: string;
  readonly name: Bilingual;
  readonly service: string;
  readonly active: boolean;
  readonly version: number;
}

/** Units by their codes, all where nothing else is asked for. */
export async function readUnits(db: Pick<ReadDb, 'select'>, where?: SQL): Promise<UnitRow[]> {
  const rows = await db.select().from(unit).where(where).orderBy(asc(unit.code));
  return rows.map(({ id, nameEn, nameFr, ...row }) => ({
    ...row,
    id: id,
    name: { en: nameEn, fr: nameFr },
  }));
}
