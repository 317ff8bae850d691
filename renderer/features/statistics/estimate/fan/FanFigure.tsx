import { useCallback, useMemo } from 'react';
import { addMonths, type Month } from '#contract/ground/dates';
import type { Quantiles } from '#contract/statistics/evidence';
import { useText, type Translate } from '../../../../i18n/text.ts';
import { monthAt } from '../../../../lib/monthAxis.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { LabFigure } from '../figures/LabFigure.tsx';
import type { FigureColumn } from '../figures/table.ts';
import { rangeText, type Format } from '../estimateText.ts';
import { drawFan } from './drawFan.ts';
import { fanLegend } from './fanLegend.ts';
import { fanPoints, type FanSeries } from './fanPoints.ts';

const height = 320;

interface FanFigureProps {
  readonly title: string;
  readonly description: string;
  readonly series: FanSeries;
  /** What is drawn of it where that is not all; the table has all. */
  readonly drawn?: FanSeries;
  readonly asOf: Month;
  readonly fundingStart: Month | null;
  /** The grade carries a single figure: the middle of the draws. */
  readonly hasMiddle: boolean;
  /** Units in each month, where the figure is a sum. */
  readonly covered?: readonly number[];
}

interface Row {
  readonly month: Month;
  readonly index: number;
}

/** The actual backlog and the estimated one, by month. */
export function FanFigure(props: FanFigureProps) {
  const { title, description, series, asOf, fundingStart, hasMiddle, covered } = props;
  const drawn = props.drawn ?? series;
  const t = useText();
  const format = useFormat();
  // Two years before the funding show where it found the unit; what came earlier stays in the table.
  const shown = useMemo(() => {
    const first = fundingStart === null ? null : addMonths(fundingStart, -24);
    const points = fanPoints(drawn, fundingStart === null ? null : addMonths(fundingStart, -1));
    return points.filter(({ month }) => month <= asOf && (first === null || month >= first));
  }, [drawn, asOf, fundingStart]);
  const draw = useCallback(
    (width: number) => {
      const files = (value: number) => format.number(Math.round(value));
      const range = (point: Quantiles) => rangeText({ low: point.p10, high: point.p90 }, t, format);
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
  const hasGaps = shown.some(({ actual }) => Number.isNaN(actual));
  return (
    <LabFigure
      figure="backlog_without"
      title={title}
      description={description}
      panels={[{ heading: null, height, draw }]}
      legend={fanLegend({ hasMiddle, hasGaps, isTotal: covered !== undefined }, t)}
      table={{
        rows: rowsUntil(series, asOf),
        rowKey: (row) => row.month,
        columns: fanColumns(series, covered, hasMiddle, t, format),
      }}
    />
  );
}

/** Latest month first. */
function rowsUntil({ months }: FanSeries, asOf: Month): readonly Row[] {
  return months
    .map((month, index) => ({ month, index }))
    .filter(({ month }) => month <= asOf)
    .toReversed();
}

function fanColumns(
  { backlog, fan }: FanSeries,
  covered: readonly number[] | undefined,
  hasMiddle: boolean,
  t: Translate,
  format: Format,
): readonly FigureColumn<Row>[] {
  const end = (key: keyof Quantiles, share: number, side: 'low' | 'high'): FigureColumn<Row> => ({
    header: t(`counterfactual:table.${side}`, { share: format.percent(share) }),
    value: ({ index }) => fan[index]?.[key] ?? null,
  });
  const middle: FigureColumn<Row> = {
    header: t('counterfactual:table.middle'),
    value: ({ index }) => fan[index]?.p50 ?? null,
  };
  return [
    {
      header: t('counterfactual:table.month'),
      value: ({ month }) => month,
      shown: ({ month }) => format.month(month),
    },
    ...(covered === undefined
      ? []
      : [{ header: t('counterfactual:table.covered'), value: ({ index }: Row) => covered[index] ?? null }]),
    { header: t('counterfactual:table.actual'), value: ({ index }) => backlog[index] ?? null },
    end('p025', 0.95, 'low'),
    end('p10', 0.8, 'low'),
    end('p25', 0.5, 'low'),
    ...(hasMiddle ? [middle] : []),
    end('p75', 0.5, 'high'),
    end('p90', 0.8, 'high'),
    end('p975', 0.95, 'high'),
  ];
}
