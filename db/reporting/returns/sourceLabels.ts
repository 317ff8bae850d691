import type { Bilingual } from '#contract/ground/common';
import type { SourceKind } from '#contract/reporting/packs';

/** What the figures of a return were received as. */
export const sourceKindLabels = {
  pack: { en: 'Signed quarter pack', fr: 'Envoi trimestriel signé' },
  return: { en: 'Signed return', fr: 'Rapport signé' },
  kit: { en: 'Form of a unit without Vigie - UNSIGNED', fr: 'Formulaire d’une unité sans Vigie - NON SIGNÉ' },
} as const satisfies Record<SourceKind, Bilingual>;
