import type { ClockUrgency } from '#contract/casework/clocks';
import type { ReferralState, WaitingState } from '#contract/ground/codes';
import type { Bilingual } from '#contract/ground/common';

export const words = {
  title: { en: 'Handover', fr: 'Passation des dossiers' },
  of: { en: 'Officer', fr: 'Membre' },
  unit: { en: 'Unit', fr: 'Unité' },
  made: { en: 'Made on', fr: 'Établi le' },
  leavesOn: { en: 'Leaves on', fr: 'Départ le' },
  documentOn: { en: 'Onboarding document given on', fr: 'Document de transition remis le' },
  files: { en: 'Open investigations', fr: 'Enquêtes ouvertes' },
  referrals: { en: 'Referrals assigned', fr: 'Signalements attribués' },
  due: { en: 'Deadlines', fr: 'Échéances' },
  tasks: { en: 'Tasks', fr: 'Tâches' },
  papers: { en: 'Disclosure and access', fr: 'Communication et accès' },
  reference: { en: 'Reference', fr: 'Référence' },
  kind: { en: 'Kind', fr: 'Nature' },
  recipient: { en: 'For', fr: 'Destinataire' },
  sentOn: { en: 'Sent on', fr: 'Transmis le' },
  inPreparation: { en: 'in preparation', fr: 'en préparation' },
  training: { en: 'Training and notes for whoever follows', fr: 'Formation et notes pour la relève' },
  number: { en: 'Number', fr: 'Numéro' },
  openedOn: { en: 'Opened', fr: 'Ouverte le' },
  receivedOn: { en: 'Received', fr: 'Reçu le' },
  waiting: { en: 'State of waiting', fr: 'État d’attente' },
  since: { en: 'Since', fr: 'Depuis le' },
  nextStep: { en: 'Next step', fr: 'Prochaine étape' },
  state: { en: 'State', fr: 'État' },
  date: { en: 'Date', fr: 'Date' },
  standing: { en: 'Standing', fr: 'Situation' },
  what: { en: 'What', fr: 'Quoi' },
  none: { en: 'None.', fr: 'Aucun élément.' },
} as const satisfies Record<string, Bilingual>;

export const waitingWords: Readonly<Record<WaitingState, Bilingual>> = {
  unassigned: { en: 'Unassigned', fr: 'Non attribuée' },
  active: { en: 'Active', fr: 'Active' },
  provider: { en: 'Waiting on service provider', fr: 'En attente du fournisseur de services' },
  lab: { en: 'Waiting on laboratory', fr: 'En attente du laboratoire' },
  other_service: { en: 'Waiting on another police service', fr: 'En attente d’un autre service de police' },
  crown_or_court: { en: 'With Crown or court', fr: 'À la Couronne ou au tribunal' },
};

export const referralStateWords: Readonly<Partial<Record<ReferralState, Bilingual>>> = {
  received: { en: 'Received', fr: 'Reçu' },
  triaged: { en: 'Triaged', fr: 'Trié' },
  assigned: { en: 'Assigned', fr: 'Attribué' },
};

export const urgencyWords: Readonly<Record<ClockUrgency, Bilingual>> = {
  overdue: { en: 'Overdue', fr: 'En retard' },
  today: { en: 'Today', fr: 'Aujourd’hui' },
  reminder: { en: 'Soon', fr: 'Bientôt' },
  ahead: { en: 'Ahead', fr: 'À venir' },
};
