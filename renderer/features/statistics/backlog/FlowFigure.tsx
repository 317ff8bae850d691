import { useCallback } from 'react';
import type { Flow } from '#contract/statistics/backlog';
import { addMonths, type Month } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import { useRead } from '../../../bridge/queries.ts';
import { useText, type Translate } from '../../../i18n/text.ts';
import { currentMonth } from '../../../lib/currentMonth.ts';
import { useFigureFilter } from '../../../lib/figureFilter.ts';
import { monthAt } from '../../../lib/monthAxis.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { useNames } from '../../../lib/useNames.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { Figure } from '../../../ui/Figure.tsx';
import { PlotChart } from '../../../ui/PlotChart.tsx';
import classes from './Ageing.module.css';
import shared from '../../../ui/Shared.module.css';
import { drawFlow, drawPerFte, flowLook } from './drawFlow.ts';
import { closedPerFte, lastWholeMonth, meanRate, netOf } from './flow.ts';
import { FlowTable } from './FlowTable.tsx';
import keys from './Key.module.css';

interface FlowFigureProps {
  readonly last: Month;
  readonly unitIds: readonly UnitId[] | null;
}

/** What comes in and what is closed by month, and for each person in post. */
export function FlowFigure({ last, unitIds }: FlowFigureProps) {
  const t = useText();
  const [{ span }] = useFigureFilter();
  const to = lastWholeMonth(last, currentMonth());
  const scope = unitIds === null ? {} : { unitIds: [...unitIds] };
  const answer = useRead('backlog.flow', { ...scope, from: addMonths(to, 1 - span), to }, { keepPrevious: true });
  const words = useFlowWords(answer.data);
  if (answer.error !== null) return <FailureAlert failure={answer.error.failure} />;
  if (answer.data === undefined) return null;
  const isEmpty = answer.data.covered.length === 0;
  const nothing = <EmptyState title={t('backlog:flow.none')} text={t('backlog:flow.noneText')} />;
  return (
    <Figure
      title={t('backlog:flow.title')}
      description={words}
      chart={isEmpty ? nothing : <Chart flow={answer.data} />}
      table={isEmpty ? nothing : <FlowTable flow={answer.data} />}
    />
  );
}

const sum = (values: readonly (number | null)[]): number =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0);

function useFlowWords(flow: Flow | undefined): string {
  const t = useText();
  const format = useFormat();
  const { unitCode } = useNames();
  const [from, to] = [flow?.months[0], flow?.months.at(-1)];
  if (flow === undefined || from === undefined || to === undefined || flow.covered.length === 0) return '';
  const { months, received, closed, missing } = flow;
  return [
    t('backlog:flow.text', {
      count: months.length,
      from: format.month(from),
      to: format.month(to),
      received: format.number(sum(received)),
      closed: format.number(sum(closed)),
      net: format.change(sum(netOf(flow))),
    }),
    ...rateWords(flow, t, format),
    ...(missing.length === 0
      ? []
      : [t('backlog:flow.missing', { count: missing.length, codes: missing.map(unitCode).join(', ') })]),
  ].join(' ');
}

function rateWords(flow: Flow, t: Translate, format: ReturnType<typeof useFormat>): readonly string[] {
  const mean = meanRate(flow);
  if (mean === null) return [];
  const [units, covered] = [flow.staff?.units.length ?? 0, flow.covered.length];
  return [
    mean.months > 1 && mean.months === flow.months.length
      ? t('backlog:flow.rateAll', { rate: format.number(mean.rate, 1) })
      : t('backlog:flow.rate', { count: mean.months, rate: format.number(mean.rate, 1) }),
    ...(units === covered
      ? []
      : [t('backlog:headline.covered', { covered: format.number(units), units: format.number(covered) })]),
  ];
}

function Chart({ flow }: { readonly flow: Flow }) {
  const t = useText();
  const format = useFormat();
  const texts = useCallback(
    (decimals: number) => ({
      axis: (date: Date) => format.shortMonth(monthAt(date)),
      number: (value: number) => format.number(value, decimals),
      breakName: t('backlog:units.break'),
    }),
    [format, t],
  );
  const draw = useCallback((width: number) => drawFlow(flow, width, texts(0)), [flow, texts]);
  const drawRate = useCallback((width: number) => drawPerFte(flow, width, texts(1)), [flow, texts]);
  const hasRate = closedPerFte(flow).some((value) => value !== null);
  return (
    <div>
      <ul className={classes.legend}>
        {(['received', 'closed'] as const).map((name) => (
          <li key={name}>
            <svg width={28} height={8}>
              <line
                x1={0}
                x2={28}
                y1={4}
                y2={4}
                stroke={flowLook[name].stroke}
                strokeWidth={2}
                strokeDasharray={flowLook[name].dash}
              />
            </svg>
            {t(`backlog:flow.${name}`)}
          </li>
        ))}
        <li>
          <svg width={10} height={10}>
            <rect width={10} height={10} fill={flowLook.net} fillOpacity={0.55} />
          </svg>
          {t('backlog:flow.net')}
        </li>
        {flow.ruleChanges.length > 1 && (
          <li>
            <span className={keys.break} />
            {t('backlog:units.break')}
          </li>
        )}
      </ul>
      <PlotChart height={240} draw={draw} />
      {hasRate && (
        <>
          <p className={shared.noteBelow}>{t('backlog:flow.perFte')}</p>
          <PlotChart height={120} draw={drawRate} />
        </>
      )}
    </div>
  );
}
