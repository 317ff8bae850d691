import { and, eq, inArray } from 'drizzle-orm';
import type { ExtractKind } from '#contract/extracts';
import { externalKey } from '../referrals/rules.ts';
import { extractRecord } from '../schema/unit/imports.ts';
import { arrest, charge, investigation } from '../schema/unit/investigations.ts';
import type { ReadDb } from '../store/types.ts';
import { clearance } from '../schema/unit/offences.ts';
import { unfounded, type Said } from './rules.ts';

export interface HeldFile {
  readonly id: string;
  readonly number: string;
  readonly openedOn: string;
  readonly concludedOn: string | null;
}

export interface LastSaid {
  readonly id: string;
  readonly key: string;
  readonly unitId: string;
  readonly recordId: string;
  readonly said: Said;
}

export interface HeldRecord {
  readonly id: string;
  readonly fileId: string;
  readonly said: Said;
}

/** What Vigie holds of the units of an extract, and what the last extract said of it. */
export interface Held {
  /** By unit and folded number. */
  readonly files: ReadonlyMap<string, HeldFile>;
  readonly records: ReadonlyMap<string, HeldRecord>;
  /** By unit and key. */
  readonly last: ReadonlyMap<string, LastSaid>;
}

type Db = Pick<ReadDb, 'select'>;

export const placeOf = (unitId: string, key: string): string => `${unitId} ${key}`;

const fileColumns = {
  id: investigation.id,
  unitId: investigation.unitId,
  number: investigation.number,
  openedOn: investigation.openedOn,
  concludedOn: investigation.concludedOn,
};

async function clearancesOf(db: Db, unitIds: string[]): Promise<readonly HeldRecord[]> {
  const rows = await db.select().from(clearance).where(inArray(clearance.unitId, unitIds));
  return rows.map(({ investigationId, founded, reason, on }) => ({
    id: investigationId,
    fileId: investigationId,
    said: { clearance: founded ? reason : unfounded, clearedOn: on },
  }));
}

async function recordsOf(db: Db, kind: ExtractKind, unitIds: string[]): Promise<readonly HeldRecord[]> {
  if (kind === 'clearances') return clearancesOf(db, unitIds);
  if (kind === 'arrests') {
    const rows = await db.select().from(arrest).where(inArray(arrest.unitId, unitIds));
    return rows.map(({ id, investigationId, arrestedOn, youth }) => ({
      id,
      fileId: investigationId,
      said: { arrestedOn, youth: youth ? 1 : 0 },
    }));
  }
  const rows = await db.select().from(charge).where(inArray(charge.unitId, unitIds));
  return rows.map(({ id, investigationId, laidOn, section, counts, stage, disposition, disposedOn }) => ({
    id,
    fileId: investigationId,
    said: { laidOn, section, counts, stage, disposition, disposedOn },
  }));
}

export async function readHeld(db: Db, kind: ExtractKind, unitIds: readonly string[]): Promise<Held> {
  const units = [...unitIds];
  const files = await db.select(fileColumns).from(investigation).where(inArray(investigation.unitId, units));
  const records =
    kind === 'investigations'
      ? files.map(({ id, openedOn, concludedOn }) => ({ id, fileId: id, said: { openedOn, concludedOn } }))
      : await recordsOf(db, kind, units);
  const last = await db
    .select()
    .from(extractRecord)
    .where(and(eq(extractRecord.kind, kind), inArray(extractRecord.unitId, units)));
  return {
    files: new Map(files.map((file) => [placeOf(file.unitId, externalKey(file.number) ?? ''), file])),
    records: new Map(records.map((each) => [each.id, each])),
    last: new Map(last.map((each) => [placeOf(each.unitId, each.key), each])),
  };
}
