import type { IdentifierFacts, IdentifierKind, IdentifierRow, Obtained } from '#contract/casework/identifiers';
import type { IdentifierId, PersonId } from '#contract/ground/ids';
import type { identifier } from '../../ground/schema/unit/persons.ts';

export type IdentifierRecord = typeof identifier.$inferSelect;

export function toIdentifierFacts(row: IdentifierRecord): IdentifierFacts & { readonly personId: PersonId | null } {
  return {
    kind: row.kind as IdentifierKind,
    value: row.value,
    service: row.service,
    port: row.port,
    seenText: row.seenText,
    seenOffset: row.seenOffset,
    event: row.event,
    obtained: row.obtained as Obtained | null,
    obtainedReference: row.obtainedReference,
    personId: row.personId as PersonId | null,
  };
}

export function toIdentifier(row: IdentifierRecord): IdentifierRow {
  return { ...toIdentifierFacts(row), id: row.id as IdentifierId, version: row.version, seenAt: row.seenAt };
}
