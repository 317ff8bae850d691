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
  readonly summary: string | RegExp;
  readonly empty: string | RegExp;
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
    summary: 'Open investigations: 1; referrals: 1; tasks: 1.',
    empty: 'Open investigations: 0; referrals: 0; tasks: 0.',
    parts: ['Investigations 1', 'Referrals 1', 'Tasks 1'],
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
    summary: /Enquêtes ouvertes\s: 1; signalements\s: 1; tâches\s: 1\./,
    empty: /Enquêtes ouvertes\s: 0; signalements\s: 0; tâches\s: 0\./,
    parts: ['Enquêtes 1', 'Signalements 1', 'Tâches 1'],
    notesPart: 'Notes de transition',
    training: 'Formation et notes',
    leavesOn: 'Date de départ',
    printed: 'Enregistré.',
    to: 'Nouveau responsable',
    given: '3 éléments à M. Next',
    undo: 'Annuler',
    undone: /Annulé le \d{4}/,
    conclude: 'ne peut pas encore être conclue',
    taskOpen: /Tâche non faite\s: Call the provider/,
    deviceOpen: /Appareil non examiné/,
    lock: 'Verrouiller',
    login: 'Identifiant',
    passphrase: 'Phrase de passe',
  },
};
