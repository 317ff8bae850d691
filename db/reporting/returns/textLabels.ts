import type { Locale } from '#contract/ground/codes';
import type { Bilingual } from '#contract/ground/common';
import type { ActualsStatus, AttestationRole, Cell, NarrativeSection } from '#contract/reporting/returnTexts';
import { compoundCellName } from '#contract/reporting/restatedCells';
import { ledgerCategories, measureName } from './labels.ts';
import type { ReturnContent } from '#contract/reporting/returns';

export const languageLabels = {
  en: { en: 'English', fr: 'anglais' },
  fr: { en: 'French', fr: 'français' },
} as const satisfies Record<Locale, Bilingual>;

export const actualsLabels = {
  preliminary: { en: 'Preliminary', fr: 'Préliminaires' },
  final: { en: 'Final', fr: 'Définitives' },
} as const satisfies Record<ActualsStatus, Bilingual>;

/** The sections of the narrative and the attestations. */
export const partLabels = {
  progress: { en: 'Progress', fr: 'Progrès accomplis' },
  risks: { en: 'Risks', fr: 'Risques' },
  events: { en: 'Exceptional events', fr: 'Événements exceptionnels' },
  unit: { en: 'Attestation for the unit', fr: 'Attestation de l’unité' },
  finance: { en: 'Attestation for finance', fr: 'Attestation des finances' },
} as const satisfies Record<NarrativeSection | AttestationRole, Bilingual>;

export const cellLabels = {
  value: { en: 'Indicator', fr: 'Indicateur' },
  numerator: { en: 'Numerator', fr: 'Numérateur' },
  denominator: { en: 'Denominator', fr: 'Dénominateur' },
  category: { en: 'Category', fr: 'Catégorie' },
  entered: { en: 'Figure entered', fr: 'Chiffre saisi' },
  agreement: { en: 'Figure of an agreement', fr: 'Chiffre d’une entente' },
  budget: { en: 'Budget line', fr: 'Ligne budgétaire' },
  cash: { en: 'Cash flow', fr: 'Flux de trésorerie' },
  ledger: { en: 'Backlog ledger', fr: 'Registre de l’arriéré' },
  panel: { en: 'Month of a unit', fr: 'Mois d’une unité' },
} as const satisfies Record<Cell['what'], Bilingual>;

/** What a cell counts, by the name that its kind gives it. */
export function cellName(content: Pick<ReturnContent, 'framework' | 'funding' | 'categories'>, cell: Cell): Bilingual {
  const { what, code } = cell;
  const funding = compoundCellName(content, cell);
  if (funding) return funding;
  if (what === 'panel') return measureName(code);
  if (what === 'ledger')
    return (ledgerCategories as Readonly<Record<string, Bilingual | undefined>>)[code] ?? { en: code, fr: code };
  return content.framework.indicators.find((each) => each.code === code)?.name ?? { en: code, fr: code };
}
