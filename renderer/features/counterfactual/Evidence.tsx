import { IconScale } from '@tabler/icons-react';
import type { Estimate } from '#contract/counterfactual';
import { useText } from '../../i18n/text.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { Fact, Facts } from '../../ui/FieldRow.tsx';
import { StatusBadge } from '../../ui/StatusBadge.tsx';
import classes from './Counterfactual.module.css';

export function GradeBadge({ grade }: Pick<Estimate, 'grade'>) {
  const t = useText();
  return (
    <StatusBadge
      tone={grade === 'A' ? 'positive' : 'neutral'}
      icon={IconScale}
      label={t(`counterfactual:grade.${grade}`)}
    />
  );
}

/** How sure, and why not surer. */
export function Evidence({ estimate }: { readonly estimate: Estimate }) {
  const t = useText();
  const format = useFormat();
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
      </Facts>
      {estimate.gradeReasons.length > 0 && (
        <>
          <p className={classes.listHead}>{t('counterfactual:evidence.why', { grade: estimate.grade })}</p>
          <ul className={classes.reasons}>
            {estimate.gradeReasons.map((reason) => (
              <li key={reason}>{t(`counterfactual:gradeReason.${reason}`)}</li>
            ))}
          </ul>
        </>
      )}
      {estimate.cautions.length > 0 && (
        <>
          <p className={classes.listHead}>{t('counterfactual:evidence.cautions')}</p>
          <ul className={classes.reasons}>
            {estimate.cautions.map((caution) => (
              <li key={caution}>{t(`counterfactual:caution.${caution}`)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
