import { z } from 'zod';
import type { Bilingual } from '../ground/common.ts';
import {
  acquisitions,
  activityStatuses,
  budgetCategories,
  cashKinds,
  equipmentKinds,
  fundings,
  positionRoles,
  quarterChoices,
  reportKinds,
  reportLanguages,
  reportStates,
  riskLevels,
  trainingModes,
  targetPeriods,
  yesNo,
  type Choice,
} from './fundingChoices.ts';
import { fields } from '../words/fields.ts';
import { status } from '../words/common.ts';
import { headings } from '../words/headings.ts';
import { reporting } from '../words/reporting.ts';

/** The registers of an agreement: what its money is and pays for, the reports that it owes, and what its indicators are measured against. */
export const register = z.enum([
  'budget',
  'cash',
  'positions',
  'training',
  'equipment',
  'activities',
  'risks',
  'reports',
  'amendments',
  'targets',
]);
export type Register = z.infer<typeof register>;

/** Kept by fiscal year; the other registers are for the whole agreement. */
export function isByYear(of: Register): boolean {
  return of === 'budget' || of === 'cash' || of === 'targets';
}

type Kind =
  /** Names the row within its register. */
  | { readonly kind: 'code' }
  | { readonly kind: 'text'; readonly longest: number }
  | { readonly kind: 'choice'; readonly options: readonly Choice[] }
  | { readonly kind: 'unit' }
  /** In whole cents. */
  | { readonly kind: 'money' }
  /** Full-time equivalents and person-days, in whole hundredths. */
  | { readonly kind: 'decimal' }
  /** A year is written without a thousands separator. */
  | { readonly kind: 'whole'; readonly isYear?: true }
  | { readonly kind: 'date' };

/** One column of a register: of its grid, its files and its sheet. */
export type FundingColumn = Kind & {
  readonly key: string;
  readonly label: Bilingual;
  readonly required?: true;
  /** Its rows are not added up: the sum would be of nothing. */
  readonly isApart?: true;
};

const label = (en: string, fr: string): Bilingual => ({ en, fr });
const code: FundingColumn = { key: 'code', kind: 'code', label: headings.code, required: true };
const names: readonly FundingColumn[] = [
  { key: 'nameEn', kind: 'text', longest: 200, label: label('Name (English)', 'Nom (anglais)') },
  { key: 'nameFr', kind: 'text', longest: 200, label: label('Name (French)', 'Nom (français)') },
];
const unit: FundingColumn = { key: 'unitId', kind: 'unit', label: headings.unit };
const date = (key: string, label: Bilingual): FundingColumn => ({ key, kind: 'date', label });
const prose = (key: string, en: string, fr: string): FundingColumn => ({
  key,
  kind: 'text',
  longest: 1500,
  label: label(en, fr),
});
const choice = (key: string, label: Bilingual, options: readonly Choice[]): FundingColumn => ({
  key,
  kind: 'choice',
  options,
  label,
  required: true,
});

/** A choice that may be left blank: not entered is no answer. */
const maybe = (key: string, label: Bilingual, options: readonly Choice[]): FundingColumn => ({
  key,
  kind: 'choice',
  options,
  label,
});

const quarterColumns = ([1, 2, 3, 4] as const).flatMap((quarter): readonly FundingColumn[] => {
  const key = `q${String(quarter)}`;
  const [en, fr] = [`Q${String(quarter)}`, `T${String(quarter)}`];
  return [
    { key: `${key}Forecast`, kind: 'money', label: label(`${en} forecast`, `${fr} prévision`) },
    { key: `${key}Actual`, kind: 'money', label: label(`${en} actual`, `${fr} réel`) },
    prose(`${key}WhyEn`, `${en} explanation (English)`, `${fr} explication (anglais)`),
    prose(`${key}WhyFr`, `${en} explanation (French)`, `${fr} explication (français)`),
  ];
});

/** Amounts that an amendment sets, of fiscal years one after the other. */
export const amendedYears = [1, 2, 3, 4, 5] as const;

const amendedAmounts = amendedYears.map((year): FundingColumn => {
  const [en, fr] = [`New amount, year ${String(year)}`, `Nouveau montant, année ${String(year)}`];
  return { key: `amount${String(year)}`, kind: 'money', isApart: true, label: label(en, fr) };
});

