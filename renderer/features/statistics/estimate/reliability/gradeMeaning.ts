import type { Estimate } from '#contract/statistics/estimate';
import type { Translate } from '../../../../i18n/text.ts';
import { criteria, isCapping } from './criteria.ts';

/** What the letter rests on, from the criteria themselves: how many are not met, and what follows. */
export function gradeMeaning(
  { grade, gradeReasons, pointClaim }: Pick<Estimate, 'grade' | 'gradeReasons' | 'pointClaim'>,
  t: Translate,
): string {
  if (grade === null) return t(`counterfactual:grade.${gradeReasons.includes('being_checked') ? 'first' : 'none'}`);
  const all = criteria.length;
  const [first, ...others] = gradeReasons;
  const isCapped = grade === 'C' && first !== undefined && others.length === 0 && isCapping(first);
  return [
    first === undefined
      ? t('counterfactual:grade.met', { all })
      : t('counterfactual:grade.missed', { count: gradeReasons.length, all }),
    ...(isCapped ? [t('counterfactual:grade.capped')] : []),
    ...(pointClaim ? [] : [t('counterfactual:grade.range')]),
  ].join(' ');
}
