import type { Estimate } from '#contract/statistics/estimate';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { Fact, Facts } from '../../../../ui/FieldRow.tsx';
import classes from '../Estimate.module.css';

/** Persons in post and hours, not dollars. */
export function FundedResources({ estimate }: { readonly estimate: Estimate }) {
  const t = useText();
  const format = useFormat();
  const { fundedFte, fundedOvertimeHours, fundingStart, asOf } = estimate;
  const hasOvertime = !estimate.cautions.includes('overtime_not_recorded');
  return (
    <section aria-labelledby="resources-title">
      <h3 id="resources-title" className={classes.heading}>
        {t('counterfactual:resources.title')}
      </h3>
      <Facts>
        <Fact label={t('counterfactual:resources.since')}>{format.month(fundingStart)}</Fact>
        <Fact label={t('counterfactual:resources.fte', { month: format.month(asOf) })}>
          {fundedFte === null
            ? t('counterfactual:reliability.notKnown')
            : t('counterfactual:resources.fteValue', {
                value: format.number(fundedFte, Number.isInteger(fundedFte) ? 0 : 1),
              })}
        </Fact>
        <Fact label={t('counterfactual:resources.overtime')}>
          {hasOvertime
            ? t('counterfactual:resources.hours', { value: format.number(Math.round(fundedOvertimeHours)) })
            : t('counterfactual:reliability.notKnown')}
        </Fact>
      </Facts>
      <p className={classes.note}>{t('counterfactual:resources.note')}</p>
    </section>
  );
}
