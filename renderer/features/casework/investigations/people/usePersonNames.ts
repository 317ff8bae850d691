import type { InvestigationId, PersonId } from '#contract/ground/ids';
import type { PersonRow } from '#contract/casework/persons';
import { useRead } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { personName } from '../../persons/personWords.ts';

interface PersonNames {
  /** The file's own: a record names none of a referral. */
  readonly persons: readonly PersonRow[];
  /** The only one in that role: forms begin with them. */
  readonly onlySubject: PersonRow | null;
  readonly isSealed: (id: string | null) => boolean;
  /** Of whom a record names: their name, that they are sealed, or null where it names nobody. */
  readonly nameOf: (id: PersonId | null) => string | null;
}

/** The persons of a file, by the ids under which its other records name them. */
export function usePersonNames(investigationId: InvestigationId): PersonNames {
  const t = useText();
  const file = { kind: 'investigation', id: investigationId } as const;
  const persons = useRead('persons.list', { file }).data?.persons ?? [];
  const sealed = useRead('seals.inFile', { file }).data?.personIds ?? [];
  const isSealed = (id: string | null): boolean => sealed.some((each) => each === id);
  const own = persons.filter(({ from }) => from === null);
  const [subject, ...others] = own.filter(({ role }) => role === 'subject');
  return {
    persons: own,
    onlySubject: others.length === 0 ? (subject ?? null) : null,
    isSealed,
    nameOf: (id) => {
      if (isSealed(id)) return t('records:sealed.nobody');
      const person = persons.find((each) => each.id === id);
      return person === undefined ? null : personName(person, t);
    },
  };
}
