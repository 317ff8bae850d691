import type { CorrectedRecord } from '#contract/ground/codes';
import type { CaseFile, InvestigationId, UnitId } from '#contract/ground/ids';
import { and, eq, type SQL } from 'drizzle-orm';
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

const countsOfPerson = (row: typeof person.$inferSelect) => ofRecord(row.id, countedOf(toPersonFacts(row)));
const countsOfDevice = (row: typeof device.$inferSelect) => ofRecord(row.id, deviceCounts(toDeviceFacts(row)));

async function countsOfPersons(tx: WriteTx, { kind, id }: CountedFile): Promise<readonly RecordCount[]> {
  const persons = await tx
    .select()
    .from(person)
    .where(and(eq(person.fileKind, kind), eq(person.fileId, id)));
  return persons.flatMap(countsOfPerson);
}

async function countsOfWork(tx: WriteTx, id: InvestigationId): Promise<readonly RecordCount[]> {
  const arrests = await tx.select().from(arrest).where(eq(arrest.investigationId, id));
  const charges = await tx.select().from(charge).where(eq(charge.investigationId, id));
  const authorities = await tx.select().from(authority).where(eq(authority.investigationId, id));
  const devices = await tx.select().from(device).where(eq(device.investigationId, id));
  const supports = await tx.select().from(supportReferral).where(eq(supportReferral.investigationId, id));
  return [
    ...arrests.flatMap(arrestCounts),
    ...countedCharges(charges),
    ...authorities.flatMap(authorityCounts),
    ...devices.flatMap(countsOfDevice),
    ...supports.flatMap(supportCounts),
  ];
}

/** What a row of each kind counted. A file's own days are not taken out. */
const countsOfRow: Readonly<Partial<Record<CorrectedRecord, (row: never) => readonly RecordCount[]>>> = {
  person: countsOfPerson,
  arrest: arrestCounts,
  charge: (row: typeof charge.$inferSelect) => countedCharges([row]),
  authority: authorityCounts,
  device: countsOfDevice,
  support_referral: supportCounts,
};

/** What counted before it was taken out as entered in error: put back, it counts where it would have. */
async function countsOfStruck(tx: WriteTx, which: SQL): Promise<readonly RecordCount[]> {
  const rows = await tx
    .select({ record: correction.record, before: correction.before })
    .from(correction)
    .where(and(which, eq(correction.act, 'entered_in_error')));
  return rows.flatMap(({ record, before }) => countsOfRow[record]?.(before as never) ?? []);
}

/** What the records of a file count, but for its own flows. */
export async function countsOfFile(tx: WriteTx, file: CountedFile): Promise<readonly RecordCount[]> {
  const persons = await countsOfPersons(tx, file);
  return file.kind === 'investigation' ? [...persons, ...(await countsOfWork(tx, file.id))] : persons;
}

/** Before a file goes to another unit: what is counted of it so far stays counted where it is, whatever is corrected there. */
export async function keepFileCounts(tx: WriteTx, file: CountedFile): Promise<void> {
  const struck = await countsOfStruck(tx, eq(correction.fileId, file.id));
  await keepCounts(tx, file.unitId, [...(await countsOfFile(tx, file)), ...struck]);
}

/** Before records are sealed: on a server nobody sees them when their file goes to another unit. */
export async function keepSealedCounts(tx: WriteTx, unitId: UnitId, ids: readonly string[]): Promise<void> {
  const persons = await tx.select().from(person).where(isAmong(person.id, ids));
  const struck = await countsOfStruck(tx, isAmong(correction.recordId, ids));
  await keepCounts(tx, unitId, [...persons.flatMap(countsOfPerson), ...struck]);
}
