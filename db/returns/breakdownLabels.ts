import type { RiskBand } from '#contract/codes';
import type { Bilingual } from '#contract/common';
import type { FigurePart, FileStage } from '#contract/indicators';

/** What a figure is broken down by, and its categories. */
export const breakdownLabels = {
  risk_band: { en: 'Risk band', fr: 'Niveau de risque' },
  stage: { en: 'Stage of a file', fr: 'Étape d’un dossier' },
} as const satisfies Record<FigurePart['by'], Bilingual>;

export const categoryLabels = {
  imminent: { en: 'Imminent danger', fr: 'Danger imminent' },
  very_high: { en: 'Very high', fr: 'Très élevé' },
  high: { en: 'High', fr: 'Élevé' },
  medium: { en: 'Medium', fr: 'Moyen' },
  low: { en: 'Low', fr: 'Faible' },
  assigned: { en: 'Receipt to assignment', fr: 'Réception à affectation' },
  first_action: { en: 'Assignment to first action', fr: 'Affectation à première action' },
  conclusion: { en: 'First action to conclusion', fr: 'Première action à conclusion' },
  whole: { en: 'Receipt to leaving the backlog', fr: 'Réception à sortie de l’arriéré' },
} as const satisfies Record<RiskBand | FileStage, Bilingual>;

export function categoryName(category: string): Bilingual {
  return (
    (categoryLabels as Readonly<Record<string, Bilingual | undefined>>)[category] ?? { en: category, fr: category }
  );
}
