import { SegmentedControl } from '@mantine/core';
import { useCallback } from 'react';
import { survivalGrouping, type Survival, type SurvivalGrouping } from '#contract/statistics/survival';
import type { CivilDate, Month } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useKeptState } from '../../../lib/keptState.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { Figure } from '../../../ui/Figure.tsx';
import { PlotChart } from '../../../ui/PlotChart.tsx';
import classes from './Ageing.module.css';
import shared from '../../../ui/Shared.module.css';
import backlogClasses from './Backlog.module.css';
import { ChargedTable } from './ChargedTable.tsx';
import { fewest } from './curves.ts';
import { drawSurvival, strokeOf, survivalHeight } from './drawSurvival.ts';
import { InvestigatedTable } from './InvestigatedTable.tsx';
import { RuleNote } from './RuleNote.tsx';
import { SurvivalTable } from './SurvivalTable.tsx';
import { useSurvivalWords } from './useSurvivalWords.ts';

interface SurvivalFigureProps {
  readonly on: CivilDate;
  readonly from: Month;
  readonly unitIds: readonly UnitId[] | null;
}

/** How long files stay in the backlog, by Kaplan and Meier. */
export function SurvivalFigure({ on, from, unitIds }: SurvivalFigureProps) {
  const t = useText();
  const [by, choose] = useKeptState<SurvivalGrouping>('backlog.survivalBy', 'all');
  const scope = unitIds === null ? {} : { unitIds: [...unitIds] };
  const answer = useRead('backlog.survival', { ...scope, on, from, by }, { keepPrevious: true });
  if (answer.error !== null) return <FailureAlert failure={answer.error.failure} />;
  if (answer.data === undefined) return <div aria-busy />;
  const choice = (
    <SegmentedControl<SurvivalGrouping>
      aria-label={t('backlog:survival.by')}
      value={by}
      onChange={choose}
      data={survivalGrouping.options.map((value) => ({ value, label: t(`backlog:survival.grouping.${value}`) }))}
    />
  );
  return (
    <>
      <Drawn survival={answer.data} choice={choice} />
      {answer.data.charged.length > 0 && <ChargedTable survival={answer.data} />}
    </>
  );
}

function Drawn({ survival, choice }: { readonly survival: Survival; readonly choice: React.ReactNode }) {
  const t = useText();
  const format = useFormat();
  const { curves } = survival;
  const words = useSurvivalWords(survival);
  return (
    <div>
      <Figure
        title={t('backlog:survival.title')}
        description={words.sentences.join(' ')}
        actions={choice}
        chart={curves.length === 0 ? <NothingReceived /> : <Chart survival={survival} />}
        table={curves.length === 0 ? <NothingReceived /> : <SurvivalTable survival={survival} names={words.names} />}
      />
      {survival.investigated.length > 0 && <InvestigatedTable survival={survival} />}
      <details className={backlogClasses.details}>
        <summary>{t('backlog:how')}</summary>
        <p className={shared.noteBelow}>{t('backlog:survival.rule', { fewest: format.number(fewest) })}</p>
      </details>
    </div>
  );
}

function NothingReceived() {
  const t = useText();
  return <EmptyState title={t('backlog:survival.none')} text={t('backlog:survival.noneText')} />;
}

function Chart({ survival }: { readonly survival: Survival }) {
  const t = useText();
  const format = useFormat();
  const { curves, ruleChanges } = survival;
  const { names } = useSurvivalWords(survival);
  const draw = useCallback(
    () =>
      drawSurvival(curves, {
        names,
        days: (day) => format.number(day),
        percent: (share) => format.percent(share),
        number: (value) => format.number(value),
        axis: t('backlog:survival.axis'),
        atRisk: t('backlog:survival.atRisk'),
        reading: ({ name, day, survival: share, low, high, atRisk }) =>
          [
            name,
            t('backlog:survival.reading', { count: day, share: format.percent(share) }),
            ...(low === null || high === null
              ? []
              : [t('backlog:survival.limits', { low: format.percent(low), high: format.percent(high) })]),
            t('backlog:survival.followed', { count: atRisk }),
          ].join('\n'),
      }),
    [curves, names, format, t],
  );
  return (
    <div>
      <ul className={classes.legend}>
        {curves.map((curve, index) => (
          <li key={names[index]}>
            <svg width={28} height={8}>
              <line
                x1={0}
                x2={28}
                y1={4}
                y2={4}
                stroke={strokeOf(index).color}
                strokeWidth={2.5}
                strokeDasharray={strokeOf(index).dash}
              />
            </svg>
            {t('backlog:survival.curve', { name: names[index] ?? '', count: curve.files })}
          </li>
        ))}
      </ul>
      <PlotChart height={survivalHeight(curves.length)} draw={draw} />
      <RuleNote changes={ruleChanges} />
    </div>
  );
}
