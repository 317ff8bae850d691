import { useCallback, useMemo } from 'react';
import type { Month } from '#contract/ground/dates';
import { isNoChange, type Plan, type Projection } from '#contract/statistics/plans';
import { useText, type Translate } from '../../../i18n/text.ts';
import { monthAt } from '../../../lib/monthAxis.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import type { Format } from '../estimate/estimateText.ts';
import { amber, dark, warm } from '../estimate/figures/colours.ts';
import { DrawnFigure, type FigureOrigin } from '../estimate/figures/DrawnFigure.tsx';
import type { LegendEntry } from '../estimate/figures/legend.ts';
import type { FigureColumn } from '../estimate/figures/table.ts';
import { drawPlan } from './drawPlan.ts';
import { planPoints, type PlanPoint } from './planPoints.ts';
import { middleAndRange } from './planText.ts';

interface PlanFigureProps {
  readonly projection: Projection;
  readonly plan: Plan;
  /** Months ahead that are drawn. */
  readonly ahead: number;
  readonly origin: FigureOrigin;
}

const height = 320;

/** The actual backlog and what may come of it, if nothing changes and under the plan. */
export function PlanFigure({ projection, plan, ahead, origin }: PlanFigureProps) {
  const t = useText();
  const format = useFormat();
  const isChanged = !isNoChange(plan);
  const ends = plan.renewed ? null : plan.agreementEnds;
  const points = useMemo(() => planPoints(projection, ahead), [projection, ahead]);
  const draw = useCallback(
    (width: number) =>
      drawPlan({ points, ends, isChanged }, width, {
        axis: (date) => format.shortMonth(monthAt(date)),
        number: (value) => format.number(value),
        ends: t('plans:figure.ends'),
        reading: (point) => readingOf(point, isChanged, t, format),
      }),
    [points, ends, isChanged, t, format],
  );
  return (
    <DrawnFigure
      figure="plan"
      origin={origin}
      title={t('plans:figure.title')}
      description={t('plans:figure.text')}
      panels={[{ heading: null, height, draw }]}
      legend={legendOf(isChanged, t)}
      table={{ rows: points, rowKey: ({ month }) => month, columns: columnsOf(t, format) }}
    />
  );
}

function readingOf(point: PlanPoint, isChanged: boolean, t: Translate, format: Format): string {
  const month = format.month(point.month);
  if (!Number.isNaN(point.actual))
    return `${month}\n${t('plans:figure.readActual', { files: format.number(point.actual) })}`;
  const values = (each: Pick<PlanPoint, 'p10' | 'p50' | 'p90'>) => middleAndRange(each, t, format);
  return [
    month,
    ...(isChanged ? [t('plans:figure.readPlan', { value: values(point) })] : []),
    t('plans:figure.readNoChange', { value: values(point.noChange) }),
  ].join('\n');
}

function legendOf(isChanged: boolean, t: Translate): readonly LegendEntry[] {
  return [
    { label: t('counterfactual:legend.actual'), kind: 'line', colour: dark },
    { label: t(`plans:legend.${isChanged ? 'plan' : 'noChange'}`), kind: 'line', colour: amber },
    { label: t('plans:legend.band50'), kind: 'fill', colour: warm, opacity: 0.6 },
    { label: t('plans:legend.band80'), kind: 'fill', colour: warm, opacity: 0.4 },
    { label: t('plans:legend.band95'), kind: 'fill', colour: warm, opacity: 0.18 },
    ...(isChanged ? ([{ label: t('plans:legend.noChange80'), kind: 'dashes', colour: dark }] as const) : []),
  ];
}

/** To a tenth of a file: what the draws know of it. */
function known(value: number): number | null {
  return Number.isNaN(value) ? null : Math.round(value * 10) / 10;
}

function columnsOf(t: Translate, format: Format): readonly FigureColumn<PlanPoint>[] {
  const plan = (key: 'p025' | 'p10' | 'p50' | 'p90' | 'p975', name: string): FigureColumn<PlanPoint> => ({
    header: t('plans:table.plan', { name }),
    value: (point) => known(point[key]),
  });
  const noChange = (key: 'p10' | 'p50' | 'p90', name: string): FigureColumn<PlanPoint> => ({
    header: t('plans:table.noChange', { name }),
    value: (point) => known(point.noChange[key]),
  });
  const end = (side: 'from' | 'to', share: number) =>
    t(`counterfactual:table.${side}`, { share: format.percent(share) });
  const middle = t('plans:table.middle');
  return [
    {
      header: t('counterfactual:table.month'),
      value: ({ month }): Month => month,
      shown: ({ month }) => format.month(month),
    },
    { header: t('counterfactual:table.actual'), value: ({ actual }) => known(actual) },
    plan('p025', end('from', 0.95)),
    plan('p10', end('from', 0.8)),
    plan('p50', middle),
    plan('p90', end('to', 0.8)),
    plan('p975', end('to', 0.95)),
    noChange('p10', end('from', 0.8)),
    noChange('p50', middle),
    noChange('p90', end('to', 0.8)),
  ];
}
