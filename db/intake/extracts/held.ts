import type { InvestigationId, UnitId } from '#contract/ground/ids';
import type { CivilDate } from '#contract/ground/dates';
import { and, eq, inArray } from 'drizzle-orm';
import type { ExtractKind } from '#contract/intake/extracts';
import { externalKey } from '../../casework/referrals/rules.ts';
import { isAmong } from '../../ground/kernel/among.ts';
import { dayOf } from '../../ground/kernel/days.ts';
import { pick } from '../../ground/kernel/pick.ts';
import { correction } from '../../ground/schema/unit/corrections.ts';
import { extractRecord } from '../../ground/schema/unit/imports.ts';
import { arrest, charge, investigation } from '../../ground/schema/unit/investigations.ts';
import { purgedNumber } from '../../ground/schema/unit/purges.ts';
import { sealedItem } from '../../ground/schema/unit/seals.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { recordsOf } from '../../store/engineRecords.ts';
import { clearance } from '../../ground/schema/unit/offences.ts';
import { unfounded, type Said } from './rules.ts';

type Db = Pick<ReadDb, 'select'>;

export interface HeldFile {
  readonly id: InvestigationId;
  readonly number: string;
  readonly openedOn: CivilDate;
  readonly enteredAt: number;
  readonly concludedOn: string | null;
  readonly transferredOn: string | null;
  readonly origin: string;
}

export interface LastSaid {
  readonly id: string;
  readonly key: string;
  readonly unitId: UnitId;
  readonly recordId: string;
  readonly said: Said;
}

export interface HeldRecord {
  readonly id: string;
  readonly fileId: InvestigationId;
  readonly said: Said;
}

/** In a transaction both are one: what is sealed is left out of what it says all the same. */
export interface Connections {
  readonly shown: ReadDb;
  readonly counted: ReadDb;
}

/** What Vigie holds of the units of an extract, and what the last extract said of it. */
export interface Held {
  /** By unit and folded number. */
  readonly files: ReadonlyMap<string, HeldFile>;
  readonly records: ReadonlyMap<string, HeldRecord>;
  /** By unit and key. */
  readonly last: ReadonlyMap<string, LastSaid>;
  /** When records that the last extract named were taken out as entered in error. */
  readonly struck: ReadonlyMap<string, CivilDate>;
  /** Numbers of sealed files, by unit: what an extract still says of them is not imported. */
  readonly withheld: ReadonlySet<string>;
  /** Hashes of the numbers of purged files. */
  readonly purged: ReadonlySet<string>;
}

export const placeOf = (unitId: string, key: string): string => `${unitId} ${key}`;

const fileColumns = {
  ...pick(
    investigation,
    'id',
    'unitId',
    'number',
    'openedOn',
    'enteredAt',
    'concludedOn',
    'transferredOn',
    'origin',
    'title',
    'subject',
  ),
};

async function clearancesOf(db: Db, unitIds: UnitId[]): Promise<readonly HeldRecord[]> {
  const rows = await db.select().from(clearance).where(inArray(clearance.unitId, unitIds));
  return rows.map(({ investigationId, founded, reason, on }) => ({
    id: investigationId,
    fileId: investigationId,
    said: { clearance: founded ? reason : unfounded, clearedOn: on },
  }));
}

async function rowsOf(db: Db, kind: ExtractKind, unitIds: UnitId[]): Promise<readonly HeldRecord[]> {
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

async function struckSince(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, CivilDate>> {
  const rows = await db
    .select({ id: correction.recordId, at: correction.at })
    .from(correction)
    .where(and(isAmong(correction.recordId, ids), eq(correction.act, 'entered_in_error')))
    .orderBy(correction.at);
  return new Map(rows.map(({ id, at }) => [id, dayOf(at)]));
}

const byPlace = (file: { readonly unitId: string; readonly number: string }): string =>
  placeOf(file.unitId, externalKey(file.number) ?? '');

/**
 * @param asked the numbers that the extract has, by unit
 * @param connections what is counted shows the sealed files too, and their records: only their numbers are disclosed
 */
export async function readHeld(
  { shown, counted }: Connections,
  kind: ExtractKind,
  asked: ReadonlyMap<UnitId, readonly string[]>,
): Promise<Held> {
  const units = [...asked.keys()];
  const all = await counted.select(fileColumns).from(investigation).where(inArray(investigation.unitId, units));
  const sealed = new Set((await counted.select({ id: sealedItem.itemId }).from(sealedItem)).map(({ id }) => id));
  const files = all.filter(({ id }) => !sealed.has(id));
  const records =
    kind === 'investigations'
      ? all.map(({ id, ...file }) => ({
          id,
          fileId: id,
          said: pick(file, 'openedOn', 'concludedOn', 'title', 'subject'),
        }))
      : await rowsOf(counted, kind, units);
  const withheld: string[] = [];
  for (const [unitId, numbers] of asked)
    for (const { number } of await recordsOf(counted).sealsOf(numbers, unitId))
      withheld.push(byPlace({ unitId, number }));
  const hidden = new Set<string>(records.filter(({ fileId }) => sealed.has(fileId)).map(({ id }) => id));
  const last = await counted
    .select()
    .from(extractRecord)
    .where(and(eq(extractRecord.kind, kind), inArray(extractRecord.unitId, units)));
  const present = new Set<string>(records.map(({ id }) => id));
  const gone = last.map(({ recordId }) => recordId).filter((id) => !present.has(id));
  return {
    struck: await struckSince(shown, gone),
    files: new Map(files.map((file) => [byPlace(file), file])),
    records: new Map(records.filter(({ id }) => !hidden.has(id)).map((each) => [each.id, each])),
    last: new Map(
      last.filter(({ recordId }) => !hidden.has(recordId)).map((each) => [placeOf(each.unitId, each.key), each]),
    ),
    withheld: new Set(withheld),
    purged: new Set((await counted.select({ hash: purgedNumber.hash }).from(purgedNumber)).map(({ hash }) => hash)),
  };
}
