import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Estimate } from '#contract/statistics/estimate';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { CalculationResult } from '../CalculationResult.tsx';
import classes from '../Estimate.module.css';
import { usePlacebos, type Question } from '../useEstimate.ts';
import { EarlyStart } from './EarlyStart.tsx';
import own from './Placebos.module.css';
import { WithoutPandemic } from './WithoutPandemic.tsx';

interface PlaceboTestsProps {
  readonly question: Question;
  /** Of the one unit that the page is about; null where it has no synthetic control, undefined where the page is about several. */
  readonly unit?: Estimate['placebo'];
}

/** Tests whose result should be no effect: run on request. */
export function PlaceboTests({ question, unit }: PlaceboTestsProps) {
  const t = useText();
  // All units are tested together: another unit's page has the same result.
  const key = JSON.stringify([question.lastMonth, question.assumptions]);
  const [started, setStarted] = useState<string | null>(null);
  const calculation = usePlacebos(question, started === key);
  const { query } = calculation;
  const isIdle = query.data === undefined && !query.isFetching && query.error === null;
  return (
    <section aria-labelledby="placebos-title">
      <h3 id="placebos-title" className={classes.heading}>
        {t('counterfactual:placebo.title')}
      </h3>
      <p className={classes.lead}>{t('counterfactual:placebo.text')}</p>
      {unit !== undefined && <UnitRank placebo={unit} />}
      {isIdle && (
        <Button
          variant="default"
          onClick={() => {
            setStarted(key);
          }}
        >
          {t('counterfactual:placebo.run')}
        </Button>
      )}
      <CalculationResult calculation={calculation} running={t('counterfactual:placebo.running')}>
        {({ earlyStart, withoutPandemic }) => (
          <div className={own.pair}>
            <EarlyStart found={earlyStart} />
            <WithoutPandemic found={withoutPandemic} />
          </div>
        )}
      </CalculationResult>
    </section>
  );
}

/** How unusual the unit is among the units never funded, each treated as funded in turn: known already from the cross-checks. */
function UnitRank({ placebo }: { readonly placebo: Estimate['placebo'] }) {
  const t = useText();
  const format = useFormat();
  if (placebo === null) return <p className={own.rank}>{t('counterfactual:placebo.unit.none')}</p>;
  const { rank, donors, ratio, errorBefore, p } = placebo;
  return (
    <p className={own.rank}>
      {t('counterfactual:placebo.unit.rank', {
        ratio: ratio === null ? '∞' : format.number(ratio, 1),
        error: format.percent(errorBefore),
        rank: format.number(rank),
        of: format.number(donors + 1),
        p: format.number(p, 2),
        least: format.number(1 / (donors + 1), 2),
      })}
    </p>
  );
}
