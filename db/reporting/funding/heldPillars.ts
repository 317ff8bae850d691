import { asc } from 'drizzle-orm';
import type { Pillar } from '#contract/reporting/pillars';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { pillar } from '../../ground/schema/coordination/funding.ts';

/** The catalogue, by code. */
export function heldPillars(db: Pick<ReadDb, 'select'>): Promise<Pillar[]> {
  return db
    .select({ code: pillar.code, nameEn: pillar.nameEn, nameFr: pillar.nameFr })
    .from(pillar)
    .orderBy(asc(pillar.code));
}