/** Every register's columns, in the order of the grid and of its files. */
export const fundingColumns: Readonly<Record<Register, readonly FundingColumn[]>> = {
  budget: [
    code,
    ...names,
    choice('category', fields.category, budgetCategories),
    unit,
    { key: 'budget', kind: 'money', label: headings.budget },
    ...quarterColumns,
    // Of the workspace's catalogue of pillars; last, so that a block that was pasted before still fits.
    { key: 'pillar', kind: 'code', label: reporting.pillarSpending.pillar },
    maybe('toProject', label('Goes to a project', 'Va à un projet'), yesNo),
  ],
  cash: [
    code,
    choice('quarter', headings.quarter, quarterChoices),
    choice('kind', fields.kind, cashKinds),
    { key: 'amount', kind: 'money', label: label('Amount', 'Montant'), required: true },
    date('on', headings.date),
    prose('noteEn', 'Note (English)', 'Note (anglais)'),
    prose('noteFr', 'Note (French)', 'Note (français)'),
  ],
  positions: [
    code,
    choice('role', fields.role, positionRoles),
    choice('funding', label('Funding', 'Financement'), fundings),
    { key: 'fte', kind: 'decimal', label: label('FTE', 'ETP'), required: true },
    unit,
    date('startsOn', label('Position starts', 'Début du poste')),
    date('endsOn', label('Position ends', 'Fin du poste')),
    date('filledOn', label('Filled on', 'Pourvu le')),
    date('leftOn', label('Departure on', 'Départ le')),
    date('onboardedOn', label('Onboarding document on', 'Document d’intégration le')),
  ],
  training: [
    code,
    ...names,
    choice('mode', label('Mode', 'Mode'), trainingModes),
    unit,
    date('heldOn', headings.date),
    { key: 'plannedDays', kind: 'decimal', label: label('Person-days planned', 'Jours-personnes prévus') },
    { key: 'doneDays', kind: 'decimal', label: label('Person-days done', 'Jours-personnes réalisés') },
  ],
  equipment: [
    code,
    ...names,
    choice('kind', fields.kind, equipmentKinds),
    choice('acquisition', label('Bought or rented', 'Acheté ou loué'), acquisitions),
    unit,
    { key: 'quantity', kind: 'whole', label: fields.quantity, required: true },
    { key: 'cost', kind: 'money', label: label('Cost', 'Coût') },
    date('inServiceOn', label('In service on', 'En service le')),
    date('expiresOn', label('Expires on', 'Échéance')),
  ],
  activities: [
    code,
    ...names,
    date('plannedFrom', label('Planned from', 'Prévue du')),
    date('plannedTo', label('Planned to', 'Prévue au')),
    date('startedOn', label('Started on', 'Commencée le')),
    date('completedOn', label('Completed on', 'Terminée le')),
    choice('status', status, activityStatuses),
    date('statusOn', label('Status as of', 'Statut en date du')),
    prose('reasonEn', 'Reason (English)', 'Motif (anglais)'),
    prose('reasonFr', 'Reason (French)', 'Motif (français)'),
  ],
  risks: [
    code,
    prose('riskEn', 'Risk (English)', 'Risque (anglais)'),
    prose('riskFr', 'Risk (French)', 'Risque (français)'),
    choice('likelihood', label('Likelihood', 'Probabilité'), riskLevels),
    choice('effect', label('Effect', 'Effet'), riskLevels),
    prose('mitigationEn', 'Mitigation (English)', 'Atténuation (anglais)'),
    prose('mitigationFr', 'Mitigation (French)', 'Atténuation (français)'),
    { key: 'owner', kind: 'text', longest: 120, label: fields.riskOwner },
  ],
  reports: [
    code,
    choice('kind', fields.kind, reportKinds),
    ...names,
    date('periodFrom', label('Period from', 'Période du')),
    date('periodTo', label('Period to', 'Période au')),
    { ...date('dueOn', label('Due on', 'À remettre le')), required: true },
    choice('languages', label('Languages', 'Langues'), reportLanguages),
    choice('state', status, reportStates),
    date('sentOn', fields.sentOn),
  ],
  amendments: [
    { ...code, label: fields.number },
    date('signedOn', label('Signed on', 'Signé le')),
    { ...date('inForceOn', headings.inForceFrom), required: true },
    date('newEndsOn', label('New end of the agreement', 'Nouvelle fin de l’entente')),
    {
      key: 'amountsFrom',
      kind: 'whole',
      isYear: true,
      isApart: true,
      label: label('Year 1 of the amounts', 'Année 1 des montants'),
    },
    ...amendedAmounts,
    maybe('changesUnits', label('Changes the units', 'Modifie les unités'), yesNo),
    maybe('changesOther', label('Changes something else', 'Modifie autre chose'), yesNo),
    prose('changeEn', 'What changes (English)', 'Objet (anglais)'),
    prose('changeFr', 'What changes (French)', 'Objet (français)'),
    { key: 'fileReference', kind: 'text', longest: 120, label: label('File reference', 'Référence au dossier') },
  ],
  targets: [
    // Of the indicator.
    { ...code, label: headings.indicator },
    choice('per', label('Figure of', 'Chiffre'), targetPeriods),
    { key: 'baseline', kind: 'decimal', label: headings.baseline },
    {
      key: 'baselinePeriod',
      kind: 'text',
      longest: 60,
      label: label('Period of the baseline', 'Période de la base de référence'),
    },
    prose('baselineSourceEn', 'Source of the baseline (English)', 'Source de la base de référence (anglais)'),
    prose('baselineSourceFr', 'Source of the baseline (French)', 'Source de la base de référence (français)'),
    { key: 'target', kind: 'decimal', label: headings.target },
    date('targetOn', headings.targetBy),
    prose('targetSourceEn', 'Source of the target (English)', 'Source de la cible (anglais)'),
    prose('targetSourceFr', 'Source of the target (French)', 'Source de la cible (français)'),
  ],
};
