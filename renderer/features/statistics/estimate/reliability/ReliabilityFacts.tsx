import { IconAlertTriangle } from '@tabler/icons-react';
import type { Estimate } from '#contract/statistics/estimate';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { Fact, Facts } from '../../../../ui/FieldRow.tsx';
import { Notice } from '../../../../ui/Notice.tsx';
import classes from '../Estimate.module.css';
import { monthRanges } from '../estimateText.ts';
import own from './Reliability.module.css';

/** What the grade is judged on. */
export function ReliabilityFacts({ estimate }: { readonly estimate: Estimate }) {
  const t = useText();
  const format = useFormat();
  const { littlesLaw } = estimate;
  const share = (value: number | null) =>
    value === null ? t('counterfactual:reliability.notKnown') : format.percent(value);
  return (
    <section aria-labelledby="facts-title">
      <h3 id="facts-title" className={classes.heading}>
        {t('counterfactual:reliability.title')}
      </h3>
      <Facts>
        <Fact label={t('counterfactual:reliability.before')}>{format.number(estimate.monthsBefore)}</Fact>
        <Fact label={t('counterfactual:reliability.after')}>{format.number(estimate.monthsAfter)}</Fact>
        <Fact label={t('counterfactual:reliability.starved')}>{share(estimate.starvedShare)}</Fact>
        <Fact label={t('counterfactual:reliability.residual')}>{share(estimate.residualShare)}</Fact>
        <Fact label={t('counterfactual:reliability.split')}>
          {t(`counterfactual:reliability.${estimate.inflowSplitRecorded ? 'recorded' : 'notRecorded'}`)}
        </Fact>
        {estimate.doubtfulStaffing.length > 0 && (
          <Fact label={t('counterfactual:reliability.staffingDoubtful')}>
            {monthRanges(estimate.doubtfulStaffing, t, format)}
          </Fact>
        )}
        {estimate.practiceChangedIn !== null && (
          <Fact label={t('counterfactual:reliability.practiceChanged')}>
            {format.month(estimate.practiceChangedIn)}
          </Fact>
        )}
        {estimate.monthsWithoutStaff.length > 0 && (
          <Fact label={t('counterfactual:reliability.staffingUnknown')}>
            {monthRanges(estimate.monthsWithoutStaff, t, format)}
          </Fact>
        )}
        {littlesLaw !== null && (
          <Fact label={t('counterfactual:reliability.stay')}>
            {t('counterfactual:reliability.stayExpected', { months: format.number(littlesLaw.expectedMonths, 1) })}
            {littlesLaw.reportedMonths !== null &&
              ` ${t('counterfactual:reliability.stayReported', { months: format.number(littlesLaw.reportedMonths, 1) })}`}
          </Fact>
        )}
      </Facts>
      {littlesLaw?.alarm === true && (
        <div className={own.warning}>
          <Notice tone="dueSoon" icon={IconAlertTriangle} title={t('counterfactual:reliability.stayAlarm')} />
        </div>
      )}
    </section>
  );
}
