import { defaultAssumptions } from '#contract/statistics/assumptions';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { useEstimate, type Question, type Result } from '../useEstimate.ts';
import { rangeText } from '../estimateText.ts';
import classes from './Assumptions.module.css';
import { isDefault } from './assumptionWords.ts';

function avoidedOf(result: Result | undefined) {
  if (result === undefined) return null;
  if (result.total !== null) return result.total.avoided;
  const only = result.units[0]?.result;
  return only?.status === 'estimated' ? only.avoided : null;
}

/** The interval under the default assumptions, and under those in use. */
export function Effect({ question }: { readonly question: Question }) {
  const t = useText();
  const format = useFormat();
  const before = avoidedOf(useEstimate({ ...question, assumptions: defaultAssumptions }).query.data);
  const after = avoidedOf(useEstimate(question).query.data);
  if (before === null || after === null) return null;
  const range = ({ p10, p90 }: { readonly p10: number; readonly p90: number }) =>
    rangeText({ low: p10, high: p90 }, t, format);
  return (
    <div className={classes.effect} role="status">
      <p>{t('counterfactual:assumptions.effectDefault', { range: range(before) })}</p>
      {!isDefault(question.assumptions) && <p>{t('counterfactual:assumptions.effectNow', { range: range(after) })}</p>}
    </div>
  );
}
