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
import { whole } from './words.ts';

const height = 340;

interface FanFigureProps {
  readonly title: string;
  readonly description: string;
  readonly series: FanSeries;
  readonly asOf: Month;
  readonly fundingStart: Month | null;
  /** The grade carries a single figure: the middle of the draws is one then. */
  readonly pointClaim: boolean;
  readonly hasMiddle: boolean;
  /** Units in each month, where the figure is a sum. */
  readonly covered?: readonly number[];
}

/** The heart of the page: what was, and what would have been. */
export function FanFigure(props: FanFigureProps) {
  const { title, description, series, asOf, fundingStart, pointClaim, hasMiddle, covered } = props;
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
      const files = (value: number) => format.number(whole(value));
      const range = (point: { readonly p10: number; readonly p90: number }) =>
        t('counterfactual:fan.range', { low: files(point.p10), high: files(point.p90) });
      return drawFan({ points: shown, fundingStart, asOf, hasMiddle }, width, height, {
        axis: (date) => format.shortMonth(monthAt(date)),
        number: (value) => format.number(value),
        fundingStart: fundingStart === null ? '' : t('counterfactual:fan.start', { month: format.month(fundingStart) }),
        actual: (point) => t('counterfactual:fan.endActual', { files: files(point.actual) }),
        without: (point) => t('counterfactual:fan.endWithout', { range: range(point), share: format.percent(0.8) }),
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
          <FanLegend
            pointClaim={pointClaim}
            hasMiddle={hasMiddle}
            hasGaps={shown.some(({ actual }) => Number.isNaN(actual))}
          />
        </>
      }
      table={
        <FanTable
          caption={title}
          series={series}
          asOf={asOf}
          hasMiddle={pointClaim}
          {...(covered === undefined ? {} : { covered })}
        />
      }
    />
  );
}

interface FanLegendProps {
  readonly pointClaim: boolean;
  readonly hasMiddle: boolean;
  readonly hasGaps: boolean;
}

function FanLegend({ pointClaim, hasMiddle, hasGaps }: FanLegendProps) {
  const t = useText();
  const middle = pointClaim ? (['middleClaim', 'avoidedClaim'] as const) : (['middle', 'avoided'] as const);
  const entries = [
    'actual',
    'band50',
    'band80',
    'band95',
    ...(hasMiddle ? middle : []),
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
