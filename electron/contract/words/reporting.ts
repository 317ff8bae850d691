import { both } from './both.ts';
import { english, french, inPreparation, victimSupport } from './common.ts';
import { backlogMovements, closingBalance, disclosurePackage, openingBalance } from './terms.ts';

const returnSigned = both('Signed return', 'Rapport signé');
const computed = both('Computed', 'Calculé');
const entered = both('Entered', 'Saisi');
const risks = both('Risks', 'Risques');
const cashFlow = both('Cash flow', 'Flux de trésorerie');

/** The codes of agreements, packs, returns and disclosure packages. */
export const reporting = {
  sourceKind: {
    pack: both('Signed quarter pack', 'Transmission trimestrielle signée'),
    return: returnSigned,
    kit: both('UNSIGNED form', 'Formulaire NON SIGNÉ'),
  },
  language: { en: english, fr: french },
  collection: { computed, entered, both: both('Both, reconciled', 'Les deux, rapprochés') },
  register: {
    budget: both('Budget', 'Budget'),
    cash: cashFlow,
    positions: both('Positions', 'Postes'),
    training: both('Training', 'Formation'),
    equipment: both('Equipment and licences', 'Équipement et licences'),
    activities: both('Activities', 'Activités'),
    risks,
    reports: both('Required reports', 'Rapports exigés'),
    amendments: both('Amendments', 'Avenants'),
    targets: both('Baselines and targets', 'Bases de référence et cibles'),
  },
  reportState: {
    not_begun: both('Not begun', 'Non commencé'),
    in_preparation: inPreparation,
    locked: both('Locked', 'Verrouillé'),
    sent: both('Sent', 'Transmis'),
  },
  actuals: { preliminary: both('Preliminary', 'Préliminaires'), final: both('Final', 'Définitives') },
  part: {
    progress: both('Progress', 'Progrès accomplis'),
    risks,
    events: both('Exceptional events', 'Événements exceptionnels'),
    unit: both('Attestation for the unit', 'Attestation de l’unité'),
    finance: both('Attestation for finance', 'Attestation des finances'),
  },
  cell: {
    value: both('Indicator', 'Indicateur'),
    numerator: both('Numerator', 'Numérateur'),
    denominator: both('Denominator', 'Dénominateur'),
    category: both('Category', 'Catégorie'),
    entered: both('Figure entered', 'Chiffre saisi'),
    agreement: both('Figure of an agreement', 'Chiffre d’une entente'),
    budget: both('Budget line', 'Ligne budgétaire'),
    cash: cashFlow,
    ledger: backlogMovements,
    panel: both('Month of a unit', 'Mois d’une unité'),
  },
  reconciliation: {
    agrees: both('They agree', 'Concordent'),
    explained: both('They differ, explained', 'Diffèrent, écart expliqué'),
    differs: both('They differ, not explained', 'Diffèrent, écart non expliqué'),
    not_computed: both('Not computed: the figure entered is reported', 'Non calculé : le chiffre saisi est déclaré'),
    not_entered: both('Not entered', 'Non saisi'),
    neither: both('Neither computed nor entered', 'Ni calculé ni saisi'),
  },
  check: {
    pack_missing: both('No quarter pack covers the quarter', 'Aucune transmission ne couvre le trimestre'),
    pack_not_latest: both(
      'A later quarter’s pack has replaced figures of this quarter’s',
      'La transmission d’un trimestre ultérieur a remplacé des chiffres de ce trimestre',
    ),
    month_missing: both('Months without data', 'Mois sans données'),
    month_partial: both('Months declared partial or not available', 'Mois déclarés partiels ou non disponibles'),
    ledger_unbalanced: both('Backlog movements do not balance', 'Les mouvements de l’arriéré ne sont pas équilibrés'),
    staffing_missing: both('Staffing is missing', 'Effectifs manquants'),
    closing_differs_from_reported: both(
      'The opening balance differs from the closing balance reported before',
      'Le solde d’ouverture diffère du solde de clôture déclaré auparavant',
    ),
    large_change: both('Large changes to explain', 'Grandes variations à expliquer'),
    narrative_missing: both('Sections of the narrative are blank', 'Sections de l’exposé en blanc'),
    attestation_missing: both('Attestations are missing', 'Attestations manquantes'),
    reason_missing: both('Restated figures without a reason', 'Chiffres redressés sans motif'),
    variance_unexplained: both('Variances of spending to explain', 'Écarts de dépenses à expliquer'),
    counterfactual_refused: both('No estimate of the backlog avoided', 'Aucune estimation de l’arriéré évité'),
    unsigned_form: both('Figures come from an unsigned form', 'Chiffres tirés d’un formulaire non signé'),
    not_entered: both('Indicators to enter, without a figure', 'Indicateurs à saisir, sans chiffre'),
    entry_differs: both('Entered and computed figures differ', 'Différence entre chiffres saisis et calculés'),
    breakdown_differs: both(
      'Counts that changed since their categories were sent',
      'Nombres modifiés depuis la transmission de leurs catégories',
    ),
    staff_differs: both(
      'Staff in post differ from the register of positions',
      'Le personnel en poste diffère du registre des postes',
    ),
    amendment_differs: both('An amendment and the agreement differ', 'Un avenant et l’entente ne concordent pas'),
    not_reported: both('Indicators that the unit does not report', 'Indicateurs que l’unité ne déclare pas'),
    no_unit: both(
      'The agreement covers no unit in this quarter',
      'L’entente ne couvre aucune unité pendant ce trimestre',
    ),
  },
  calculation: {
    pack: both('From the unit’s quarter pack', 'Tiré de la transmission trimestrielle de l’unité'),
    sum: both('Sum over units', 'Somme des unités'),
    units: both('From the figures of the units', 'Tiré des chiffres des unités'),
    ledger: both('From backlog movements', 'Tiré des mouvements de l’arriéré'),
    counterfactual: both('Estimate', 'Estimation'),
    funding: both('From the agreement’s registers', 'Tiré des registres de l’entente'),
    entered: both('Entered by the coordinator', 'Saisi par la coordination'),
    agreements: both('Sum over agreements', 'Somme des ententes'),
  },
  cashLine: {
    opening: openingBalance,
    forecast: both('Spending, forecast', 'Dépenses, prévision'),
    actual: both('Spending, actual', 'Dépenses, réel'),
    brought_forward: both('Advance brought forward', 'Avance reportée de l’exercice précédent'),
    advance_forecast: both('Advances, forecast', 'Avances, prévision'),
    advance: both('Advances received', 'Avances reçues'),
    payment: both('Claims paid', 'Remboursements reçus'),
    balance: closingBalance,
    claim: both('Claims submitted', 'Demandes de remboursement présentées'),
    unpaid: both('Claimed and not yet paid, to date', 'Réclamé et pas encore remboursé, à ce jour'),
    carry_over: both('Carry-over requested', 'Report demandé'),
  },
  direction: {
    up: both('Higher is better', 'Plus élevé, mieux c’est'),
    down: both('Lower is better', 'Moins élevé, mieux c’est'),
    neither: both('Neither direction is better', 'Aucun sens n’est préférable'),
  },
  paperKind: {
    crown: disclosurePackage,
    access: both('Extract for an access request', 'Extrait pour une demande d’accès'),
  },
  paperSection: {
    file: both('The file', 'Le dossier'),
    referrals: both('Referrals', 'Signalements'),
    triage: both('Triage and child protection', 'Triage et protection de l’enfance'),
    persons: both('Persons', 'Personnes'),
    identifiers: both('Identifiers', 'Identifiants'),
    offences: both('Offences', 'Infractions'),
    authorities: both('Authorities and deadlines', 'Autorisations et échéances'),
    devices: both('Devices', 'Appareils'),
    charges: both('Arrests, charges and clearance', 'Arrestations, accusations et classement'),
    support: victimSupport,
    partners: both('Partner services', 'Services partenaires'),
    tasks: both('Tasks', 'Tâches'),
    notes: both('Notes', 'Notes'),
    links: both('Links', 'Liens'),
    history: both('History of the file', 'Historique du dossier'),
    corrections: both('Corrections', 'Corrections'),
  },
  treatment: {
    included: both('Included', 'Inclus'),
    redacted: both('Redacted', 'Caviardé'),
    left_out: both('Withheld', 'Exclu'),
  },
};
