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
} as const satisfies Partial<FailureWords['reasons']>;
