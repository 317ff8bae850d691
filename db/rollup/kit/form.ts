import { ledgerTerm, outcomeMeasure, staffingMeasure, type Measure } from '#contract/codes';
import type { Bilingual } from '#contract/common';

/** The form of units without Vigie: what is written and what is read back stand here once. */
export const formMark = 'vigie-kit 1';
export const fictitiousMark = `${formMark} demonstration`;

export const tabs = { instructions: 'Instructions', unit: 'Unit - Unité', months: 'Months - Mois' } as const;

/** Rows of the unit's sheet, by the code in their first column; what is asked for must be filled in. */
export const unitFields = [
  { code: 'form', asked: true, label: { en: 'Form', fr: 'Formulaire' } },
  { code: 'quarter', asked: true, label: { en: 'Quarter (YYYY-Qn)', fr: 'Trimestre (AAAA-Qn)' } },
  { code: 'code', asked: true, label: { en: 'Code of the unit', fr: 'Code de l’unité' } },
  { code: 'name_en', asked: true, label: { en: 'Name of the unit, in English', fr: 'Nom de l’unité, en anglais' } },
  { code: 'name_fr', asked: true, label: { en: 'Name of the unit, in French', fr: 'Nom de l’unité, en français' } },
  { code: 'service', asked: true, label: { en: 'Police service', fr: 'Service de police' } },
  {
    code: 'definition',
    asked: true,
    label: {
      en: 'Backlog: exclude_court leaves out files with Crown or court, include_court keeps them',
      fr: 'Arriéré : exclude_court omet les dossiers à la Couronne ou au tribunal, include_court les garde',
    },
  },
  {
    code: 'opening',
    asked: false,
    label: { en: 'Open files before the first month filled in', fr: 'Dossiers ouverts avant le premier mois rempli' },
  },
] as const satisfies readonly { readonly code: string; readonly asked: boolean; readonly label: Bilingual }[];
export type UnitField = (typeof unitFields)[number]['code'];

export const definitions = ['exclude_court', 'include_court'] as const;
/** Of a month's counts, as a whole. */
export const monthStates = ['complete', 'partial'] as const;

/** The columns of the months' sheet after the month and its state. */
export const formMeasures: readonly Measure[] = [
  ...ledgerTerm.options,
  ...outcomeMeasure.options,
  ...staffingMeasure.options,
];

export const isStaffing = (measure: Measure): boolean => staffingMeasure.options.some((each) => each === measure);

/** Rows and columns before the figures: labels, codes; month, state. */
export const firstRow = 3;
export const firstColumn = 3;
export const monthsAsked = 24;

export const instructions: readonly Bilingual[] = [
  {
    en: 'This form is for a unit that does not use Vigie. It holds counts by month, and no name, number or fact of any file.',
    fr: 'Ce formulaire est destiné à une unité qui n’utilise pas Vigie. Il contient des comptes par mois, et aucun nom, numéro ni fait d’un dossier.',
  },
  {
    en: `Fill in column D of the sheet “${tabs.unit}”, then one row a month of the sheet “${tabs.months}”. Change nothing else.`,
    fr: `Remplissez la colonne D de la feuille « ${tabs.unit} », puis une ligne par mois de la feuille « ${tabs.months} ». Ne changez rien d’autre.`,
  },
  {
    en: 'A cell left blank means not known. It is never taken for zero: where nothing happened, write 0.',
    fr: 'Une case en blanc signifie « non connu ». Elle n’est jamais prise pour un zéro : là où rien ne s’est passé, écrivez 0.',
  },
  {
    en: 'Choose “partial” where the counts of a month are known to be incomplete.',
    fr: 'Choisissez « partial » lorsque les comptes d’un mois sont incomplets.',
  },
  {
    en: 'Staff are in full-time equivalents in post at the end of the month, not posts authorised; overtime is in hours.',
    fr: 'Le personnel est en équivalents temps plein en poste à la fin du mois, et non en postes autorisés; les heures supplémentaires sont en heures.',
  },
  {
    en: 'Nothing signs this form. Wherever its figures appear they are marked as unsigned.',
    fr: 'Rien ne signe ce formulaire. Partout où ses chiffres paraissent, ils portent la mention « non signé ».',
  },
];
