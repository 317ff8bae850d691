import { and, eq, ne, notInArray } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { StruckRecord } from '#contract/casework/corrections';
import type { CivilDate, Month } from '#contract/ground/dates';
import type { PersonId } from '#contract/ground/ids';
import { requireOnce } from '../../casework/authorities/writes.ts';
import { requireArrested } from '../../casework/charges/arrests.ts';
import { reasonsInForce } from '../../casework/clearance/reasons.ts';
import { requireUnlinked } from '../../casework/persons/linked.ts';
import { comeBack, leaveAgain, monthsSince } from '../../casework/transfers/strike.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { authority } from '../../ground/schema/unit/authorities.ts';
import { correction } from '../../ground/schema/unit/corrections.ts';
import { device } from '../../ground/schema/unit/devices.ts';
import { hearing } from '../../ground/schema/unit/hearings.ts';
import { arrest, charge } from '../../ground/schema/unit/investigations.ts';
import { clearance, fileOffence, supportReferral } from '../../ground/schema/unit/offences.ts';
import { identifier, person } from '../../ground/schema/unit/persons.ts';
import { sealedItem } from '../../ground/schema/unit/seals.ts';
import { transfer } from '../../ground/schema/unit/transfers.ts';
import type { Context } from '../../store/types.ts';

type Row<T extends SQLiteTable> = T['$inferSelect'];

interface Kind<T extends SQLiteTable = SQLiteTable> {
  readonly table: T;
  readonly id: SQLiteColumn;
  readonly file: SQLiteColumn;
  /** Takes back what the row did to the file, or refuses where something else rests on it. */
  readonly mayGo?: (tx: WriteTx, row: Row<T>, context: Context) => Promise<unknown>;
  /** Does it again, or refuses where the row can no longer be true, or be there twice. Returns what of it is otherwise since. */
  readonly mayReturn?: (tx: WriteTx, row: Row<T>, context: Context) => Promise<unknown>;
  /** The months whose flows it moves, beside those that have a count of it. */
  readonly months?: (row: Row<T>, today: CivilDate) => readonly Month[];
}

const kind = <T extends SQLiteTable>(of: Kind<T>): Kind => of as unknown as Kind;

/** A file that is cleared by charge keeps one: the clearance is changed first. */
async function requireOtherCharge(tx: WriteTx, row: Row<typeof charge>): Promise<void> {
  const ofFile = eq(charge.investigationId, row.investigationId);
  const [other] = await tx
    .select({ id: charge.id })
    .from(charge)
    .where(and(ofFile, ne(charge.id, row.id)))
    .limit(1);
  if (other) return;
  const [held] = await tx.select().from(clearance).where(eq(clearance.investigationId, row.investigationId));
  const reason = (await reasonsInForce(tx)).find(({ code }) => code === held?.reason);
  if (reason?.outcome === 'charge') throw new StoreFailure('conflict', 'charge_clears_file');
}

/** Whom a record names may be out of the file since, or out of sight: that is put right first. */
async function requireNamed(tx: WriteTx, personId: PersonId | null, isSubject = false): Promise<void> {
  if (personId === null) return;
  const [held] = await tx.select({ role: person.role }).from(person).where(eq(person.id, personId));
  if (held) {
    if (isSubject && held.role !== 'subject') throw new StoreFailure('conflict', 'named_person_no_subject');
    return;
  }
  const sealed = tx.select({ id: sealedItem.itemId }).from(sealedItem);
  const [struck] = await tx
    .select({ id: correction.id })
    .from(correction)
    .where(and(eq(correction.recordId, personId), notInArray(correction.recordId, sealed)));
  throw new StoreFailure('conflict', struck ? 'named_person_struck' : 'named_person_sealed');
}

export const kinds: Readonly<Record<StruckRecord, Kind>> = {
  arrest: kind({
    table: arrest,
    id: arrest.id,
    file: arrest.investigationId,
    mayReturn: async (tx, row, { clock }) => {
      await requireNamed(tx, row.personId, true);
      await requireArrested(tx, row, clock.today());
    },
  }),
  charge: kind({
    table: charge,
    id: charge.id,
    file: charge.investigationId,
    mayGo: requireOtherCharge,
    mayReturn: (tx, row) => requireNamed(tx, row.personId, true),
  }),
  authority: kind({
    table: authority,
    id: authority.id,
    file: authority.investigationId,
    mayReturn: async (tx, row) => {
      await requireNamed(tx, row.personId);
      await requireOnce(tx, row.investigationId, row.id, row.onceKey);
    },
  }),
  device: kind({
    table: device,
    id: device.id,
    file: device.investigationId,
    mayReturn: (tx, row) => requireNamed(tx, row.personId),
  }),
  support_referral: kind({
    table: supportReferral,
    id: supportReferral.id,
    file: supportReferral.investigationId,
  }),
  hearing: kind({
    table: hearing,
    id: hearing.id,
    file: hearing.investigationId,
    mayReturn: (tx, row) => requireNamed(tx, row.personId, true),
  }),
  offence: kind({ table: fileOffence, id: fileOffence.id, file: fileOffence.investigationId }),
  identifier: kind({ table: identifier, id: identifier.id, file: identifier.fileId }),
  person: kind({
    table: person,
    id: person.id,
    file: person.fileId,
    mayGo: (tx, { id }) => requireUnlinked(tx, id),
  }),
  transfer: kind({
    table: transfer,
    id: transfer.id,
    file: transfer.fileId,
    mayGo: comeBack,
    mayReturn: leaveAgain,
    months: monthsSince,
  }),
};
