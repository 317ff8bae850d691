import type { IdentifierRow } from '#contract/casework/identifiers';
import type { PersonRow } from '#contract/casework/persons';
import type { Translate } from '../../../i18n/text.ts';

/** A person as the page calls them: by name where one is recorded, otherwise by what is known. */
export function personName(person: PersonRow, t: Translate): string {
  return (
    person.name ??
    t('persons:unnamed', { role: t(`codes:personRole.${person.role}`), age: t(`codes:ageBand.${person.ageBand}`) })
  );
}

export function datesOf(person: PersonRow, t: Translate): readonly string[] {
  const { role, birthDate, identifiedOn, safeguardedOn, safeguardedBy } = person;
  if (role !== 'victim') return birthDate === null ? [] : [t('persons:born', { on: birthDate })];
  return [
    identifiedOn === null ? t('persons:notIdentified') : t('persons:identified', { on: identifiedOn }),
    ...(safeguardedOn === null ? [] : [t('persons:safeguarded', { on: safeguardedOn }), safeguardedBy ?? '']),
  ];
}

/** What is known of a person beside the name; what was not asked or is not known is left out. */
export function factsOfPerson(person: PersonRow, t: Translate): readonly string[] {
  const { name, role, ageBand, gender } = person;
  return [
    name === null ? '' : t(`codes:personRole.${role}`),
    name === null || ageBand === 'unknown' ? '' : t(`codes:ageBand.${ageBand}`),
    gender === 'not_asked' || gender === 'unknown' ? '' : t(`codes:gender.${gender}`),
    ...datesOf(person, t),
  ].filter((fact) => fact !== '');
}

export function valueOf({ value, port, service }: IdentifierRow): string {
  const withPort = port === null ? value : `${value} : ${String(port)}`;
  return service === null ? withPort : `${withPort} (${service})`;
}

/** The source's own words first; the instant in UTC after them where it is known. Then how it was obtained. */
export function factsOfIdentifier(identifier: IdentifierRow, t: Translate): readonly string[] {
  const { seenText, seenAt, event, obtained, obtainedReference } = identifier;
  const utc = seenAt === null ? '' : `${new Date(seenAt).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
  const how = obtained === null ? '' : t(`codes:obtained.${obtained}`);
  const obtainedBy = [how, obtainedReference ?? ''].filter((part) => part !== '').join(' ');
  return [event ?? '', seenText ?? '', utc, obtainedBy].filter((part) => part !== '');
}
