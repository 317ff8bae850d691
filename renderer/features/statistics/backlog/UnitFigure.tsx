import { useCallback } from 'react';
import type { Board, UnitBacklog } from '#contract/statistics/backlog';
import { useText } from '../../../i18n/text.ts';
import { monthAt } from '../../../lib/monthAxis.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { Figure } from '../../../ui/Figure.tsx';
import { PlotChart } from '../../../ui/PlotChart.tsx';
import { drawLarge } from './drawBacklog.ts';
import { trendSentence } from './Headline.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';

/** The line of the figure, latest month first. */
function SeriesTable({ board, unit }: { readonly board: Board; readonly unit: UnitBacklog }) {
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

/** One unit's backlog, with its breaks and its gaps. */
export function UnitFigure({ board, unit }: { readonly board: Board; readonly unit: UnitBacklog }) {
  const t = useText();
  const format = useFormat();
  const { months } = board;
  const draw = useCallback(
    (width: number) =>
      drawLarge(unit, months, width, {
        axis: (date) => format.shortMonth(monthAt(date)),
        number: (value) => format.number(value),
        breakName: t('backlog:units.break'),
      }),
    [unit, months, format, t],
  );
  const unreported = unit.closing.filter((value) => value === null).length;
  return (
    <Figure
      title={t('common:backlogAtTheEndOf')}
      description={[
        trendSentence(unit, months, t),
        ...(unreported === 0 ? [] : [t('backlog:unit.unreported', { count: unreported })]),
      ].join(' ')}
      chart={<PlotChart height={220} draw={draw} />}
      table={<SeriesTable board={board} unit={unit} />}
    />
  );
}
