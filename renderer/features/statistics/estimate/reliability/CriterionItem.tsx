import { IconAlertTriangle, IconCheck, IconQuestionMark } from '@tabler/icons-react';
import type { GradeReason } from '#contract/statistics/estimate';
import { useText } from '../../../../i18n/text.ts';
import { isUnjudged, type Criterion } from './criteria.ts';
import shared from '../../../../ui/Shared.module.css';
import classes from './Reliability.module.css';

/** A criterion that is not met, or could not be judged. */
export function MissedCriterion({ reason }: { readonly reason: GradeReason }) {
  const t = useText();
  const ReasonIcon = isUnjudged(reason) ? IconQuestionMark : IconAlertTriangle;
  return (
    <li>
      <ReasonIcon size={14} stroke={1.75} aria-hidden className={classes.missed} />
      {t(`codes:gradeReason.${reason}`)}
    </li>
  );
}

export function MetCriterion({ criterion }: { readonly criterion: Criterion }) {
  const t = useText();
  return (
    <li className={shared.dimmed}>
      <IconCheck size={14} stroke={1.75} aria-hidden />
      {t(`counterfactual:criterion.${criterion}`)}
    </li>
  );
}
