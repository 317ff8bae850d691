import { IconAlertTriangle } from '@tabler/icons-react';
import type { Estimate } from '#contract/statistics/estimate';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { Fact, Facts } from '../../../../ui/FieldRow.tsx';
import { Notice } from '../../../../ui/Notice.tsx';
import classes from '../Estimate.module.css';
import own from './Reliability.module.css';

/** What the grade is judged on. */
export function Evidence({ estimate }: { readonly estimate: Estimate }) {
  const t = useText();
  const format = useFormat();
  const { littlesLaw } = estimate;
  const share = (value: number | null) =>
    value === null ? t('counterfactual:evidence.notKnown') : format.percent(value);
  return (
    <section aria-labelledby="evidence-title">
      <h3 id="evidence-title" className={classes.heading}>
        {t('counterfactual:evidence.title')}
      </h3>
      <Facts>
        <Fact label={t('counterfactual:evidence.before')}>{format.number(estimate.monthsBefore)}</Fact>
        <Fact label={t('counterfactual:evidence.after')}>{format.number(estimate.monthsAfter)}</Fact>
        <Fact label={t('counterfactual:evidence.starved')}>{share(estimate.starvedShare)}</Fact>
        <Fact label={t('counterfactual:evidence.residual')}>{share(estimate.residualShare)}</Fact>
        <Fact label={t('counterfactual:evidence.split')}>
          {t(`counterfactual:evidence.${estimate.inflowSplitRecorded ? 'recorded' : 'notRecorded'}`)}
        </Fact>
        {littlesLaw !== null && (
          <Fact label={t('counterfactual:evidence.stay')}>
            {t('counterfactual:evidence.stayExpected', { months: format.number(littlesLaw.expectedMonths, 1) })}
            {littlesLaw.reportedMonths !== null &&
              ` ${t('counterfactual:evidence.stayReported', { months: format.number(littlesLaw.reportedMonths, 1) })}`}
          </Fact>
        )}
      </Facts>
      {littlesLaw?.alarm === true && (
        <div className={own.warning}>
          <Notice tone="dueSoon" icon={IconAlertTriangle} title={t('counterfactual:evidence.stayAlarm')} />
        </div>
      )}
    </section>
  );
}
