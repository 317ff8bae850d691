import type { Estimate } from '#contract/statistics/estimate';
import type { Shown } from '#contract/statistics/shown';
import { useText } from '../../../../i18n/text.ts';
import { CalculationResult } from '../CalculationResult.tsx';
import classes from '../Estimate.module.css';
import { useIdle } from '../useIdle.ts';
import { useSensitivity, type Question } from '../useEstimate.ts';
import { Tornado } from './Tornado.tsx';

const idleMilliseconds = 1500;

interface SensitivityProps {
  readonly question: Question;
  readonly found: Pick<Estimate, 'avoided' | 'probabilityBelow'>;
  readonly shown: Shown;
}

/** How the estimate moves when one assumption is changed: computed once the page is idle, and can be stopped. */
export function Sensitivity({ question, found, shown }: SensitivityProps) {
  const t = useText();
  const isIdle = useIdle(JSON.stringify(question), idleMilliseconds);
  const calculation = useSensitivity(question, isIdle);
  const { query } = calculation;
  const isShown = query.data !== undefined && !query.isFetching;
  return (
    <section aria-label={t('counterfactual:sensitivity.title')}>
      {!isShown && <h3 className={classes.heading}>{t('counterfactual:sensitivity.title')}</h3>}
      {!isShown && <p className={classes.lead}>{t('counterfactual:sensitivity.waiting')}</p>}
      <CalculationResult calculation={calculation} running={t('counterfactual:sensitivity.running')}>
        {({ rows }) => <Tornado rows={rows} found={found} shown={shown} />}
      </CalculationResult>
    </section>
  );
}
