import type { Bilingual } from '#contract/ground/common';
import type { PaperSection, Treatment } from '#contract/custody/disclosure';

export const sectionWords: Readonly<Record<PaperSection, Bilingual>> = {
  file: { en: 'The file', fr: 'Le dossier' },
  referrals: { en: 'Referrals', fr: 'Signalements' },
  triage: { en: 'Triage and child protection', fr: 'Triage et protection de l’enfance' },
  persons: { en: 'Persons', fr: 'Personnes' },
  identifiers: { en: 'Identifiers', fr: 'Identifiants' },
  offences: { en: 'Offences', fr: 'Infractions' },
  authorities: { en: 'Authorities and deadlines', fr: 'Autorisations et échéances' },
  devices: { en: 'Devices', fr: 'Appareils' },
  charges: { en: 'Arrests, charges and clearance', fr: 'Arrestations, accusations et classement' },
  support: { en: 'Support for victims', fr: 'Soutien aux victimes' },
  partners: { en: 'Partner services', fr: 'Services partenaires' },
  tasks: { en: 'Tasks', fr: 'Tâches' },
  notes: { en: 'Notes', fr: 'Notes' },
  links: { en: 'Links', fr: 'Liens' },
  history: { en: 'History of the file', fr: 'Historique du dossier' },
};

export const treatmentWords: Readonly<Record<Treatment, Bilingual>> = {
  included: { en: 'Given whole', fr: 'Donné en entier' },
  redacted: { en: 'Given in part', fr: 'Donné en partie' },
  left_out: { en: 'Left out', fr: 'Retiré' },
};

export const words = {
  supplement: { en: 'supplement', fr: 'complément' },
  withheldTitle: { en: 'What is withheld', fr: 'Ce qui est retenu' },
  fictitious: {
    en: 'FICTITIOUS DATA - demonstration: every file, person and number is invented.',
    fr: 'DONNÉES FICTIVES - démonstration : les dossiers, les personnes et les numéros sont inventés.',
  },
  reference: { en: 'Reference', fr: 'Référence' },
  addsTo: { en: 'Adds to', fr: 'S’ajoute à' },
  recipient: { en: 'For', fr: 'Destinataire' },
  file: { en: 'Investigation', fr: 'Enquête' },
  unit: { en: 'Unit', fr: 'Unité' },
  requestedOn: { en: 'Requested on', fr: 'Demandé le' },
  issuedOn: { en: 'Sent on', fr: 'Transmis le' },
  names: { en: 'Names of persons', fr: 'Noms des personnes' },
  namesGiven: {
    en: 'Given by choice of whoever issued this paper, for the Crown alone. A publication ban may apply.',
    fr: 'Donnés par choix de la personne qui transmet ce document, pour la Couronne seulement. Une interdiction de publication peut s’appliquer.',
  },
  namesWithheld: { en: 'Withheld.', fr: 'Retenus.' },
  namesOfOthers: {
    en: 'Those of others are withheld unless someone decided otherwise.',
    fr: 'Ceux d’autrui sont retenus, sauf décision contraire.',
  },
  counts: { en: 'Records', fr: 'Éléments' },
  grounds: { en: 'Grounds', fr: 'Motifs' },
  groundsText: {
    en: 'A black block bears the mark of its ground. Its size says nothing of what it covers.',
    fr: 'Un bloc noir porte la marque de son motif. Sa taille ne dit rien de ce qu’il couvre.',
  },
  mark: { en: 'Mark', fr: 'Marque' },
  ground: { en: 'Ground', fr: 'Motif' },
  chronology: { en: 'Chronology', fr: 'Chronologie' },
  date: { en: 'Date', fr: 'Date' },
  record: { en: 'Record', fr: 'Élément' },
  part: { en: 'Part', fr: 'Partie' },
  treatment: { en: 'Treatment', fr: 'Traitement' },
  revised: { en: 'changed since it was last given', fr: 'modifié depuis sa dernière communication' },
  removed: {
    en: 'Records given earlier that the file no longer holds',
    fr: 'Éléments donnés auparavant que le dossier ne contient plus',
  },
  nothing: { en: 'Nothing is withheld.', fr: 'Rien n’est retenu.' },
  none: { en: 'None', fr: 'Aucun' },
} as const satisfies Record<string, Bilingual>;
