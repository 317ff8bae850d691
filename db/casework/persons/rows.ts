import type { CaseFile } from '#contract/ground/ids';
import type { PersonFacts, PersonRow } from '#contract/casework/persons';
import { pick } from '../../ground/kernel/pick.ts';
import type { person } from '../../ground/schema/unit/persons.ts';

export type PersonRecord = typeof person.$inferSelect;

export function toPersonFacts(row: PersonRecord): PersonFacts {
  return {
    ...pick(row, 'role', 'name', 'ageBand', 'gender', 'birthDate', 'identifiedOn', 'safeguardedOn', 'safeguardedBy'),
  };
}

export function toPerson(row: PersonRecord): Omit<PersonRow, 'from'> {
  return {
    ...toPersonFacts(row),
    id: row.id,
    version: row.version,
    file: { kind: row.fileKind, id: row.fileId } as CaseFile,
  };
}
