import type { UnitId } from '#contract/ground/ids';
import type { PersonRow } from '#contract/casework/persons';
import { useText, type Translate } from '../../../i18n/text.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import classes from './Persons.module.css';
import { originColumn, withOrigins } from './origins.tsx';
import { RowActions } from './RowActions.tsx';

/** A person as the page calls them: by name where one is recorded, otherwise by what is known. */
export function personName(person: PersonRow, t: Translate): string {
  return (
    person.name ??
    t('persons:unnamed', { role: t(`codes:personRole.${person.role}`), age: t(`codes:ageBand.${person.ageBand}`) })
  );
}

interface PersonTableProps {
  readonly unitId: UnitId;
  readonly persons: readonly PersonRow[];
  /** What else of the file names the person. */
  readonly linkedOf?: (person: PersonRow) => readonly string[];
  readonly onChange: (person: PersonRow) => void;
  readonly onRemove: (person: PersonRow) => void;
  readonly onSeal?: ((person: PersonRow) => void) | undefined;
}

export function PersonTable({ unitId, persons, linkedOf, onChange, onRemove, onSeal }: PersonTableProps) {
  const t = useText();
  const linked = linkedOf !== undefined && persons.some((each) => linkedOf(each).length > 0) ? linkedOf : undefined;
  const rows = withOrigins(persons, ({ id }) => id);
  return (
    <DataTable
      caption={t('codes:paperSection.persons')}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'role',
          header: t('codes:field.role'),
          narrow: true,
          value: (row) => t(`codes:personRole.${row.role}`),
        },
        { key: 'name', header: t('codes:field.name'), value: (row) => row.name ?? t('common:none') },
        {
          key: 'age',
          header: t('codes:field.ageBand'),
          narrow: true,
          value: (row) => t(`codes:ageBand.${row.ageBand}`),
        },
        {
          key: 'gender',
          header: t('codes:field.gender'),
          narrow: true,
          value: (row) => t(`codes:gender.${row.gender}`),
        },
        { key: 'dates', header: t('persons:column.dates'), cell: (row) => <Parts parts={datesOf(row, t)} /> },
        ...(linked === undefined
          ? []
          : [
              {
                key: 'linked',
                header: t('persons:column.linked'),
                cell: (row: PersonRow) => <Parts parts={linked(row)} />,
              },
            ]),
        ...originColumn(unitId, rows, t),
        {
          key: 'change',
          header: t('common:change'),
          hidesHeader: true,
          narrow: true,
          cell: (row) =>
            row.origins.length > 0 ? null : (
              <RowActions
                name={personName(row, t)}
                onChange={() => {
                  onChange(row);
                }}
                onRemove={() => {
                  onRemove(row);
                }}
                onSeal={
                  onSeal &&
                  (() => {
                    onSeal(row);
                  })
                }
              />
            ),
        },
      ]}
    />
  );
}

function Parts({ parts }: { readonly parts: readonly string[] }) {
  return parts.map((part) => (
    <span key={part} className={classes.part}>
      {part}
    </span>
  ));
}

export function datesOf(person: PersonRow, t: Translate): readonly string[] {
  const { role, birthDate, identifiedOn, safeguardedOn, safeguardedBy } = person;
  if (role !== 'victim') return birthDate === null ? [] : [t('persons:born', { on: birthDate })];
  return [
    identifiedOn === null ? t('persons:notIdentified') : t('persons:identified', { on: identifiedOn }),
    ...(safeguardedOn === null ? [] : [t('persons:safeguarded', { on: safeguardedOn }), safeguardedBy ?? '']),
  ];
}
