import { IconAlertTriangle } from '@tabler/icons-react';
import type { Estimate } from '#contract/statistics/estimate';
import { Link } from 'wouter';
import { useText } from '../../../../i18n/text.ts';
import { gradeText } from '../estimateText.ts';
import page from '../Estimate.module.css';
import { methodPath } from '../paths.ts';
import { mainReasons } from './criteria.ts';
import { MetCriterion, MissedCriterion } from './CriterionItem.tsx';
import { gradeMeaning } from './gradeMeaning.ts';
import classes from './Reliability.module.css';

/** The grade with its three main reasons; all of them are under the method. */
export function UnitReliability({ estimate }: { readonly estimate: Estimate }) {
  const t = useText();
  const { littlesLaw } = estimate;
  const { missed, met } = mainReasons(estimate);
  return (
    <section aria-labelledby="reliability-title">
      <h3 id="reliability-title" className={page.heading}>
        {gradeText(estimate, t)}
      </h3>
      <p className={classes.meaning}>{gradeMeaning(estimate, t)}</p>
      <ul className={classes.criteria}>
        {littlesLaw?.alarm === true && (
          <li>
            <IconAlertTriangle size={14} stroke={1.75} aria-hidden className={classes.missed} />
            {t('counterfactual:reliability.stayDiffers')}
          </li>
        )}
        {missed.map((reason) => (
          <MissedCriterion key={reason} reason={reason} />
        ))}
        {met.map((criterion) => (
          <MetCriterion key={criterion} criterion={criterion} />
        ))}
      </ul>
      <p className={classes.more}>
        <Link href={methodPath}>{t('counterfactual:reliability.more')}</Link>
      </p>
    </section>
  );
}
