import type { FailureWords } from './words.ts';

/** Of papers that are printed and sent. */
export const frenchPapers = {
  paper_decision_stale: [
    'Un élément a changé depuis la décision prise à son sujet',
    'Rien n’a été transmis. Ouvrez les éléments signalés et décidez de nouveau.',
  ],
  paper_empty: [
    'Il n’y a rien à communiquer',
    'Rien n’a été transmis. Le dossier ne contient aucun élément nouveau ou modifié.',
  ],
  paper_changed_since: [
    'Le dossier a changé depuis cette transmission',
    'Rien n’a été écrit : ce ne serait plus la même chose. Transmettez un complément avec ce qui est nouveau ou modifié.',
  ],
  print_failed: [
    'Le PDF n’a pas pu être produit',
    'Rien n’a été écrit. Exportez de nouveau; si l’échec se répète, redémarrez Vigie.',
  ],
} as const satisfies Partial<FailureWords['reasons']>;
