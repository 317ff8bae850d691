import type { Bilingual } from '#contract/ground/common';

/** The titles and sentences of the handover's page; what names a concept is in the glossary. */
export const words = {
  documentOn: { en: 'Onboarding document given on', fr: 'Document de transition remis le' },
  files: { en: 'Open investigations', fr: 'Enquêtes ouvertes' },
  referrals: { en: 'Referrals assigned', fr: 'Signalements attribués' },
  papers: { en: 'Disclosure and access', fr: 'Communication et accès' },
  training: { en: 'Training and notes for the next officer', fr: 'Formation et notes pour la relève' },
} as const satisfies Record<string, Bilingual>;
