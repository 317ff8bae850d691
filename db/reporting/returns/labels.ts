import type { z } from 'zod';
import type { LedgerTerm, Measure, ValueSource, ValueStatus } from '#contract/ground/codes';
import type { Bilingual } from '#contract/ground/common';
import type { checkCode, IndicatorValue } from '#contract/reporting/returns';

/** Labels of an export, in both languages: a return is read in the funder's office, without Vigie. */

const ledgerTermLabels = {
  received: { en: 'Received', fr: 'Reçus' },
  proactive: { en: 'Proactive', fr: 'Proactifs' },
  reopened: { en: 'Reopened', fr: 'Rouverts' },
  returned: { en: 'Returned from court', fr: 'Revenus du tribunal' },
  transferred_in: { en: 'Transferred in', fr: 'Transférés ici' },
  concluded: { en: 'Concluded', fr: 'Conclus' },
  administrative: { en: 'Closed administratively', fr: 'Clos administrativement' },
  to_court: { en: 'Gone to court', fr: 'Portés au tribunal' },
  transferred_out: { en: 'Transferred out', fr: 'Transférés ailleurs' },
  reclassified: { en: 'Reclassified', fr: 'Reclassés' },
} as const satisfies Record<LedgerTerm, Bilingual>;

export const ledgerCategories = {
  opening: { en: 'Opening', fr: 'Début' },
  ...ledgerTermLabels,
  closing: { en: 'Closing', fr: 'Fin' },
} as const satisfies Record<LedgerTerm | 'opening' | 'closing', Bilingual>;

export const ledgerLabel: Bilingual = { en: 'Backlog ledger', fr: 'Registre de l’arriéré' };

export const cashLabel: Bilingual = { en: 'Cash flow and claim', fr: 'Flux de trésorerie et demande de remboursement' };

export const measureLabels = {
  backlog_opening: { en: 'Opening backlog', fr: 'Arriéré d’ouverture' },
  ...ledgerTermLabels,
  investigations_opened: { en: 'Investigations opened', fr: 'Enquêtes ouvertes' },
  investigations_concluded: { en: 'Investigations concluded', fr: 'Enquêtes conclues' },
  concluded_at_court: {
    en: 'Investigations concluded while with Crown or court',
    fr: 'Enquêtes conclues alors qu’elles étaient à la Couronne ou au tribunal',
  },
  arrests: { en: 'Arrests', fr: 'Arrestations' },
  charges_laid: { en: 'Charges laid', fr: 'Accusations portées' },
  referrals_bundled: { en: 'Referrals bundled', fr: 'Signalements regroupés' },
  persons_charged: { en: 'Persons charged', fr: 'Personnes accusées' },
  dispositions: { en: 'Charges disposed of', fr: 'Accusations réglées' },
  authorizations: { en: 'Judicial authorizations', fr: 'Autorisations judiciaires' },
  victims_identified: { en: 'Victims identified', fr: 'Victimes identifiées' },
  victims_safeguarded: { en: 'Victims safeguarded', fr: 'Victimes mises en sécurité' },
  devices_seized: { en: 'Devices seized', fr: 'Appareils saisis' },
  devices_examined: { en: 'Devices examined', fr: 'Appareils examinés' },
  support_referrals: {
    en: 'Support and child-protection referrals',
    fr: 'Orientations vers le soutien et la protection de l’enfance',
  },
  partner_services: { en: 'Partner services joined', fr: 'Services partenaires ralliés' },
  fte_base: { en: 'Staff in post, unit budget (FTE)', fr: 'Personnel en poste, budget de l’unité (ETP)' },
  fte_funded: { en: 'Staff in post, Strategy-funded (FTE)', fr: 'Personnel en poste, financé par la Stratégie (ETP)' },
  overtime_base_hours: { en: 'Overtime hours, unit budget', fr: 'Heures supplémentaires, budget de l’unité' },
  overtime_funded_hours: {
    en: 'Overtime hours, Strategy-funded',
    fr: 'Heures supplémentaires, financées par la Stratégie',
  },
} as const satisfies Record<Measure, Bilingual>;
/** A measure as a pack wrote it, or its code where a later version knows it by another. */
export function measureName(code: string): Bilingual {
  return (measureLabels as Readonly<Record<string, Bilingual | undefined>>)[code] ?? { en: code, fr: code };
}

