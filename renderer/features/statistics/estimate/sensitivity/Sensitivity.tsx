import type { Quantiles } from '#contract/statistics/evidence';
import { useText } from '../../../../i18n/text.ts';
import { CalculationResult } from '../CalculationResult.tsx';
import classes from '../Estimate.module.css';
import { useIdle } from '../useIdle.ts';
import { useSensitivity, type Question } from '../useEstimate.ts';
import { Tornado } from './Tornado.tsx';

const rest = 1500;

interface SensitivityProps {
  readonly question: Question;
  /** Under what is assumed now. */
  readonly avoided: Quantiles;
  readonly pointClaim: boolean;
}

/** How the answer moves when one assumption is changed. It is computed by itself once the page rests, and can be stopped. */
export function Sensitivity({ question, avoided, pointClaim }: SensitivityProps) {
  const t = useText();
  const isRested = useIdle(JSON.stringify(question), rest);
  const asked = useSensitivity(question, isRested);
  const { answer } = asked;
  const isShown = answer.data !== undefined && !answer.isFetching;
  return (
    <section aria-label={t('counterfactual:sensitivity.title')}>
      {!isShown && <h3 className={classes.heading}>{t('counterfactual:sensitivity.title')}</h3>}
      {!isShown && <p className={classes.lead}>{t('counterfactual:sensitivity.waiting')}</p>}
      <CalculationResult asked={asked} running={t('counterfactual:sensitivity.running')}>
        {({ rows }) => <Tornado rows={rows} avoided={avoided} pointClaim={pointClaim} />}
      </CalculationResult>
    </section>
  );
}
