import { both } from './both.ts';

/** What several lists of codes need, written once so that it cannot differ between them. */
export const unknown = both('Unknown', 'Inconnu');
export const unknownAge = both('Age unknown', 'Âge inconnu');
export const other = both('Other', 'Autre');
export const title = both('Title', 'Titre');
export const notRecorded = both('Not recorded', 'Non inscrit');
export const yes = both('Yes', 'Oui');
export const no = both('No', 'Non');
export const status = both('Status', 'Statut');
export const none = both('None', 'Aucun');
export const notAvailable = both('Not available', 'Non disponible');
export const english = both('English', 'anglais');
export const french = both('French', 'français');
export const funded = both('Strategy-funded', 'Financé par la Stratégie');
export const unitBudget = both('Unit budget', 'Budget de l’unité');
export const school = both('School', 'École');
export const victimSupport = both('Support for victims', 'Soutien aux victimes');
export const exceptionalEvent = both('Exceptional event', 'Événement exceptionnel');
export const inPreparation = both('In preparation', 'En préparation');
export const childProtection = both('Child protection', 'Protection de l’enfance');

/** Kinds of record of a file. */
export const person = both('Person', 'Personne');
export const identifier = both('Identifier', 'Identifiant');
export const offence = both('Offence', 'Infraction');
export const authority = both('Authority', 'Autorisation');
