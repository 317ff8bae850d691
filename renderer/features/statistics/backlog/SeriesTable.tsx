import type { Board, UnitBacklog } from '#contract/statistics/backlog';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { DataTable } from '../../../ui/DataTable.tsx';

/** The line of the figure, latest month first. */
export function SeriesTable({ board, unit }: { readonly board: Board; readonly unit: UnitBacklog }) {
  const t = useText();
  const format = useFormat();
  const shown = (value: number | null | undefined) =>
    value === null || value === undefined ? t('backlog:notReportedShort') : format.number(value);
  const rows = board.months.map((month, index) => ({ month, index })).toReversed();
  return (
    <DataTable
      caption={t('backlog:unit.figure')}
      rows={rows}
      rowKey={(row) => row.month}
      columns={[
        { key: 'month', header: t('backlog:month'), cell: ({ month }) => format.month(month) },
        {
          key: 'received',
          header: t('codes:ledgerTerm.received'),
          cell: ({ index }) => shown(unit.received[index]),
          align: 'end',
        },
        {
          key: 'closing',
          header: t('backlog:ledger.closing'),
          cell: ({ index }) => shown(unit.closing[index]),
          align: 'end',
        },
        {
          key: 'break',
          header: t('backlog:unit.remark'),
          cell: ({ index }) => (unit.breaks.includes(index) ? t('backlog:units.break') : ''),
          narrow: true,
        },
      ]}
    />
  );
}