export const statusLabels = {
  complete: { en: 'Complete', fr: 'Complet' },
  partial: { en: 'Partial', fr: 'Partiel' },
  not_available: { en: 'Not available', fr: 'Non disponible' },
  zero_confirmed: { en: 'Zero, confirmed', fr: 'Zéro confirmé' },
} as const satisfies Record<ValueStatus, Bilingual>;

export const sourceLabels = {
  counted: { en: 'Counted from files by the unit', fr: 'Compté à partir des dossiers par l’unité' },
  declared: { en: 'Declared by the unit', fr: 'Déclaré par l’unité' },
} as const satisfies Record<ValueSource, Bilingual>;

export const calculationLabels = {
  pack: { en: 'From the unit’s quarter pack', fr: 'Tiré de l’envoi trimestriel de l’unité' },
  sum: { en: 'Sum over units', fr: 'Somme des unités' },
  units: { en: 'From the figures of the units', fr: 'Tiré des chiffres des unités' },
  ledger: { en: 'From the backlog ledger', fr: 'Tiré du registre de l’arriéré' },
  counterfactual: { en: 'Estimate', fr: 'Estimation' },
  funding: { en: 'From the agreement’s registers', fr: 'Tiré des registres de l’entente' },
  entered: { en: 'Entered by the coordinator', fr: 'Saisi par la coordination' },
  agreements: { en: 'Sum over agreements', fr: 'Somme des ententes' },
} as const satisfies Record<IndicatorValue['calculation'], Bilingual>;

export const checkLabels = {
  pack_missing: {
    en: 'No quarter pack covers this quarter for the unit',
    fr: 'Aucun envoi trimestriel ne couvre ce trimestre pour l’unité',
  },
  pack_not_latest: {
    en: 'A later quarter’s pack has replaced figures of this quarter’s pack',
    fr: 'L’envoi d’un trimestre ultérieur a remplacé des chiffres de l’envoi de ce trimestre',
  },
  month_missing: {
    en: 'Months without data and without the unit’s word on them',
    fr: 'Mois sans données et sans confirmation de l’unité',
  },
  month_partial: {
    en: 'The unit says that the count is partial or not available',
    fr: 'L’unité indique que le compte est partiel ou non disponible',
  },
  ledger_unbalanced: { en: 'The ledger does not balance', fr: 'Le registre ne s’équilibre pas' },
  staffing_missing: {
    en: 'Staff in post or overtime not declared',
    fr: 'Personnel en poste ou heures supplémentaires non déclarés',
  },
  closing_differs_from_reported: {
    en: 'The opening backlog differs from the closing reported for the quarter before',
    fr: 'L’arriéré au début diffère de celui déclaré à la fin du trimestre précédent',
  },
  large_change: {
    en: 'Large change from the quarter before, not explained',
    fr: 'Grand écart par rapport au trimestre précédent, non expliqué',
  },
  narrative_missing: {
    en: 'A section of the narrative is blank',
    fr: 'Une section de l’exposé est en blanc',
  },
  attestation_missing: {
    en: 'An attestation is missing',
    fr: 'Une attestation manque',
  },
  reason_missing: {
    en: 'A restated figure has no reason',
    fr: 'Un chiffre redressé est sans motif',
  },
  variance_unexplained: {
    en: 'Spending departs from its forecast beyond the threshold, not explained',
    fr: 'Les dépenses s’écartent de la prévision au-delà du seuil, sans explication',
  },
  counterfactual_refused: {
    en: 'The backlog avoided cannot be estimated',
    fr: 'L’arriéré évité ne peut pas être estimé',
  },
  unsigned_form: {
    en: 'Figures come from an unsigned form of a unit without Vigie',
    fr: 'Des chiffres viennent du formulaire non signé d’une unité sans Vigie',
  },
  not_entered: {
    en: 'Indicators to enter of which no figure was entered',
    fr: 'Indicateurs à saisir dont aucun chiffre n’a été saisi',
  },
  entry_differs: {
    en: 'The figure entered differs from the one computed, not explained',
    fr: 'Le chiffre saisi diffère du chiffre calculé, sans explication',
  },
  breakdown_differs: {
    en: 'Counts that have changed since their categories were told',
    fr: 'Comptes qui ont changé depuis que leurs catégories ont été transmises',
  },
  not_reported: {
    en: 'Indicators that the unit does not report',
    fr: 'Indicateurs que l’unité ne déclare pas',
  },
  no_unit: {
    en: 'The agreement funds no unit in this quarter',
    fr: 'L’entente ne finance aucune unité pendant ce trimestre',
  },
} as const satisfies Record<z.infer<typeof checkCode>, Bilingual>;
