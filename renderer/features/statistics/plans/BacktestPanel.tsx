import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Month } from '#contract/ground/dates';
import type { ForecastScores, PlanBacktest } from '#contract/statistics/plans';
import { useText, type Translate } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { CalculationResult } from '../estimate/CalculationResult.tsx';
import { decimal, type Format } from '../estimate/estimateText.ts';
import type { Scope } from '../estimate/useEstimate.ts';
import shared from '../../../ui/Shared.module.css';
import classes from './Plans.module.css';
import { verdictText } from './planText.ts';
import { useBacktest } from './useBacktest.ts';

interface BacktestPanelProps {
  readonly scope: Scope;
  readonly lastMonth: Month;
}

/** How forecasts of months that have passed would have done. It is asked for: it takes longer than the estimate. */
export function BacktestPanel({ scope, lastMonth }: BacktestPanelProps) {
  const t = useText();
  const format = useFormat();
  const [isAsked, asking] = useDisclosure();
  const backtest = useBacktest(scope, lastMonth, isAsked);
  return (
    <section className={classes.group} aria-labelledby="plan-backtest">
      <h3 id="plan-backtest" className={shared.title}>
        {t('plans:backtest.title')}
      </h3>
      {isAsked ? (
        <CalculationResult calculation={backtest} running={t('plans:backtest.running')}>
          {(result) =>
            backtestLines(result, 'unitId' in scope, t, format).map((words) => (
              <p key={words} className={shared.note}>
                {words}
              </p>
            ))
          }
        </CalculationResult>
      ) : (
        <div>
          <Button variant="default" onClick={asking.open}>
            {t('plans:backtest.run')}
          </Button>
        </div>
      )}
    </section>
  );
}

function backtestLines(
  { units, ahead6, ahead12 }: PlanBacktest,
  isOne: boolean,
  t: Translate,
  format: Format,
): readonly string[] {
  const line = (months: number, scores: ForecastScores) =>
    t('plans:backtest.line', {
      months: t('plans:months', { count: months }),
      count: scores.forecasts,
      share: format.percent(scores.cover80),
      crps: decimal(scores.crps, 1, format),
      last: decimal(scores.lastValue, 1, format),
      seasonal: decimal(scores.seasonal, 1, format),
    });
  if (ahead6 === null || ahead12 === null) return [t('plans:backtest.none')];
  const [unit] = units;
  const verdict = isOne && unit !== undefined ? [verdictText(unit, t, format)] : [];
  return [...verdict, line(6, ahead6), line(12, ahead12)];
}
