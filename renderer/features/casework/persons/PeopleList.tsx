import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { IdentifierRow } from '#contract/casework/identifiers';
import type { PersonRow } from '#contract/casework/persons';
import type { UnitId } from '#contract/ground/ids';
import { useText } from '../../../i18n/text.ts';
import { Origins, withOrigins, type WithOrigins } from './origins.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Persons.module.css';
import { factsOfIdentifier, factsOfPerson, personName, valueOf } from './personWords.ts';

interface PeopleListProps {
  readonly unitId: UnitId;
  readonly persons: readonly PersonRow[];
  readonly identifiers: readonly IdentifierRow[];
  /** What else of the file names the person. */
  readonly linkedOf?: (person: PersonRow) => readonly string[];
  readonly onPerson: (person: PersonRow) => void;
  readonly onIdentifier: (identifier: IdentifierRow) => void;
}

/** The persons of a file, each with the identifiers that are theirs; then the identifiers of nobody known. */
export function PeopleList({ unitId, persons, identifiers, linkedOf, onPerson, onIdentifier }: PeopleListProps) {
  const t = useText();
  const people = withOrigins(persons, ({ id }) => id);
  const isKnown = (id: string | null) => people.some((person) => person.id === id);
  const written = (row: IdentifierRow) => [row.kind, valueOf(row), row.personId, ...factsOfIdentifier(row, t)];
  const rows = withOrigins(identifiers, (row) => written(row).join('\n'));
  const ofNobody = rows.filter(({ personId }) => !isKnown(personId));
  const linesOf = (some: typeof rows) => <Identifiers unitId={unitId} identifiers={some} onIdentifier={onIdentifier} />;
  return (
    <>
      {people.length > 0 && (
        <ul className={classes.people} aria-label={t('codes:paperSection.persons')}>
          {people.map((person) => (
            <li key={person.id}>
              <Line
                unitId={unitId}
                row={person}
                name={personName(person, t)}
                onChange={() => {
                  onPerson(person);
                }}
              >
                <strong>{personName(person, t)}</strong>
                <Facts facts={[...factsOfPerson(person, t), ...(linkedOf?.(person) ?? [])]} />
              </Line>
              {linesOf(rows.filter(({ personId }) => personId === person.id))}
            </li>
          ))}
        </ul>
      )}
      {people.length > 0 && ofNobody.length > 0 && (
        <h3 className={classes.ofNobody}>{t('persons:identifier.ofNobody')}</h3>
      )}
      {linesOf(ofNobody)}
    </>
  );
}

interface IdentifiersProps extends Pick<PeopleListProps, 'unitId' | 'onIdentifier'> {
  readonly identifiers: readonly WithOrigins<IdentifierRow>[];
}

function Identifiers({ unitId, identifiers, onIdentifier }: IdentifiersProps) {
  const t = useText();
  if (identifiers.length === 0) return null;
  return (
    <ul className={classes.identifiers} aria-label={t('codes:paperSection.identifiers')}>
      {identifiers.map((row) => (
        <li key={row.id}>
          <Line
            unitId={unitId}
            row={row}
            name={row.value}
            onChange={() => {
              onIdentifier(row);
            }}
          >
            <span className={classes.kind}>{t(`codes:identifierKind.${row.kind}`)}</span>
            <span>{valueOf(row)}</span>
            <Facts facts={factsOfIdentifier(row, t)} />
          </Line>
        </li>
      ))}
    </ul>
  );
}

const Facts = ({ facts }: { readonly facts: readonly string[] }) =>
  facts.length > 0 && <span className={shared.dimmed}>{facts.join(' · ')}</span>;

interface LineProps {
  readonly unitId: UnitId;
  readonly row: WithOrigins<object & { readonly from: IdentifierRow['from'] }>;
  readonly name: string;
  readonly onChange: () => void;
  readonly children: ReactNode;
}

/** What is the file's own is changed here; what is read from a referral, where it was recorded. */
function Line({ unitId, row: { origins }, name, onChange, children }: LineProps) {
  const t = useText();
  return (
    <div className={classes.line}>
      <div className={classes.words}>{children}</div>
      {origins.length > 0 ? (
        <span className={shared.dimmed}>
          <Origins unitId={unitId} origins={origins} />
        </span>
      ) : (
        <Button
          size="compact-xs"
          variant="subtle"
          className={classes.change ?? ''}
          aria-label={t('common:changeFor', { name })}
          onClick={onChange}
        >
          {t('common:change')}
        </Button>
      )}
    </div>
  );
}
