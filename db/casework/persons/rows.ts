import type { CivilDate } from '#contract/ground/dates';
import type { CaseFile, PersonId } from '#contract/ground/ids';
import type { AgeBand, Gender, PersonFacts, PersonRole, PersonRow } from '#contract/casework/persons';
import type { person } from '../../ground/schema/unit/persons.ts';

export type PersonRecord = typeof person.$inferSelect;

export function toPersonFacts(row: PersonRecord): PersonFacts {
  return {
    role: row.role as PersonRole,
    name: row.name,
    ageBand: row.ageBand as AgeBand,
    gender: row.gender as Gender,
    birthDate: row.birthDate as CivilDate | null,
    identifiedOn: row.identifiedOn as CivilDate | null,
    safeguardedOn: row.safeguardedOn as CivilDate | null,
    safeguardedBy: row.safeguardedBy,
  };
}

export function toPerson(row: PersonRecord): PersonRow {
  return {
    ...toPersonFacts(row),
    id: row.id as PersonId,
    version: row.version,
    file: { kind: row.fileKind, id: row.fileId } as CaseFile,
  };
}
