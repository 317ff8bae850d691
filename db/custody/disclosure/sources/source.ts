import type { InvestigationId, ReferralId } from '#contract/ground/ids';
import { and, asc, eq } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { isAmong } from '../../../ground/kernel/among.ts';
import { correction } from '../../../ground/schema/unit/corrections.ts';
import type { ReadDb } from '../../../ground/kernel/database.ts';
import { person } from '../../../ground/schema/unit/persons.ts';
import type { About, FileRecord } from '../record.ts';

/** What every source reads by. */
export interface Reading {
  readonly db: ReadDb;
  readonly investigationId: InvestigationId;
  /** The file's referrals, and those bundled under them. */
  readonly referralIds: readonly ReferralId[];
  /** Display names of those who work here, by id. */
  readonly people: ReadonlyMap<string, string>;
}

/**
 * Reads one part of a file, through the views of the session: what it may not see is in no paper of its. A feature that
 * keeps a new kind of record adds its source to the list in `gather.ts`.
 */
export type Source = (reading: Reading) => Promise<readonly FileRecord[]>;

/** What rows of one kind say as records, whether they are in the file now or were before a correction. */
export type Describe<T extends SQLiteTable> = (
  reading: Reading,
  rows: readonly T['$inferSelect'][],
) => readonly FileRecord[] | Promise<readonly FileRecord[]>;

export function personOf({ people }: Reading, id: string | null): string | null {
  return id === null ? null : (people.get(id) ?? null);
}

interface Linked {
  readonly name: string | null;
  readonly about?: About;
}

type PersonRow = typeof person.$inferSelect;

/** Whom a record named before they were taken out as entered in error, as they were then. */
async function struckPersons(db: ReadDb, ids: readonly string[]): Promise<readonly PersonRow[]> {
  const rows = await db
    .select({ before: correction.before })
    .from(correction)
    .where(and(isAmong(correction.recordId, ids), eq(correction.act, 'entered_in_error')))
    .orderBy(asc(correction.at), asc(correction.id));
  return rows.map(({ before }) => before as unknown as PersonRow);
}

/** Of records that name a person: whom each names, and whom it is therefore about. */
export async function linkedPersons(
  { db }: Reading,
  rows: readonly { readonly personId: string | null }[],
): Promise<(row: { readonly personId: string | null }) => Linked> {
  const ids = rows.flatMap((row) => row.personId ?? []);
  const present = await db.select().from(person).where(isAmong(person.id, ids));
  const found = [...(await struckPersons(db, ids)), ...present];
  const byId = new Map<string, Linked>(
    found.map(({ id, name, role, ageBand }) => [id, { name, about: { personId: id, role, ageBand } }]),
  );
  return ({ personId }) => byId.get(personId ?? '') ?? { name: null };
}
