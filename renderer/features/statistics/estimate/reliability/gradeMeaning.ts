import type { Estimate } from '#contract/statistics/estimate';
import { rangeOnly, shownOf } from '#contract/statistics/shown';
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

/** Why there is a range alone, where there is. */
export function rangeWords(graded: Parameters<typeof shownOf>[0], t: Translate): readonly string[] {
  const only = rangeOnly(graded);
  if (only !== null) return [`${t(`codes:rangeOnly.${only}`)}.`];
  return graded === null || graded.grade === null || shownOf(graded).figure ? [] : [t('counterfactual:grade.range')];
}

/** What the letter rests on, from the criteria themselves, and what follows. */
export function gradeMeaning(estimate: Pick<Estimate, 'grade' | 'gradeReasons'>, t: Translate): string {
  const { grade, gradeReasons } = estimate;
  if (grade === null) return t(`counterfactual:grade.${gradeReasons.includes('being_checked') ? 'first' : 'none'}`);
  const [first, ...others] = gradeReasons;
  const isCapped = grade === 'C' && first !== undefined && others.length === 0 && isCapping(first);
  return [
    ...countsOf(gradeReasons, t),
    ...(isCapped ? [t('counterfactual:grade.capped')] : []),
    ...rangeWords(estimate, t),
  ].join(' ');
}
