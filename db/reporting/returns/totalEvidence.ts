import type { Bilingual } from '#contract/ground/common';
import type { TotalEvidence } from '#contract/statistics/estimate';
import { codeWords } from '#contract/words/codes';

const percent = (share: number): string => `${Math.round(100 * share)}`;

/** Who bears the grade. D is what is left where the better grades do not carry enough. */
function borne({ borneGrade, borneShare }: TotalEvidence): Bilingual {
  if (borneGrade === 'D')
    return {
      en: 'Units graded A to C account for under 70% of the difference',
      fr: 'Les unités de fiabilité A à C représentent moins de 70 % de la différence',
    };
  const better = borneGrade === 'A' ? { en: '', fr: '' } : { en: ' or better', fr: ' ou mieux' };
  return {
    en: `Units graded ${borneGrade}${better.en} account for ${percent(borneShare)}% of the difference`,
    fr: `Les unités de fiabilité ${borneGrade}${better.fr} représentent ${percent(borneShare)} % de la différence`,
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
          en: `Units not included have ${left}% of the backlog, which lowers the grade by one`,
          fr: `Les unités non comprises ont ${left} % de l’arriéré, ce qui abaisse la fiabilité d’un niveau`,
        },
      ];
    case 'largest_part':
      return [borne(evidence), codeWords.totalReason.largest_part];
    case 'not_converged':
      return [
        {
          en: 'No grade: the computation is not precise enough (chains of draws disagree); the data is not at fault',
          fr: 'Fiabilité non évaluée : calcul pas assez précis (chaînes de tirages discordantes); les données ne sont pas en cause',
        },
      ];
    case 'being_checked':
      return [
        {
          en: 'First answer: its reliability is being checked',
          fr: 'Première réponse : sa fiabilité est en cours de vérification',
        },
      ];
    case 'left_out':
      return [
        {
          en: `No grade: units not included have ${left}% of the backlog, more than 30%`,
          fr: `Fiabilité non évaluée : les unités non comprises ont ${left} % de l’arriéré, plus de 30 %`,
        },
      ];
  }
}
