import type { IdentifierRow } from '#contract/casework/identifiers';
import type { PersonRow } from '#contract/casework/persons';
import { useText } from '../../../i18n/text.ts';
import { obtainedOf, seenParts, valueOf } from './IdentifierTable.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Persons.module.css';
import { datesOf, personName } from './PersonTable.tsx';
import { RowActions } from './RowActions.tsx';

interface LineProps {
  readonly name: string;
  readonly title: string;
  readonly facts: readonly string[];
  readonly onChange: () => void;
  readonly onRemove: () => void;
}

function Line({ name, title, facts, onChange, onRemove }: LineProps) {
  return (
    <li className={classes.line}>
      <strong>{title}</strong>
      <span className={shared.quiet}>{facts.filter((fact) => fact !== '').join(' · ')}</span>
      <RowActions name={name} onChange={onChange} onRemove={onRemove} />
    </li>
  );
}

interface PersonLinesProps {
  readonly persons: readonly PersonRow[];
  readonly onChange: (person: PersonRow) => void;
  readonly onRemove: (person: PersonRow) => void;
}

/** Persons where there is no room for a table. */
export function PersonLines({ persons, onChange, onRemove }: PersonLinesProps) {
  const t = useText();
  return (
    <ul className={classes.lines} aria-label={t('codes:paperSection.persons')}>
      {persons.map((row) => (
        <Line
          key={row.id}
          name={personName(row, t)}
          title={row.name ?? t(`codes:personRole.${row.role}`)}
          facts={[
            row.name === null ? '' : t(`codes:personRole.${row.role}`),
            t(`codes:ageBand.${row.ageBand}`),
            t(`codes:gender.${row.gender}`),
            ...datesOf(row, t),
          ]}
          onChange={() => {
            onChange(row);
          }}
          onRemove={() => {
            onRemove(row);
          }}
        />
      ))}
    </ul>
  );
}

interface IdentifierLinesProps {
  readonly identifiers: readonly IdentifierRow[];
  readonly onChange: (identifier: IdentifierRow) => void;
  readonly onRemove: (identifier: IdentifierRow) => void;
}

/** Identifiers where there is no room for a table. */
export function IdentifierLines({ identifiers, onChange, onRemove }: IdentifierLinesProps) {
  const t = useText();
  return (
    <ul className={classes.lines} aria-label={t('codes:paperSection.identifiers')}>
      {identifiers.map((row) => (
        <Line
          key={row.id}
          name={row.value}
          title={valueOf(row)}
          facts={[t(`codes:identifierKind.${row.kind}`), ...seenParts(row), obtainedOf(row, t)]}
          onChange={() => {
            onChange(row);
          }}
          onRemove={() => {
            onRemove(row);
          }}
        />
      ))}
    </ul>
  );
}
