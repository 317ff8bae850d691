import type { TotalEvidence } from '#contract/statistics/estimate';
import type { Translate } from '../i18n/text.ts';

type Percent = (share: number) => string;

function borneSentence({ grade, borneGrade, borneShare }: TotalEvidence, t: Translate, percent: Percent): string {
  const values = { grade: grade ?? borneGrade, borne: borneGrade, share: percent(borneShare) };
  if (borneGrade === 'D') return t('counterfactual:totalEvidence.borneByLess');
  return t(`counterfactual:totalEvidence.${borneGrade === 'A' ? 'borneByBest' : 'borne'}`, values);
}

/** Why a total has the grade that it has, or none. */
export function totalEvidenceSentence(evidence: TotalEvidence, t: Translate, percent: Percent): string {
  const share = percent(evidence.leftOutShare);
  if (evidence.reason === 'left_out') return t('counterfactual:totalEvidence.leftOut', { share });
  if (evidence.reason === 'not_converged' || evidence.reason === 'being_checked')
    return t(`counterfactual:totalEvidence.${evidence.reason === 'not_converged' ? 'notConverged' : 'beingChecked'}`);
  const borne = borneSentence(evidence, t, percent);
  if (evidence.reason === 'borne') return borne;
  if (evidence.reason === 'largest_part') return `${borne} ${t('codes:totalReason.largest_part')}.`;
  return `${borne} ${t('counterfactual:totalEvidence.leftOutCosts', { share })}`;
}
