import type { Estimate } from '#contract/statistics/estimate';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { Fact, Facts } from '../../../../ui/FieldRow.tsx';
import classes from '../Estimate.module.css';

/** What the money bought: persons in post and hours, not dollars. */
export function Money({ estimate }: { readonly estimate: Estimate }) {
  const t = useText();
  const format = useFormat();
  const { fundedFte, fundedOvertimeHours, fundingStart, asOf } = estimate;
  const hasOvertime = !estimate.cautions.includes('overtime_not_recorded');
  return (
    <section aria-labelledby="money-title">
      <h3 id="money-title" className={classes.heading}>
        {t('counterfactual:money.title')}
      </h3>
      <Facts>
        <Fact label={t('counterfactual:money.since')}>{format.month(fundingStart)}</Fact>
        <Fact label={t('counterfactual:money.fte', { month: format.month(asOf) })}>
          {fundedFte === null
            ? t('counterfactual:evidence.notKnown')
            : t('counterfactual:money.fteValue', {
                value: format.number(fundedFte, Number.isInteger(fundedFte) ? 0 : 1),
              })}
        </Fact>
        <Fact label={t('counterfactual:money.overtime')}>
          {hasOvertime
            ? t('counterfactual:money.hours', { value: format.number(Math.round(fundedOvertimeHours)) })
            : t('counterfactual:evidence.notKnown')}
        </Fact>
      </Facts>
      <p className={classes.note}>{t('counterfactual:money.note')}</p>
    </section>
  );
}
