import { IconEyeOff } from '@tabler/icons-react';
import { useText } from '../../../i18n/text.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Imports.module.css';
import type { TableInspection } from './tableInspection.ts';

interface MappingTableProps {
  readonly columns: TableInspection['columns'];
  readonly fields: readonly { readonly value: string; readonly label: string }[];
  readonly fieldOf: (column: number) => string | null;
  /** Free text of a file may be hard to read. */
  readonly isText: (column: number) => boolean;
  readonly isBusy: boolean;
  readonly onChange: (column: number, field: string) => void;
}

/** The columns of a file, three values of each, and what each becomes. */
export function MappingTable({ columns, fields, fieldOf, isText, isBusy, onChange }: MappingTableProps) {
  const t = useText();
  return (
    <DataTable
      caption={t('imports:mapping.title')}
      rows={columns.map((column, index) => ({ ...column, index }))}
      rowKey={(row) => row.index}
      columns={[
        { key: 'name', header: t('imports:mapping.column'), cell: (row) => <strong>{row.name}</strong> },
        {
          key: 'samples',
          header: t('imports:mapping.samples'),
          cell: (row) => <Samples samples={row.samples} isText={isText(row.index)} />,
        },
        {
          key: 'field',
          header: t('imports:mapping.field'),
          narrow: true,
          cell: (row) => (
            <Choice
              size="xs"
              w={216}
              aria-label={t('imports:mapping.fieldOf', { column: row.name })}
              empty={t('imports:mapping.notImported')}
              options={fields}
              value={fieldOf(row.index) ?? ''}
              disabled={isBusy}
              onChange={(value) => {
                onChange(row.index, value);
              }}
            />
          ),
        },
      ]}
    />
  );
}

/** Free text of a file may be hard to read, and here it helps no one. */
function Samples({ samples, isText }: { readonly samples: readonly string[]; readonly isText: boolean }) {
  const t = useText();
  if (isText || samples.some((sample) => sample.length > 60)) {
    return (
      <span className={shared.quiet}>
        <IconEyeOff size={14} stroke={1.75} aria-hidden className={classes.inline} /> {t('imports:mapping.textHidden')}
      </span>
    );
  }
  return (
    <span className={classes.samples}>
      {samples.map((sample, index) => (
        <span key={`${String(index)} ${sample}`}>{sample}</span>
      ))}
    </span>
  );
}
