import type { Bilingual } from '#contract/ground/common';
import type { TotalEvidence } from '#contract/statistics/estimate';

const percent = (share: number): string => `${Math.round(100 * share)}`;

/** Who bears the grade. D is what is left where the better grades do not carry enough. */
function borne({ borneGrade, borneShare }: TotalEvidence): Bilingual {
  if (borneGrade === 'D')
    return {
      en: 'Units graded better than D carry under 70% of the files avoided',
      fr: 'Les unités mieux cotées que D portent moins de 70 % des dossiers évités',
    };
  const better = borneGrade === 'A' ? { en: '', fr: '' } : { en: ' or better', fr: ' ou mieux' };
  return {
    en: `Units graded ${borneGrade}${better.en} carry ${percent(borneShare)}% of the files avoided`,
    fr: `Les unités cotées ${borneGrade}${better.fr} portent ${percent(borneShare)} % des dossiers évités`,
  };
}

/** Why a total has the grade that it has, or none. */
export function totalReasons(evidence: TotalEvidence): readonly Bilingual[] {
  const left = percent(evidence.leftOutShare);
  switch (evidence.reason) {
    case 'borne':
      return [borne(evidence)];
    case 'borne_left_out':
      return [
        borne(evidence),
        {
          en: `Units without an answer hold ${left}% of the backlog, which costs a letter`,
          fr: `Les unités sans réponse détiennent ${left} % de l’arriéré, ce qui coûte une lettre`,
        },
      ];
    case 'left_out':
      return [
        {
          en: `No grade: units without an answer hold ${left}% of the backlog, more than 30%`,
          fr: `Aucune cote : les unités sans réponse détiennent ${left} % de l’arriéré, plus de 30 %`,
        },
      ];
  }
}
