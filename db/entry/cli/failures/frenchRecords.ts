import type { FailureWords } from './words.ts';

/** Of records that are sealed, kept for a time or purged. */
export const frenchRecords = {
  record_still_open: [
    'Un dossier encore ouvert ne peut être retiré de la vue',
    'Rien n’a été fait. Concluez d’abord le dossier.',
  ],
  kept_longer: [
    'Un de ces dossiers doit être conservé plus longtemps',
    'Rien n’a été fait : il a été rouvert, est retenu, ou sa règle le conserve plus longtemps. Retirez son approbation.',
  ],
  second_person_needed: [
    'Vous avez approuvé vous-même cette élimination',
    'Rien n’a été supprimé. Une autre personne, de l’administration, doit l’effectuer.',
  ],
} as const satisfies Partial<FailureWords['reasons']>;
