import type { CorrectedRecord } from '#contract/ground/codes';
import type { CaseFile, UnitId } from '#contract/ground/ids';
import { and, asc, eq, type SQL } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { isAmong } from '../../ground/kernel/among.ts';
import { authorityCounts } from '../authorities/rules.ts';
import { arrestCounts, countedCharges } from '../charges/rules.ts';
import { toDeviceFacts } from '../devices/rows.ts';
import { deviceCounts } from '../devices/rules.ts';
import { keepCounts, ofRecord, type RecordCount } from '../../ledger/ledger/countedBy.ts';
import { toPersonFacts } from '../persons/rows.ts';
import { countedOf } from '../persons/rules.ts';
import { authority } from '../../ground/schema/unit/authorities.ts';
import { correction } from '../../ground/schema/unit/corrections.ts';
import { device } from '../../ground/schema/unit/devices.ts';
import { arrest, charge } from '../../ground/schema/unit/investigations.ts';
import { supportReferral } from '../../ground/schema/unit/offences.ts';
import { person } from '../../ground/schema/unit/persons.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import { supportCounts } from '../victims/support.ts';

export type CountedFile = CaseFile & { readonly unitId: UnitId };

interface Place {
  readonly id: SQLiteColumn;
  readonly file: SQLiteColumn;
}

interface Counting<T extends SQLiteTable = SQLiteTable> extends Place {
  readonly table: T;
  /** What rows of one file add to the months. */
  readonly counts: (rows: readonly T['$inferSelect'][]) => readonly RecordCount[];
}

const counting = <T extends SQLiteTable>(of: Counting<T>): Counting => of as unknown as Counting;
const inWork = <T extends typeof arrest | typeof charge | typeof authority | typeof device | typeof supportReferral>(
  table: T,
  counts: Counting<T>['counts'],
): Counting => counting({ table, id: table.id, file: table.investigationId, counts });

/** The records that are counted. A file's own days are not taken out. */
const counted: Readonly<Partial<Record<CorrectedRecord, Counting>>> = {
  person: counting({
    ...{ table: person, id: person.id, file: person.fileId },
    counts: (rows) => rows.flatMap((row) => ofRecord(row.id, countedOf(toPersonFacts(row)))),
  }),
  arrest: inWork(arrest, (rows) => rows.flatMap(arrestCounts)),
  charge: inWork(charge, countedCharges),
  authority: inWork(authority, (rows) => rows.flatMap(authorityCounts)),
  device: inWork(device, (rows) => rows.flatMap((row) => ofRecord(row.id, deviceCounts(toDeviceFacts(row))))),
  support_referral: inWork(supportReferral, (rows) => rows.flatMap(supportCounts)),
};

/** What the records of a file count, but for its own flows. */
export async function countsOfFile(tx: WriteTx, { id }: CountedFile): Promise<readonly RecordCount[]> {
  const counts: RecordCount[] = [];
  for (const { table, file, counts: of } of Object.values(counted))
    counts.push(...of(await tx.select().from(table).where(eq(file, id))));
  return counts;
}

/** What each record counts. One that was taken out as entered in error counts as it did last: put back, it counts where it would have. */
async function keep(tx: WriteTx, unitId: UnitId, which: (of: Place) => SQL): Promise<void> {
  const struck = await tx
    .select()
    .from(correction)
    .where(and(which({ id: correction.recordId, file: correction.fileId }), eq(correction.act, 'entered_in_error')))
    .orderBy(asc(correction.at), asc(correction.id));
  const counts = new Map(
    struck.map(({ record, recordId, before }) => [recordId, counted[record]?.counts([before]) ?? []]),
  );
  for (const { table, counts: of, ...place } of Object.values(counted))
    for (const row of await tx.select().from(table).where(which(place))) counts.set(String(row['id']), of([row]));
  await keepCounts(tx, unitId, counts);
}

/** Before a file goes to another unit: what is counted of it so far stays counted where it is, whatever is corrected there. */
export function keepFileCounts(tx: WriteTx, { id, unitId }: CountedFile): Promise<void> {
  return keep(tx, unitId, ({ file }) => eq(file, id));
}

/** Before records are sealed: on a server nobody sees them when their file goes to another unit. */
export function keepSealedCounts(tx: WriteTx, unitId: UnitId, ids: readonly string[]): Promise<void> {
  return keep(tx, unitId, ({ id }) => isAmong(id, ids));
}
