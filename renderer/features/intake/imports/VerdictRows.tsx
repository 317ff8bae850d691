import { useState } from 'react';
import type { Output } from '#contract/index';
import type { Verdict } from '#contract/intake/imports';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import classes from './Imports.module.css';
import { useNames } from '../../../lib/useNames.ts';
import { Pages } from './Pages.tsx';
import type { ImportFlow } from './useImport.ts';

interface VerdictRowsProps {
  readonly previewId: string;
  readonly verdict: Verdict;
  readonly flow: ImportFlow;
}

const pageRows = 50;

type Row = Output<'imports.previewRows'>['rows'][number];

/** What comes in, in words; of a row that does not, nothing. */
function useUnderstood() {
  const t = useText();
  const names = useNames();
  return [
    {
      key: 'understoodDate',
      header: t('codes:field.receivedOn'),
      value: ({ understood }: Row) => understood?.receivedOn ?? '',
    },
    {
      key: 'understoodSource',
      header: t('codes:field.source'),
      value: ({ understood }: Row) => (understood === null ? '' : t(`codes:referralSource.${understood.source}`)),
    },
    {
      key: 'understoodUnit',
      header: t('codes:heading.unit'),
      value: ({ understood }: Row) => (understood === null ? '' : names.unitCode(understood.unitId)),
    },
    {
      key: 'understoodEnd',
      header: t('codes:field.state'),
      value: ({ understood }: Row) => {
        if (understood === null) return '';
        const { ended } = understood;
        if (ended === null) return t('imports:values.open');
        const on = ended.from === null ? ended.on : t('imports:values.between', { from: ended.from, to: ended.on });
        return `${t(`codes:referralState.${ended.state}`)}, ${on}`;
      },
    },
  ];
}

/** The rows of one verdict: the reason in words, what is understood of new ones, and the cells that are imported; free text stays out. */
export function VerdictRows({ previewId, verdict, flow }: VerdictRowsProps) {
  const t = useText();
  const understood = useUnderstood();
  const mapping = flow.mapping?.columns ?? {};
  const columns = flow.inspect.data?.columns ?? [];
  const [offset, setOffset] = useState(0);
  const read = useRead('imports.previewRows', { previewId, verdict, offset, size: pageRows }, { keepPrevious: true });
  const shown = Object.entries(mapping)
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
          ...(verdict === 'new' ? understood : []),
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
