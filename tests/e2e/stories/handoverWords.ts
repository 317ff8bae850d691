import type { Locale } from '../../../electron/contract/ground/codes.ts';

/** What the story of a handover reads on screen. */
export interface HandoverWords {
  readonly note: string;
  readonly task: string;
  readonly owner: string;
  readonly nextStep: string;
  readonly exhibit: string;
  readonly notesTitle: string;
  readonly showText: string;
  readonly handover: string;
  readonly title: (name: string) => string;
  readonly empty: string;
  readonly parts: readonly [string, string, string];
  readonly notesPart: string;
  readonly training: string;
  readonly leavesOn: string;
  readonly printed: string;
  readonly to: string;
  readonly given: string;
  readonly undo: string;
  readonly undone: RegExp;
  readonly conclude: string;
  readonly taskOpen: string | RegExp;
  readonly deviceOpen: RegExp;
  readonly lock: string;
  readonly login: string;
  readonly passphrase: string;
}

export const handoverWords: Readonly<Record<Locale, HandoverWords>> = {
  en: {
    note: 'Note',
    task: 'Task',
    owner: 'Owner',
    nextStep: 'Next step',
    exhibit: 'Exhibit number',
    notesTitle: 'Notes',
    showText: 'Show text',
    handover: 'Handover',
    title: (name) => `Handover of ${name}`,
    empty: 'No open items.',
    parts: ['Investigations', 'Referrals', 'Tasks'],
    notesPart: 'Handover notes',
    training: 'Training and notes',
    leavesOn: 'Departure date',
    printed: 'Saved.',
    to: 'New officer',
    given: '3 items to M. Next',
    undo: 'Undo',
    undone: /Undone on \d{4}/,
    conclude: 'cannot be concluded yet',
    taskOpen: 'Task not done: Call the provider',
    deviceOpen: /Device not examined/,
    lock: 'Lock',
    login: 'Login',
    passphrase: 'Passphrase',
  },
  fr: {
    note: 'Note',
    task: 'Tâche',
    owner: 'Responsable',
    nextStep: 'Prochaine étape',
    exhibit: 'Numéro de pièce',
    notesTitle: 'Notes',
    showText: 'Afficher le texte',
    handover: 'Transition',
    title: (name) => `Transition : ${name}`,
    empty: 'Aucun élément ouvert.',
    parts: ['Enquêtes', 'Signalements', 'Tâches'],
    notesPart: 'Notes de transition',
    training: 'Formation et notes',
    leavesOn: 'Date de départ',
    printed: 'Enregistré.',
    to: 'Nouveau responsable',
    given: '3 éléments à M. Next',
    undo: 'Défaire',
    undone: /Annulé le \d{4}/,
    conclude: 'ne peut pas encore être conclue',
    taskOpen: /Tâche non faite\s: Call the provider/,
    deviceOpen: /Appareil non examiné/,
    lock: 'Verrouiller',
    login: 'Nom d’utilisateur',
    passphrase: 'Phrase de passe',
  },
};
