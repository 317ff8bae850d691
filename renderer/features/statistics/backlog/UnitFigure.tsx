import { useCallback } from 'react';
import type { Board, UnitBacklog } from '#contract/statistics/backlog';
import { useText } from '../../../i18n/text.ts';
import { monthAt } from '../../../lib/monthAxis.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { Figure } from '../../../ui/Figure.tsx';
import { PlotChart } from '../../../ui/PlotChart.tsx';
import { drawLarge } from './drawBacklog.ts';
import { trendSentence } from './Headline.tsx';
import { SeriesTable } from './SeriesTable.tsx';

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
