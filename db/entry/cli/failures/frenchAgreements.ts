import type { FailureWords } from './words.ts';

/** What the kind of the workspace does not allow, nor that a coordinator sees some agreements only. */
export const frenchAgreements = {
  workspace_kind: [
    'Ce n’est pas possible dans ce type d’espace',
    'Rien n’a été modifié. Les dossiers se trouvent dans les espaces d’unité; les rapports, dans les espaces de coordination.',
  ],
  all_agreements_needed: [
    'Cela touche toutes les ententes',
    'Rien n’a été modifié. Vous ne voyez que certaines ententes : une personne qui les voit toutes peut s’en charger.',
  ],
  agreements_not_limited: [
    'Seul le rôle de coordination peut se limiter à certaines ententes',
    'Rien n’a été modifié. Qui administre accorde des droits sur toutes les ententes, et les voit toutes.',
  ],
  units_of_other_agreements: [
    'Ce fichier parle d’unités hors de vos ententes',
    'Rien n’a été importé. Une personne qui voit toutes les ententes peut le reprendre.',
  ],
} as const satisfies Partial<FailureWords['reasons']>;
