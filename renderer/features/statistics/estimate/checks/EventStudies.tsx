import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { EventStudies as Studies } from '#contract/statistics/evidence';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { Notice } from '../../../../ui/Notice.tsx';
import { PlotChart } from '../../../../ui/PlotChart.tsx';
import { LabFigure } from '../figures/LabFigure.tsx';
import type { FigureColumn } from '../figures/table.ts';
import classes from './Checks.module.css';
import { drawEvents, eventPoints } from './drawEvents.ts';
import { afterWords, preTrendWords, pWords } from './eventWords.ts';
import { eventRefusals } from './refusals.ts';

const height = 190;
const outcomes = ['productivity', 'inflow'] as const;

/** Funded units against those never funded, by quarter: no difference is expected before funding. */
export function EventStudies({ events }: { readonly events: Studies }) {
  const t = useText();
  if (events.status === 'refused')
    return (
      <Notice tone="neutral" icon={IconInfoCircle} title={t('counterfactual:events.none')}>
        {t(`counterfactual:events.refused.${eventRefusals[events.reason]}`)}
      </Notice>
    );
  return <Estimated events={events} />;
}

type EstimatedStudies = Extract<Studies, { status: 'estimated' }>;

interface Row {
  readonly event: number;
  readonly productivity: ReturnType<typeof eventPoints>[number] | undefined;
  readonly inflow: ReturnType<typeof eventPoints>[number] | undefined;
}

function rowsOf(events: EstimatedStudies): readonly Row[] {
  const [productivity, inflow] = [eventPoints(events.productivity), eventPoints(events.inflow)];
  const quarters = [...new Set([...productivity, ...inflow].map(({ event }) => event))].toSorted((a, b) => a - b);
  return quarters.map((event) => ({
    event,
    productivity: productivity.find((point) => point.event === event),
    inflow: inflow.find((point) => point.event === event),
  }));
}

function Estimated({ events }: { readonly events: EstimatedStudies }) {
  const t = useText();
  const format = useFormat();
  const rows = rowsOf(events);
  const ends = rows.flatMap(({ productivity, inflow }) =>
    [productivity, inflow].flatMap((point) => (point === undefined ? [] : [point.low, point.high])),
  );
  const extent = [Math.min(0, ...ends), Math.max(0, ...ends)] as const;
  const texts = {
    percent: (share: number) => format.percent(share, true),
    quarter: (event: number) => format.change(event),
    start: t('counterfactual:events.start'),
  };
  const panels = outcomes.map((outcome) => ({
    heading: t(`counterfactual:events.${outcome}`),
    height,
    draw: () => drawEvents(eventPoints(events[outcome]), extent, texts),
  }));
  const percent = (value: number | undefined) => (value === undefined ? '' : format.percent(value, true));
  const columns: readonly FigureColumn<Row>[] = [
    {
      header: t('counterfactual:events.quarter'),
      value: ({ event }) => event,
      shown: ({ event }) => format.change(event),
    },
    ...outcomes.flatMap((outcome): FigureColumn<Row>[] => {
      const header = t(`counterfactual:events.${outcome}`);
      const column = (name: 'effect' | 'low' | 'high'): FigureColumn<Row> => ({
        header: t(`counterfactual:events.column.${name}`, { outcome: header, share: format.percent(0.8) }),
        value: (row) => row[outcome]?.[name] ?? null,
        shown: (row) => percent(row[outcome]?.[name]),
      });
      return [column('effect'), column('low'), column('high')];
    }),
  ];
  const { early } = events.productivity;
  return (
    <section>
      <LabFigure
        figure="event_studies"
        title={t('counterfactual:events.title')}
        description={t('counterfactual:events.text', {
          funded: format.number(events.funded),
          controls: format.number(events.controls),
        })}
        panels={panels}
        columns={2}
        table={{ rows, rowKey: ({ event }) => String(event), columns }}
      >
        <div className={classes.pair}>
          {panels.map((panel) => (
            <div key={panel.heading}>
              <h4>{panel.heading}</h4>
              <PlotChart height={panel.height} draw={panel.draw} />
            </div>
          ))}
        </div>
      </LabFigure>
      <div className={classes.pair}>
        {outcomes.map((outcome) => (
          <div key={outcome}>
            <p className={classes.note}>{preTrendWords(events[outcome], t, format)}</p>
            <p className={classes.note}>{afterWords(events[outcome], t, format)}</p>
          </div>
        ))}
      </div>
      {events.roseBefore === true && early !== null && (
        <div className={classes.warning}>
          <Notice tone="dueSoon" icon={IconAlertTriangle} title={t('counterfactual:events.early.title')}>
            {t('counterfactual:events.early.text', {
              share: format.percent(Math.expm1(early.rise), true),
              p: pWords(early.p, t, format),
            })}
          </Notice>
        </div>
      )}
      {events.inducedInflow === true && (
        <div className={classes.warning}>
          <Notice tone="dueSoon" icon={IconAlertTriangle} title={t('counterfactual:events.induced.title')}>
            {t('counterfactual:events.induced.text')}
          </Notice>
        </div>
      )}
    </section>
  );
}
