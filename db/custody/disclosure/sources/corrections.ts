import { asc, inArray } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { CorrectedRecord } from '#contract/ground/codes';
import { groupsBy } from '../../../ground/kernel/groups.ts';
import { must } from '../../../ground/kernel/assert.ts';
import { isAmong } from '../../../ground/kernel/among.ts';
import { authority } from '../../../ground/schema/unit/authorities.ts';
import { correction } from '../../../ground/schema/unit/corrections.ts';
import { device } from '../../../ground/schema/unit/devices.ts';
import { hearing } from '../../../ground/schema/unit/hearings.ts';
import { arrest, charge, investigation } from '../../../ground/schema/unit/investigations.ts';
import { fileOffence, supportReferral } from '../../../ground/schema/unit/offences.ts';
import { identifier, person } from '../../../ground/schema/unit/persons.ts';
import { referral } from '../../../ground/schema/unit/referrals.ts';
import { transfer } from '../../../ground/schema/unit/transfers.ts';
import { coded, fact, moment, recordOf, text, type FileRecord } from '../record.ts';
import { arrestRecords, chargeRecords, hearingRecords } from './charges.ts';
import { investigationRecords, transferRecords } from './file.ts';
import { authorityRecords, offenceRecords } from './legal.ts';
import { identifierRecords, personRecords } from './persons.ts';
import { referralRecords } from './referrals.ts';
import { personOf, type Describe, type Reading, type Source } from './source.ts';
import { deviceRecords, supportRecords } from './work.ts';

interface Kind {
  readonly table: SQLiteTable;
  readonly id: SQLiteColumn;
  readonly describe: Describe<SQLiteTable>;
}

/** Rows of one kind, kept as they were: the table's own columns by their names. */
function kind<T extends SQLiteTable>(table: T, id: SQLiteColumn, describe: Describe<T>): Kind {
  return { table, id, describe: describe as Describe<SQLiteTable> };
}

const kinds: Readonly<Record<CorrectedRecord, Kind>> = {
  investigation: kind(investigation, investigation.id, investigationRecords),
  referral: kind(referral, referral.id, referralRecords),
  person: kind(person, person.id, (_reading, rows) => personRecords(rows)),
  identifier: kind(identifier, identifier.id, identifierRecords),
  offence: kind(fileOffence, fileOffence.id, offenceRecords),
  authority: kind(authority, authority.id, authorityRecords),
  device: kind(device, device.id, deviceRecords),
  arrest: kind(arrest, arrest.id, arrestRecords),
  charge: kind(charge, charge.id, chargeRecords),
  hearing: kind(hearing, hearing.id, hearingRecords),
  transfer: kind(transfer, transfer.id, transferRecords),
  support_referral: kind(supportReferral, supportReferral.id, (_reading, rows) => supportRecords(rows)),
};

export interface CorrectedState {
  readonly row: typeof correction.$inferSelect;
  /** What the record said before, and said afterwards; null where it was not there. */
  readonly before: FileRecord | null;
  readonly after: FileRecord | null;
  readonly isLatest: boolean;
}

type Row = CorrectedState['row'];

interface Kept {
  readonly row: Row;
  readonly before: FileRecord;
  readonly after: FileRecord | null;
}

/**
 * Of one record, its corrections in order. Where what took its place was not kept, each leads to the state that the next one took the
 * place of, and the last to what is there now.
 */
function statesOf(ofRecord: readonly Kept[], now: FileRecord | null): CorrectedState[] {
  return ofRecord.map(({ row, before: own, after }, index) => {
    const isLatest = index + 1 === ofRecord.length;
    const following = ofRecord[index + 1];
    const next = following ? following.before : now;
    if (row.act === 'restored') return { row, before: null, after: own, isLatest };
    const isOut = row.act === 'entered_in_error' && (following?.row.act === 'restored' || (isLatest && now === null));
    return { row, before: own, after: isOut ? null : (after ?? next), isLatest };
  });
}

/** Every correction of a file and its referrals that the session may see, the earliest first. */
export async function correctedStates(reading: Reading): Promise<readonly CorrectedState[]> {
  const { db, investigationId, referralIds } = reading;
  const rows = await db
    .select()
    .from(correction)
    .where(inArray(correction.fileId, [investigationId, ...referralIds]))
    .orderBy(asc(correction.at), asc(correction.id));
  const states: CorrectedState[] = [];
  for (const [record, ofKind] of groupsBy(rows, (row) => row.record)) {
    const { table, id, describe } = kinds[record];
    const ids = [...new Set(ofKind.map(({ recordId }) => recordId))];
    const present = await describe(reading, await db.select().from(table).where(isAmong(id, ids)));
    const nowOf = new Map(present.map((each) => [each.key.slice(each.key.indexOf(':') + 1), each]));
    const before = await describe(
      reading,
      ofKind.map((row) => row.before),
    );
    const after = await describe(
      reading,
      ofKind.map((row) => ({ ...row.before, ...row.after })),
    );
    const kept = ofKind.map((row, index) => ({
      row,
      before: must(before[index], 'every row is described'),
      after: row.after && must(after[index], 'every row is described'),
    }));
    for (const [recordId, ofRecord] of groupsBy(kept, ({ row }) => row.recordId))
      states.push(...statesOf(ofRecord, nowOf.get(record === 'investigation' ? 'file' : recordId) ?? null));
  }
  return states.sort((a, b) => a.row.at - b.row.at);
}

/** The earlier value is a record like any other: whole, with who put it right, and why. */
export const fromCorrections: Source = async (reading) =>
  (await correctedStates(reading)).map(({ row, before, after }) => {
    const earlier = before ?? after;
    return recordOf(
      'corrections',
      'correction',
      row,
      [
        coded('record', 'correctedRecord', row.record),
        coded('correction', 'correctionAct', row.act),
        ...(earlier?.fields ?? []),
        text('correctionReason', row.reason),
        moment('correctedAt', row.at),
        fact('correctedBy', personOf(reading, row.by)),
        moment('reviewedAt', row.reviewedAt),
        fact('reviewedBy', personOf(reading, row.reviewedBy)),
        text('reviewNote', row.reviewNote),
      ],
      { dated: 'correctedAt', ...(earlier?.about && { about: earlier.about }) },
    );
  });
