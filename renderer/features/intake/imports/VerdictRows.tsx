import { useState } from 'react';
import type { ImportMapping, Verdict } from '#contract/intake/imports';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import classes from './Imports.module.css';
import { Pages } from './Pages.tsx';
import type { Inspection } from './useImport.ts';

interface VerdictRowsProps {
  readonly previewId: string;
  readonly verdict: Verdict;
  readonly columns: Inspection['columns'];
  readonly mapping: ImportMapping;
}

const pageRows = 50;

/** The rows of one verdict, with the reason in words and the cells that are imported; free text stays out. */
export function VerdictRows({ previewId, verdict, columns, mapping }: VerdictRowsProps) {
  const t = useText();
  const [offset, setOffset] = useState(0);
  const read = useRead('imports.previewRows', { previewId, verdict, offset, size: pageRows }, { keepPrevious: true });
  const shown = Object.entries(mapping.columns)
    .filter(([field]) => field !== 'summary')
    .map(([, column]) => column)
    .toSorted((a, b) => a - b);
  if (read.error !== null) return <FailureAlert failure={read.error.failure} />;
  if (read.data === undefined) return null;
  const { rows, total } = read.data;
  return (
    <div className={classes.rows}>
      <DataTable
        caption={t(`imports:verdict.${verdict}`)}
        rows={rows}
        rowKey={(row) => row.line}
        keepsOrder={total > pageRows}
        columns={[
          { key: 'line', header: t('codes:heading.line'), as: 'number', value: (row) => row.line },
          ...(rows.every(({ reasons }) => reasons.length === 0)
            ? []
            : [
                {
                  key: 'reasons',
                  header: t('codes:field.reason'),
                  value: (row: (typeof rows)[number]) =>
                    row.reasons.map((reason) => t(`imports:reason.${reason}`)).join(', '),
                },
              ]),
          ...shown.map((column) => ({
            key: String(column),
            header: columns[column]?.name ?? '',
            value: (row: (typeof rows)[number]) => row.cells[column],
          })),
        ]}
      />
      <Pages offset={offset} size={pageRows} total={total} onMove={setOffset} />
    </div>
  );
}
