import { IconCheck } from '@tabler/icons-react';
import type { Estimate } from '#contract/statistics/estimate';
import { useText } from '../../../../i18n/text.ts';
import page from '../Estimate.module.css';
import { metCriteria } from './criteria.ts';
import { CriterionItem } from './CriterionItem.tsx';
import classes from './Reliability.module.css';

/** Every criterion: those not met each in a sentence, the others named. */
export function Criteria({ estimate }: { readonly estimate: Estimate }) {
  const t = useText();
  const { gradeReasons, cautions } = estimate;
  const met = metCriteria(estimate).map((criterion) => t(`counterfactual:criterion.${criterion}`));
  return (
    <section aria-labelledby="criteria-title">
      <h3 id="criteria-title" className={page.heading}>
        {t('counterfactual:reliability.criteria')}
      </h3>
      <ul className={classes.criteria}>
        {gradeReasons.map((reason) => (
          <CriterionItem key={reason} reason={reason} />
        ))}
        {met.length > 0 && (
          <li className={classes.met}>
            <IconCheck size={14} stroke={1.75} aria-hidden />
            {t('counterfactual:reliability.met', { list: met.join(', ') })}
          </li>
        )}
      </ul>
      {cautions.length > 0 && (
        <>
          <h4 className={classes.listHead}>{t('counterfactual:reliability.cautions')}</h4>
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
