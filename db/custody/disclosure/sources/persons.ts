import type { Bilingual } from '#contract/ground/common';
import { asc, inArray } from 'drizzle-orm';
import { isAmong } from '../../../ground/kernel/among.ts';
import { kindOf } from '../../../casework/clocks/catalogue.ts';
import { authority } from '../../../ground/schema/unit/authorities.ts';
import { identifier, person } from '../../../ground/schema/unit/persons.ts';
import type { ReadDb } from '../../../ground/kernel/database.ts';
import {
  coded,
  fact,
  identifying,
  identity,
  named,
  recordOf,
  said,
  text,
  type About,
  type FileRecord,
} from '../record.ts';
import type { Describe, Reading, Source } from './source.ts';

type PersonRow = typeof person.$inferSelect;

const filesOf = ({ investigationId, referralIds }: Reading): string[] => [investigationId, ...referralIds];

function aboutPerson({ id, role, ageBand }: PersonRow): About {
  return { personId: id, role, ageBand };
}

async function personsOf(reading: Reading): Promise<readonly PersonRow[]> {
  return reading.db
    .select()
    .from(person)
    .where(inArray(person.fileId, filesOf(reading)))
    .orderBy(asc(person.enteredAt), asc(person.id));
}

export const fromPersons: Source = async (reading) => {
  return personRecords(await personsOf(reading));
};

export const personRecords = (rows: readonly PersonRow[]): readonly FileRecord[] =>
  rows.map((row) =>
    recordOf(
      'persons',
      'person',
      row,
      [
        coded('role', 'personRole', row.role),
        named('name', row.name),
        coded('ageBand', 'ageBand', row.ageBand, 'identity'),
        coded('gender', 'gender', row.gender, 'identity'),
        identity('birthDate', row.birthDate),
        fact('identifiedOn', row.identifiedOn),
        fact('safeguardedOn', row.safeguardedOn),
        text('safeguardedBy', row.safeguardedBy),
      ],
      { about: aboutPerson(row) },
    ),
  );

/** Under what it was obtained: the authority's name, or the number that was written. */
async function authorityNames(db: ReadDb, ids: readonly string[]) {
  const rows = await db.select().from(authority).where(isAmong(authority.id, ids));
  return new Map<string, Bilingual>(
    rows.map(({ id, kind, startedOn }) => {
      const { name } = kindOf(kind);
      return [id, { en: `${name.en}, ${startedOn}`, fr: `${name.fr}, ${startedOn}` }];
    }),
  );
}

export const fromIdentifiers: Source = async (reading) => {
  const rows = await reading.db
    .select()
    .from(identifier)
    .where(inArray(identifier.fileId, filesOf(reading)))
    .orderBy(asc(identifier.enteredAt), asc(identifier.id));
  return identifierRecords(reading, rows);
};

export const identifierRecords: Describe<typeof identifier> = async (reading, rows) => {
  const persons = new Map((await personsOf(reading)).map((row) => [row.id, row]));
  const authorities = await authorityNames(
    reading.db,
    rows.flatMap((row) => row.obtainedReference ?? []),
  );
  return rows.map((row) => {
    const whose = row.personId === null ? undefined : persons.get(row.personId);
    return recordOf(
      'identifiers',
      'identifier',
      row,
      [
        coded('kind', 'identifierKind', row.kind),
        identifying('value', row.value),
        fact('service', row.service),
        identifying('port', row.port === null ? null : String(row.port)),
        fact('seen', row.seenText),
        fact('seenOffset', row.seenOffset),
        fact('event', row.event),
        named('person', whose?.name ?? null),
        coded('obtained', 'obtained', row.obtained),
        said('obtainedReference', row.obtainedReference, authorities.get(row.obtainedReference ?? '')),
      ],
      { about: whose ? aboutPerson(whose) : { personId: null, role: null, ageBand: null } },
    );
  });
};
