import type { Estimate } from '#contract/statistics/estimate';
import type { Translate } from '../../../../i18n/text.ts';
import { criteria, isCapping, isUnjudged } from './criteria.ts';

const all = criteria.length;

/** How many criteria are not met, and how many nobody could judge. */
function countsOf(reasons: Estimate['gradeReasons'], t: Translate): readonly string[] {
  if (reasons.length === 0) return [t('counterfactual:grade.met', { all })];
  const unjudged = reasons.filter(isUnjudged).length;
  const missed = reasons.length - unjudged;
  return [
    ...(missed > 0 ? [t('counterfactual:grade.missed', { count: missed, all })] : []),
    ...(unjudged > 0 ? [t('counterfactual:grade.unjudged', { count: unjudged, all })] : []),
  ];
}

/** What the letter rests on, from the criteria themselves, and what follows. */
export function gradeMeaning(
  { grade, gradeReasons, pointClaim }: Pick<Estimate, 'grade' | 'gradeReasons' | 'pointClaim'>,
  t: Translate,
): string {
  if (grade === null) return t(`counterfactual:grade.${gradeReasons.includes('being_checked') ? 'first' : 'none'}`);
  const [first, ...others] = gradeReasons;
  const isCapped = grade === 'C' && first !== undefined && others.length === 0 && isCapping(first);
  return [
    ...countsOf(gradeReasons, t),
    ...(isCapped ? [t('counterfactual:grade.capped')] : []),
    ...(pointClaim ? [] : [t('counterfactual:grade.range')]),
  ].join(' ');
}
