import type { IdentifierRow } from '#contract/casework/identifiers';
import type { UnitId } from '#contract/ground/ids';
import type { PersonRow } from '#contract/casework/persons';
import { useText, type Translate } from '../../../i18n/text.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import classes from './Persons.module.css';
import { RowActions } from './RowActions.tsx';
import { originColumn, withOrigins } from './origins.tsx';
import { personName } from './PersonTable.tsx';

interface IdentifierTableProps {
  readonly unitId: UnitId;
  readonly identifiers: readonly IdentifierRow[];
  readonly persons: readonly PersonRow[];
  readonly onChange: (identifier: IdentifierRow) => void;
  readonly onRemove: (identifier: IdentifierRow) => void;
}

export function IdentifierTable({ unitId, identifiers, persons, onChange, onRemove }: IdentifierTableProps) {
  const t = useText();
  const nameOf = (row: IdentifierRow): string => {
    const person = persons.find((each) => each.id === row.personId);
    return person === undefined ? '' : personName(person, t);
  };
  const told = (row: IdentifierRow) => [row.kind, valueOf(row), nameOf(row), ...seenParts(row), obtainedOf(row, t)];
  const rows = withOrigins(identifiers, (row) => told(row).join('\n'));
  return (
    <DataTable
      isWide
      caption={t('codes:paperSection.identifiers')}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'kind',
          header: t('codes:field.kind'),
          narrow: true,
          value: (row) => t(`codes:identifierKind.${row.kind}`),
        },
        { key: 'value', header: t('codes:field.value'), value: (row) => valueOf(row) },
        { key: 'person', header: t('codes:field.person'), value: nameOf },
        { key: 'seen', header: t('persons:identifier.seen'), cell: (row) => <Seen identifier={row} /> },
        { key: 'obtained', header: t('codes:field.obtained'), value: (row) => obtainedOf(row, t) },
        ...originColumn(unitId, rows, t),
        {
          key: 'change',
          header: t('common:change'),
          hidesHeader: true,
          narrow: true,
          cell: (row) =>
            row.origins.length > 0 ? null : (
              <RowActions
                name={row.value}
                onChange={() => {
                  onChange(row);
                }}
                onRemove={() => {
                  onRemove(row);
                }}
              />
            ),
        },
      ]}
    />
  );
}

export function valueOf({ value, port, service }: IdentifierRow): string {
  const withPort = port === null ? value : `${value} : ${String(port)}`;
  return service === null ? withPort : `${withPort} (${service})`;
}

function Seen({ identifier }: { readonly identifier: IdentifierRow }) {
  return seenParts(identifier).map((part) => (
    <span key={part} className={classes.part}>
      {part}
    </span>
  ));
}

/** The source's own words first; the instant in UTC after them where it is known. */
export function seenParts({ seenText, seenAt, event }: IdentifierRow): readonly string[] {
  const utc = seenAt === null ? '' : `${new Date(seenAt).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
  return [event ?? '', seenText ?? '', utc].filter((part) => part !== '');
}

export function obtainedOf({ obtained, obtainedReference }: IdentifierRow, t: Translate): string {
  const how = obtained === null ? '' : t(`codes:obtained.${obtained}`);
  return [how, obtainedReference ?? ''].filter((part) => part !== '').join(' ');
}
