import { and, eq } from 'drizzle-orm';
import type { ErrorReason } from '#contract/ground/errors';
import type { InvestigationId, PersonId } from '#contract/ground/ids';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { authority } from '../../ground/schema/unit/authorities.ts';
import { device } from '../../ground/schema/unit/devices.ts';
import { hearing } from '../../ground/schema/unit/hearings.ts';
import { arrest, charge } from '../../ground/schema/unit/investigations.ts';
import { person } from '../../ground/schema/unit/persons.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import { ageGroupOf, type Accused } from './age.ts';
import type { PersonRecord } from './rows.ts';

const notOfFile = () => new StoreFailure('invalid_input', undefined, [{ path: 'personId', code: 'invalid_value' }]);

/**
 * The person whom a record of the investigation names, who is of the same file; null where it names nobody, or still names a person sealed
 * since then, whose row a server does not show.
 */
export async function requireOfFile(
  tx: WriteTx,
  investigationId: InvestigationId,
  personId: PersonId | null,
  before: PersonId | null = null,
): Promise<PersonRecord | null> {
  if (personId === null) return null;
  const [found] = await tx
    .select()
    .from(person)
    .where(and(eq(person.id, personId), eq(person.fileKind, 'investigation'), eq(person.fileId, investigationId)));
  if (!found && personId !== before) throw notOfFile();
  return found ?? null;
}

/** Only a subject of the file is arrested, accused or called to court. */
export async function requireSubject(
  tx: WriteTx,
  investigationId: InvestigationId,
  personId: PersonId | null,
  before: PersonId | null = null,
): Promise<PersonRecord | null> {
  const found = await requireOfFile(tx, investigationId, personId, before);
  if (found !== null && found.role !== 'subject') throw notOfFile();
  return found;
}

interface Named {
  readonly personId: PersonId | null;
}

/** Whom a record names once changed: left out, the same, who may be sealed since then and cannot be named in a call. */
export function personAfter(row: Named, given: { readonly personId?: PersonId | null | undefined }): PersonId | null {
  return given.personId === undefined ? row.personId : given.personId;
}

interface Placed extends Named {
  readonly place: string | null;
}

/** Whom and which place a record names once changed: what is left out stays the same. */
export function linksAfter(
  row: Placed,
  given: { readonly personId?: PersonId | null | undefined; readonly place?: string | null | undefined },
): Placed {
  return { personId: personAfter(row, given), place: given.place === undefined ? row.place : given.place };
}

type Link = readonly [typeof arrest | typeof charge | typeof hearing | typeof device | typeof authority, ErrorReason];

const asSubject: readonly Link[] = [
  [charge, 'person_charged'],
  [arrest, 'person_arrested'],
  [hearing, 'person_of_hearing'],
];
const asAnyone: readonly Link[] = [
  [device, 'person_of_device'],
  [authority, 'person_of_authority'],
];

async function requireNone(tx: WriteTx, personId: PersonId, links: readonly Link[]): Promise<void> {
  for (const [table, reason] of links) {
    const [found] = await tx.select({ id: table.id }).from(table).where(eq(table.personId, personId)).limit(1);
    if (found) throw new StoreFailure('conflict', reason);
  }
}

/** Who is charged, arrested or called to court stays a subject of the file. */
export async function requireNotSubject(tx: WriteTx, personId: PersonId): Promise<void> {
  await requireNone(tx, personId, asSubject);
}

/** Who was arrested as an adult was not 12 to 17 that day. */
export async function requireAdultWhereArrestedAsOne(tx: WriteTx, personId: PersonId, age: Accused): Promise<void> {
  const found = await tx
    .select({ arrestedOn: arrest.arrestedOn })
    .from(arrest)
    .where(and(eq(arrest.personId, personId), eq(arrest.youth, false)));
  if (found.some(({ arrestedOn }) => ageGroupOf(age, arrestedOn) === 'youth'))
    throw new StoreFailure('conflict', 'person_arrested_as_adult');
}

/** Whom a record names stays in the file. */
export async function requireUnlinked(tx: WriteTx, personId: PersonId): Promise<void> {
  await requireNone(tx, personId, [...asSubject, ...asAnyone]);
}
