import { useCallback, useMemo } from 'react';
import { addMonths, type Month } from '#contract/dates';
import { useText } from '../../i18n/text.ts';
import { monthAt } from '../../lib/monthAxis.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { Figure } from '../../ui/Figure.tsx';
import { PlotChart } from '../../ui/PlotChart.tsx';
import { drawFan, fanPoints, type FanSeries } from './drawFan.ts';
import classes from './Fan.module.css';
import { FanTable } from './FanTable.tsx';

const height = 340;

interface FanFigureProps {
  readonly title: string;
  readonly description: string;
  readonly series: FanSeries;
  readonly asOf: Month;
  readonly fundingStart: Month | null;
  readonly hasMiddle: boolean;
  /** Units in each month, where the figure is a sum. */
  readonly covered?: readonly number[];
}

/** The heart of the page: what was, and what would have been. */
export function FanFigure(props: FanFigureProps) {
  const { title, description, series, asOf, fundingStart, hasMiddle, covered } = props;
  const t = useText();
  const format = useFormat();
  // Two years before the funding show where it found the unit; what came earlier stays in the table.
  const shown = useMemo(() => {
    const first = fundingStart === null ? null : addMonths(fundingStart, -24);
    const points = fanPoints(series, fundingStart === null ? null : addMonths(fundingStart, -1));
    return points.filter(({ month }) => month <= asOf && (first === null || month >= first));
  }, [series, asOf, fundingStart]);
  const draw = useCallback(
    (width: number) => {
      const files = (value: number) => format.number(Math.round(value));
      const range = (point: { readonly p10: number; readonly p90: number }) =>
        t('counterfactual:fan.range', { low: files(point.p10), high: files(point.p90) });
      return drawFan({ points: shown, fundingStart, asOf, hasMiddle }, width, height, {
        axis: (date) => format.shortMonth(monthAt(date)),
        number: (value) => format.number(value),
        fundingStart: fundingStart === null ? '' : t('counterfactual:fan.start', { month: format.month(fundingStart) }),
        actual: (point) => t('counterfactual:fan.endActual', { files: files(point.actual) }),
        without: (point) => t('counterfactual:fan.endWithout', { range: range(point) }),
        reading: (point) =>
          [
            format.month(point.month),
            t('counterfactual:fan.endActual', { files: files(point.actual) }),
            ...(Number.isNaN(point.p50) ? [] : [t('counterfactual:fan.readWithout', { range: range(point) })]),
          ].join('\n'),
      });
    },
    [shown, fundingStart, asOf, hasMiddle, t, format],
  );
  return (
    <Figure
      title={title}
      description={description}
      chart={
        <>
          <PlotChart height={height} draw={draw} />
          <FanLegend hasMiddle={hasMiddle} hasGaps={shown.some(({ actual }) => Number.isNaN(actual))} />
        </>
      }
      table={
        <FanTable
          caption={title}
          series={series}
          asOf={asOf}
          hasMiddle={hasMiddle}
          {...(covered === undefined ? {} : { covered })}
        />
      }
    />
  );
}

function FanLegend({ hasMiddle, hasGaps }: { readonly hasMiddle: boolean; readonly hasGaps: boolean }) {
  const t = useText();
  const entries = [
    'actual',
    'band50',
    'band80',
    'band95',
    ...(hasMiddle ? (['middle', 'avoided'] as const) : (['avoidedAtLeast'] as const)),
    ...(hasGaps ? (['gap'] as const) : []),
  ] as const;
  return (
    <ul className={classes.legend}>
      {entries.map((entry) => (
        <li key={entry}>
          <span className={classes.swatch} data-entry={entry} />
          {t(`counterfactual:legend.${entry}`)}
        </li>
      ))}
    </ul>
  );
}
