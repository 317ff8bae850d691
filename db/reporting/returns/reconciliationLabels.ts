import type { Bilingual } from '#contract/ground/common';
import type { ReconciliationState } from '#contract/reporting/reconciliation';

export const reconciliationLabels = {
  agrees: { en: 'They agree', fr: 'Concordent' },
  explained: { en: 'They differ, explained', fr: 'Diffèrent, écart expliqué' },
  differs: { en: 'They differ, not explained', fr: 'Diffèrent, écart non expliqué' },
  not_computed: {
    en: 'Not computed: the figure entered is reported',
    fr: 'Non calculé : le chiffre saisi est déclaré',
  },
  not_entered: { en: 'Not entered', fr: 'Non saisi' },
  neither: { en: 'Neither computed nor entered', fr: 'Ni calculé ni saisi' },
} as const satisfies Record<ReconciliationState, Bilingual>;

/** The codes of the column `source` that say how two figures stand to each other. */
export const reconciliationSources: Readonly<Record<string, Bilingual>> = Object.fromEntries(
  Object.entries(reconciliationLabels).map(([state, label]) => [`reconciliation_${state}`, label]),
);

/** The two figures and what lies between them. */
export const collectionLabels = {
  computed: { en: 'Computed by Vigie', fr: 'Calculé par Vigie' },
  entered: { en: 'Entered by the coordinator', fr: 'Saisi par la coordination' },
  difference: { en: 'Entered less computed', fr: 'Saisi moins calculé' },
} as const satisfies Record<string, Bilingual>;
