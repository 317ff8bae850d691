import type { IdentifierFacts } from '#contract/casework/identifiers';
import type { CaseFile } from '#contract/ground/ids';
import type { Input } from '#contract/index';
import type { PersonFacts } from '#contract/casework/persons';

export function personInput(
  file: CaseFile,
  role: PersonFacts['role'],
  given: Partial<Input<'persons.add'>> = {},
): Input<'persons.add'> {
  return {
    file,
    role,
    name: null,
    ageBand: 'unknown',
    gender: 'not_asked',
    birthDate: null,
    identifiedOn: null,
    safeguardedOn: null,
    safeguardedBy: null,
    ...given,
  };
}

export function identifierInput(
  file: CaseFile,
  kind: IdentifierFacts['kind'],
  value: string,
  given: Partial<IdentifierFacts> = {},
): Input<'identifiers.add'> {
  return {
    file,
    personId: null,
    kind,
    value,
    service: null,
    port: null,
    seenText: null,
    seenOffset: null,
    event: null,
    obtained: null,
    obtainedReference: null,
    ...given,
  };
}
