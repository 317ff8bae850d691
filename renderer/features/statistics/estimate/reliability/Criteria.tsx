import type { Estimate } from '#contract/statistics/estimate';
import { useText } from '../../../../i18n/text.ts';
import page from '../Estimate.module.css';
import { metCriteria } from './criteria.ts';
import { MetCriterion, MissedCriterion } from './CriterionItem.tsx';
import classes from './Reliability.module.css';

/** Every criterion, those not met first. */
export function Criteria({ estimate }: { readonly estimate: Estimate }) {
  const t = useText();
  const { gradeReasons, cautions } = estimate;
  return (
    <section aria-labelledby="criteria-title">
      <h3 id="criteria-title" className={page.heading}>
        {t('counterfactual:reliability.criteria')}
      </h3>
      <ul className={classes.criteria}>
        {gradeReasons.map((reason) => (
          <MissedCriterion key={reason} reason={reason} />
        ))}
        {metCriteria(estimate).map((criterion) => (
          <MetCriterion key={criterion} criterion={criterion} />
        ))}
      </ul>
      {cautions.length > 0 && (
        <>
          <h4 className={classes.listHead}>{t('counterfactual:reliability.cautions')}</h4>
          <ul className={classes.criteria}>
            {cautions.map((caution) => (
              <li key={caution}>{t(`codes:caution.${caution}`)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
