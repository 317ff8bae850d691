import { both } from './both.ts';

/** The domain's concepts. Each has its definition in definitions.en.json and definitions.fr.json. */
export const referral = both('Referral', 'Signalement');
export const investigation = both('Investigation', 'Enquête');
export const backlog = both('Backlog', 'Arriéré');
export const backlogMovements = both('Backlog movements', 'Mouvements de l’arriéré');
export const openingBalance = both('Opening balance', 'Solde d’ouverture');
export const closingBalance = both('Closing balance', 'Solde de clôture');
export const actual = both('Actual', 'Réel');
export const reliability = both('Reliability', 'Fiabilité');
export const quarterPack = both('Quarter pack', 'Transmission trimestrielle');
export const quarterlyReturn = both('Quarterly return', 'Rapport trimestriel');
export const disclosurePackage = both('Disclosure package', 'Communication de la preuve');
export const ncecc = both('NCECC', 'CNCEE');
export const handover = both('Handover', 'Transition');
export const avoided = both('Backlog avoided', 'Arriéré évité');
export const withoutFunding = both(
  'Backlog without the Strategy-funded staff and overtime',
  'Arriéré sans le personnel et les heures supplémentaires financés par la Stratégie',
);

export const terms = {
  referral,
  referralDocument: both('Referral document', 'Document reçu'),
  investigation,
  openItem: both('Open item', 'Élément ouvert'),
  backlog,
  backlogMovements,
  openingBalance,
  closingBalance,
  actual,
  estimated: both(
    'Estimated without funded staff and overtime',
    'Estimé sans le personnel ni les heures supplémentaires financés',
  ),
  backlogEstimate: both('Backlog estimate', 'Estimation de l’arriéré'),
  avoided,
  reliability,
  thingSeized: both('Thing seized', 'Chose saisie'),
  exhibit: both('Exhibit', 'Pièce à conviction'),
  device: both('Device', 'Appareil'),
  quarterPack,
  quarterlyReturn,
  requiredReport: both('Required report', 'Rapport exigé'),
  dueDate: both('Due date', 'Date d’échéance'),
  disclosurePackage,
  withhold: both('Withhold', 'Exclure'),
  redact: both('Redact', 'Caviarder'),
  keep: both('Keep', 'Conserver'),
  encrypted: both('Encrypted', 'Chiffré'),
  withData: both('With data', 'Avec données'),
  rollUp: both('Consolidation', 'Consolidation'),
  bundle: both('Bundle', 'Regrouper'),
  suppression: both('Suppression', 'Suppression'),
  victimServicesReferral: both('Victim-services referral', 'Orientation vers les services aux victimes'),
  childProtectionReport: both('Child-protection report', 'Signalement à la protection de l’enfance'),
  handover,
  leave: both('Leave', 'Congé'),
  cover: both('Covering officer', 'Remplaçant ou remplaçante'),
  presumptiveCeiling: both('Presumptive ceiling', 'Plafond présumé'),
  marking: both('Security marking', 'Marquage de sécurité'),
  alreadyRecorded: both('Already recorded', 'Déjà inscrit'),
  notCompiled: both('Not compiled', 'Non compilé'),
  notApplicable: both('Not applicable', 'Sans objet'),
  ncecc,
  strategy: both('Strategy', 'Stratégie'),
  material: both('Child sexual abuse and exploitation material', 'Matériel d’abus et d’exploitation pédosexuels'),
};
