import type { Board, UnitBacklog } from '#contract/statistics/backlog';
import { useText } from '../../../i18n/text.ts';
import { DataTable } from '../../../ui/DataTable.tsx';

/** The line of the figure, latest month first. */
export function SeriesTable({ board, unit }: { readonly board: Board; readonly unit: UnitBacklog }) {
  const t = useText();
  const rows = board.months.map((month, index) => ({ month, index })).toReversed();
  return (
    <DataTable
      caption={t('common:backlogAtTheEndOf')}
      rows={rows}
      rowKey={(row) => row.month}
      columns={[
        { key: 'month', header: t('codes:heading.month'), as: 'month', value: ({ month }) => month },
        {
          key: 'received',
          header: t('codes:ledgerTerm.received'),
          as: 'number',
          value: ({ index }) => unit.received[index],
          none: t('backlog:notReportedShort'),
        },
        {
          key: 'closing',
          header: t('codes:ledger.closing'),
          as: 'number',
          value: ({ index }) => unit.closing[index],
          none: t('backlog:notReportedShort'),
        },
        {
          key: 'break',
          header: t('common:remark'),
          value: ({ index }) => (unit.breaks.includes(index) ? t('backlog:units.break') : ''),
          narrow: true,
        },
      ]}
    />
  );
}
