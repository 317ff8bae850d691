import { both } from './both.ts';
import { other } from './common.ts';

export const week = {
  weekPart: {
    danger: both('Children in danger and decisions owed', 'Enfants en danger et décisions à prendre'),
    court: both('In court', 'Au tribunal'),
    legal: both('Authorities and legal dates', 'Autorisations et échéances légales'),
    other: both('Tasks and other dates', 'Tâches et autres échéances'),
    unassigned: both('No lead', 'Sans responsable'),
    waiting: both('Waiting on others', 'En attente de tiers'),
  },
  hearingKind: {
    first_appearance: both('First appearance', 'Première comparution'),
    bail_hearing: both('Bail hearing', 'Enquête sur mise en liberté'),
    preliminary_inquiry: both('Preliminary inquiry', 'Enquête préliminaire'),
    pretrial_conference: both('Pre-trial conference', 'Conférence préparatoire'),
    plea: both('Plea', 'Plaidoyer'),
    trial: both('Trial', 'Procès'),
    sentencing: both('Sentencing', 'Détermination de la peine'),
    application: both('Application', 'Requête'),
    other,
  },
  hearingOutcome: {
    held: both('Proceeded', 'Tenue'),
    adjourned: both('Adjourned', 'Ajournée'),
    cancelled: both('Vacated', 'Annulée'),
    warrant_issued: both('Arrest warrant issued', 'Mandat d’arrestation décerné'),
  },
};
