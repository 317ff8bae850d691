import { IconAlertTriangle, IconCheck, IconQuestionMark, IconScale } from '@tabler/icons-react';
import type { Estimate } from '#contract/statistics/estimate';
import { useText } from '../../../../i18n/text.ts';
import { StatusBadge } from '../../../../ui/StatusBadge.tsx';
import page from '../Estimate.module.css';
import { isUnjudged, metCriteria } from './criteria.ts';
import classes from './Reliability.module.css';

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

/** Every criterion: those not met each in a sentence, the others named. */
export function Criteria({ estimate }: { readonly estimate: Estimate }) {
  const t = useText();
  const { grade, gradeReasons, cautions } = estimate;
  const met = metCriteria(estimate).map((each) => t(`counterfactual:criterion.${each}`));
  return (
    <section aria-labelledby="criteria-title">
      <h3 id="criteria-title" className={page.heading}>
        {t('counterfactual:evidence.why', { grade })}
      </h3>
      <ul className={classes.criteria}>
        {gradeReasons.map((reason) => {
          const ReasonIcon = isUnjudged(reason) ? IconQuestionMark : IconAlertTriangle;
          return (
            <li key={reason}>
              <ReasonIcon size={14} stroke={1.75} aria-hidden className={classes.missed} />
              {t(`counterfactual:gradeReason.${reason}`)}
            </li>
          );
        })}
        {met.length > 0 && (
          <li className={classes.met}>
            <IconCheck size={14} stroke={1.75} aria-hidden />
            {t('counterfactual:evidence.met', { list: met.join(', ') })}
          </li>
        )}
      </ul>
      {cautions.length > 0 && (
        <>
          <h4 className={classes.listHead}>{t('counterfactual:evidence.cautions')}</h4>
          <ul className={classes.criteria}>
            {cautions.map((caution) => (
              <li key={caution}>{t(`counterfactual:caution.${caution}`)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
