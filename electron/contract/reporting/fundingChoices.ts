import type { Bilingual } from '../ground/common.ts';
import { codeWords } from '../words/codes.ts';
import { english, french } from '../words/common.ts';
import { headings } from '../words/headings.ts';

export interface Choice {
  readonly code: string;
  readonly label: Bilingual;
}

const label = (en: string, fr: string): Bilingual => ({ en, fr });
const choices = (all: Readonly<Record<string, Bilingual>>): readonly Choice[] =>
  Object.entries(all).map(([code, each]) => ({ code, label: each }));

export const budgetCategories = choices({
  investigators: label('Investigators', 'Enquêteurs'),
  civilians: label('Civilian staff', 'Personnel civil'),
  training: headings.training,
  equipment_purchase: label('Equipment, purchase', 'Équipement, achat'),
  equipment_rental: label('Equipment, rental', 'Équipement, location'),
  tools: label('Tools and software', 'Outils et logiciels'),
  overtime: label('Overtime', 'Heures supplémentaires'),
});

export const positionRoles = choices({
  investigator: codeWords.role.investigator,
  supervisor: codeWords.role.supervisor,
  analyst: label('Analyst', 'Analyste'),
  forensic_examiner: label('Digital forensic examiner', 'Examinateur en criminalistique numérique'),
  victim_services: codeWords.supportService.victim_services,
  administrative: label('Administrative support', 'Soutien administratif'),
  other: codeWords.referralSource.other,
});

export const fundings = choices({
  funded: headings.funded,
  other: label('Other budget', 'Autre budget'),
});

export const trainingModes = choices({
  in_person: label('In person', 'En personne'),
  virtual: label('Virtual', 'Virtuel'),
  hybrid: label('Hybrid', 'Hybride'),
});

export const equipmentKinds = choices({
  equipment: label('Equipment', 'Équipement'),
  tool: label('Tool', 'Outil'),
  licence: label('Licence', 'Licence'),
});

export const acquisitions = choices({
  bought: label('Bought', 'Acheté'),
  rented: label('Rented', 'Loué'),
});

export const activityStatuses = choices({
  planned: label('Planned', 'Prévue'),
  under_way: codeWords.exchangeState.open,
  completed: label('Completed', 'Terminée'),
  deferred: label('Deferred', 'Reportée'),
  cancelled: label('Cancelled', 'Annulée'),
});

export const riskLevels = choices({
  low: codeWords.riskBand.low,
  medium: codeWords.riskBand.medium,
  high: codeWords.riskBand.high,
});

export const yesNo = choices({ yes: headings.yes, no: headings.no });

/** How an agreement names the quarters of its fiscal year. */
export const quarterChoices = choices({
  q1: label('Q1', 'T1'),
  q2: label('Q2', 'T2'),
  q3: label('Q3', 'T3'),
  q4: label('Q4', 'T4'),
});

export const cashKinds = choices({
  brought_forward: codeWords.cashLine.brought_forward,
  advance: label('Advance received', 'Avance reçue'),
  advance_forecast: label('Advance expected', 'Avance prévue'),
  claim: label('Claim submitted', 'Demande de remboursement présentée'),
  payment: label('Claim paid', 'Remboursement reçu'),
  carry_over: codeWords.cashLine.carry_over,
});

export const reportKinds = choices({
  progress: label('Progress report', 'Rapport d’étape'),
  performance: label('Performance data', 'Données de rendement'),
  cash_flow: headings.cashFlowAndClaim,
  final: label('Final report', 'Rapport final'),
  audited: label('Audited or certified statement', 'État vérifié ou certifié'),
  other: label('Other report', 'Autre rapport'),
});

export const reportLanguages = choices({
  both: label('English and French', 'Anglais et français'),
  en: english,
  fr: french,
});

export const reportStates = choices({
  not_begun: codeWords.reportState.not_begun,
  in_preparation: codeWords.reportState.in_preparation,
  locked: codeWords.reportState.locked,
  sent: codeWords.reportState.sent,
});

export function choiceLabel(options: readonly Choice[], held: string): Bilingual {
  return options.find((each) => each.code === held)?.label ?? { en: held, fr: held };
}

/** What is added up over quarters is measured by the quarter or by the fiscal year to date; anything else at the end of the quarter. */
export const targetPeriods = choices({
  quarter: label('the quarter', 'du trimestre'),
  year: label('the fiscal year to date', 'de l’exercice à ce jour'),
});
