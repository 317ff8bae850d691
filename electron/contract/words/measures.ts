import { both } from './both.ts';
import { notAvailable, notRecorded, unknown, unknownAge } from './common.ts';
import { casework } from './casework.ts';
import { closingBalance, openingBalance } from './terms.ts';

const ledgerTerm = {
  received: both('Received', 'Reçus'),
  proactive: both('Proactive', 'Proactifs'),
  reopened: both('Reopened', 'Rouverts'),
  returned: both('Returned from court', 'Revenus du tribunal'),
  transferred_in: both('Transferred in', 'Transférés ici'),
  concluded: both('Concluded', 'Conclus'),
  administrative: both('Closed administratively', 'Clos administrativement'),
  to_court: both('To court', 'Portés au tribunal'),
  transferred_out: both('Transferred out', 'Transférés ailleurs'),
  reclassified: both('Reclassified', 'Reclassés'),
};

const arrests = both('Arrests', 'Arrestations');
const devicesSeized = both('Devices seized', 'Appareils saisis');
const devicesExamined = both('Devices examined', 'Appareils examinés');

const outcomeMeasure = {
  investigations_opened: both('Investigations opened', 'Enquêtes ouvertes'),
  investigations_concluded: both('Investigations concluded', 'Enquêtes conclues'),
  arrests,
  charges_laid: both('Charges laid', 'Accusations portées'),
  referrals_bundled: both('Referrals bundled', 'Signalements regroupés'),
};

const caseMeasure = {
  persons_charged: both('Persons charged', 'Personnes accusées'),
  dispositions: both('Charges disposed of', 'Accusations réglées'),
  authorizations: both('Judicial authorizations', 'Autorisations judiciaires'),
  victims_identified: both('Victims identified', 'Victimes identifiées'),
  victims_safeguarded: both('Victims safeguarded', 'Victimes mises en sécurité'),
  devices_seized: devicesSeized,
  devices_examined: devicesExamined,
  support_referrals: both(
    'Support and child-protection referrals',
    'Orientations vers le soutien et la protection de l’enfance',
  ),
  partner_services: both('Partner services joined', 'Services partenaires ralliés'),
};

const staffingMeasure = {
  fte_base: both('FTE in post, unit budget', 'ETP en poste, budget de l’unité'),
  fte_funded: both('FTE in post, Strategy-funded', 'ETP en poste, financés par la Stratégie'),
  overtime_base_hours: both('Overtime hours, unit budget', 'Heures supplémentaires, budget de l’unité'),
  overtime_funded_hours: both('Overtime hours, Strategy-funded', 'Heures supplémentaires, financées par la Stratégie'),
};

const clearance = {
  charge: casework.clearanceOutcome.charge,
  otherwise: casework.clearanceOutcome.otherwise,
  not_cleared: casework.clearanceOutcome.not_cleared,
  unfounded: both('Unfounded', 'Non fondée'),
  unknown: notRecorded,
};

/** What is counted, how sure a count is, and what it is broken down by. */
export const measures = {
  ledgerTerm,
  ledger: { opening: openingBalance, ...ledgerTerm, closing: closingBalance },
  outcomeMeasure,
  caseMeasure,
  staffingMeasure,
  measure: {
    backlog_opening: both('Opening backlog', 'Arriéré d’ouverture'),
    ...ledgerTerm,
    ...outcomeMeasure,
    concluded_at_court: both(
      'Investigations concluded while with Crown or court',
      'Enquêtes conclues pendant qu’elles étaient à la Couronne ou au tribunal',
    ),
    ...caseMeasure,
    ...staffingMeasure,
  },
  movement: {
    fell: both('fell', 'baisse'),
    held: both('stable', 'stable'),
    grew: both('grew', 'hausse'),
    unknown: both('not comparable', 'non comparable'),
  },
  valueStatus: {
    complete: both('Complete', 'Complet'),
    partial: both('Partial', 'Partiel'),
    not_available: notAvailable,
    zero_confirmed: both('Zero, confirmed', 'Zéro confirmé'),
  },
  valueSource: {
    counted: both('Counted from files', 'Compté à partir des dossiers'),
    declared: both('Declared by the unit', 'Déclaré par l’unité'),
  },
  operationFigure: {
    referrals: both('Referrals received', 'Signalements reçus'),
    filesOpened: both('Files opened', 'Dossiers ouverts'),
    filesConcluded: both('Files concluded', 'Dossiers conclus'),
    arrests,
    charges: both('Counts of charges laid', 'Chefs d’accusation portés'),
    devicesSeized,
    devicesExamined,
  },
  policeStatistic: {
    actual_incidents: both('Actual incidents', 'Affaires réelles'),
    unfounded: both('Unfounded incidents', 'Affaires non fondées'),
    percent_unfounded: both('Percentage unfounded', 'Pourcentage d’affaires non fondées'),
    total_cleared: both('Total cleared', 'Total, affaires classées'),
    cleared_by_charge: both('Cleared by charge', 'Classées par mise en accusation'),
    cleared_otherwise: both('Cleared otherwise', 'Classées sans mise en accusation'),
    total_persons_charged: both('Total persons charged', 'Total, personnes accusées'),
    adults_charged: both('Adults charged', 'Adultes accusés'),
    youth_charged: both('Youth charged', 'Jeunes accusés'),
    youth_not_charged: both('Youth not charged', 'Jeunes non accusés'),
  },
  breakdown: {
    risk_band: both('Risk band', 'Niveau de risque'),
    stage: both('Stage of a file', 'Étape d’un dossier'),
    source: both('Source of the referral', 'Source du signalement'),
    origin: both('Reactive or proactive', 'Réactive ou proactive'),
    clearance: both('Clearance', 'Classement'),
    offence_section: both('Section of the Code', 'Disposition du Code'),
    youth_adult: both('Young persons and adults', 'Adolescents et adultes'),
    disposition: both('Outcome', 'Issue'),
    age_band: both('Age', 'Âge'),
    gender: both('Gender', 'Genre'),
    kind: both('Type of authority', 'Type d’autorisation'),
    barrier: both('Main barrier', 'Obstacle principal'),
  },
};

/** The categories of a breakdown that have a name of their own; those of a catalogue are named in the return. */
export const categories = {
  risk_band: { ...casework.riskBand, unknown: both('Not scored', 'Non évalué') },
  stage: {
    assigned: both('Receipt to assignment', 'Réception à affectation'),
    first_action: both('Assignment to first action', 'Affectation à première mesure'),
    conclusion: both('First action to conclusion', 'Première mesure à conclusion'),
    whole: both('Receipt to leaving the backlog', 'Réception à sortie de l’arriéré'),
  },
  source: { ...casework.referralSource, unknown },
  origin: {
    reactive: both('From a referral', 'À partir d’un signalement'),
    proactive: both('Proactive', 'Proactive'),
    unknown,
  },
  clearance,
  offence_section: { other_section: both('Other section', 'Autre disposition'), unknown },
  youth_adult: {
    youth: both('Young persons (12 to 17)', 'Adolescents (12 à 17 ans)'),
    adult: both('Adults', 'Adultes'),
    unknown: unknownAge,
  },
  disposition: { ...casework.disposition, unknown },
  age_band: casework.ageBand,
  gender: casework.gender,
  kind: { unknown },
  barrier: { not_asked: casework.gender.not_asked, unknown },
};
