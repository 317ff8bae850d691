import type { IdentifierFacts, IdentifierRow, Obtained } from '#contract/casework/identifiers';
import type { PersonId } from '#contract/ground/ids';
import { pick } from '../../ground/kernel/pick.ts';
import type { identifier } from '../../ground/schema/unit/persons.ts';

export type IdentifierRecord = typeof identifier.$inferSelect;

export function toIdentifierFacts(row: IdentifierRecord): IdentifierFacts & { readonly personId: PersonId | null } {
  return {
    ...pick(row, 'kind', 'value', 'service', 'port', 'seenText', 'seenOffset', 'event'),
    obtained: row.obtained as Obtained | null,
    obtainedReference: row.obtainedReference,
    personId: row.personId,
  };
}

export function toIdentifier(row: IdentifierRecord): Omit<IdentifierRow, 'from'> {
  return { ...toIdentifierFacts(row), id: row.id, version: row.version, seenAt: row.seenAt };
}
