import { Button } from '@mantine/core';
import type { PersonRow } from '#contract/persons';
import { useText, type Translate } from '../i18n/text.ts';
import { DataTable } from '../ui/DataTable.tsx';

/** A person as the page calls them: by name where one is held, otherwise by what is known. */
export function personName(person: PersonRow, t: Translate): string {
  return (
    person.name ??
    t('persons:unnamed', { role: t(`persons:role.${person.role}`), age: t(`persons:ageBand.${person.ageBand}`) })
  );
}

interface PersonTableProps {
  readonly persons: readonly PersonRow[];
  readonly onChange: (person: PersonRow) => void;
}

export function PersonTable({ persons, onChange }: PersonTableProps) {
  const t = useText();
  return (
    <DataTable
      caption={t('persons:title')}
      rows={persons}
      rowKey={(row) => row.id}
      columns={[
        { key: 'role', header: t('persons:column.role'), narrow: true, cell: (row) => t(`persons:role.${row.role}`) },
        { key: 'name', header: t('persons:column.name'), cell: (row) => row.name ?? t('common:none') },
        {
          key: 'age',
          header: t('persons:column.ageBand'),
          narrow: true,
          cell: (row) => t(`persons:ageBand.${row.ageBand}`),
        },
        {
          key: 'gender',
          header: t('persons:column.gender'),
          narrow: true,
          cell: (row) => t(`persons:gender.${row.gender}`),
        },
        { key: 'dates', header: t('persons:column.dates'), cell: (row) => datesOf(row, t) },
        {
          key: 'change',
          header: t('persons:change'),
          hidesHeader: true,
          narrow: true,
          cell: (row) => (
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={t('persons:changeFor', { name: personName(row, t) })}
              onClick={() => {
                onChange(row);
              }}
            >
              {t('persons:change')}
            </Button>
          ),
        },
      ]}
    />
  );
}

function datesOf({ role, birthDate, identifiedOn, safeguardedOn, safeguardedBy }: PersonRow, t: Translate): string {
  if (role !== 'victim') return birthDate === null ? '' : t('persons:born', { on: birthDate });
  const parts = [
    identifiedOn === null ? t('persons:notIdentified') : t('persons:identified', { on: identifiedOn }),
    safeguardedOn === null ? '' : t('persons:safeguarded', { on: safeguardedOn, by: safeguardedBy ?? '' }),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
