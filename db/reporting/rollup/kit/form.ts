import { folded } from '#contract/ground/folded';
import {
  caseMeasure,
  ledgerTerm,
  outcomeMeasure,
  riskBand,
  staffingMeasure,
  type Measure,
} from '#contract/ground/codes';
import type { Bilingual } from '#contract/ground/common';
import type { FileStage } from '#contract/statistics/stages';
import { codeWords } from '#contract/words/codes';
import { categories } from '#contract/words/measures';
import { headings } from '#contract/words/headings';

/** The form of units without Vigie: what is written and what is read back are defined here once. */
export const formMark = 'vigie-kit 3';
/** The form as it was before it asked for the closing count. */
const secondMark = 'vigie-kit 2';
/** The form as it was before it asked for persons, victims, devices, authorizations, age and time. */
const firstMark = 'vigie-kit 1';
const demonstration = ' demonstration';
export const fictitiousMark = `${formMark}${demonstration}`;

export const isFormMark = (mark: string): boolean =>
  [formMark, secondMark, firstMark].includes(mark.replace(new RegExp(`${demonstration}$`), ''));
export const isFictitious = (mark: string): boolean => mark.endsWith(demonstration);
export const isFirstForm = (mark: string): boolean => mark.startsWith(firstMark);
/** Whether a form asks for the closing count. */
export const asksClosing = (mark: string): boolean => mark.startsWith(formMark);

export const tabs = {
  instructions: 'Instructions',
  unit: 'Unit - Unité',
  months: 'Months - Mois',
  stock: 'Age, time - Âge, délais',
} as const;

/** Rows of the unit's sheet, by the code in their first column; what is asked for must be filled in. */
export const unitFields = [
  { code: 'form', asked: true, label: { en: 'Form', fr: 'Formulaire' } },
  { code: 'quarter', asked: true, label: { en: 'Quarter (YYYY-Qn)', fr: 'Trimestre (AAAA-Qn)' } },
  { code: 'code', asked: true, label: { en: 'Code of the unit', fr: 'Code de l’unité' } },
  { code: 'name_en', asked: true, label: { en: 'Name of the unit, in English', fr: 'Nom de l’unité, en anglais' } },
  { code: 'name_fr', asked: true, label: { en: 'Name of the unit, in French', fr: 'Nom de l’unité, en français' } },
  { code: 'service', asked: true, label: headings.service },
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
    label: { en: 'Open items before the first month filled in', fr: 'Éléments ouverts avant le premier mois rempli' },
  },
  {
    code: 'closing',
    asked: false,
    label: {
      en: 'Open items at the end of the last month filled in, as counted',
      fr: 'Éléments ouverts à la fin du dernier mois rempli, tels que comptés',
    },
  },
] as const satisfies readonly { readonly code: string; readonly asked: boolean; readonly label: Bilingual }[];
export type UnitField = (typeof unitFields)[number]['code'];

export const definitions = ['exclude_court', 'include_court'] as const;
/** Of a month's counts, as a whole: the words that the form offers, in both languages. */
export const monthStates = ['complete', 'partial', 'complet', 'partiel'] as const;

/** Whether a word of the form says that a month is partial; null for a word that says nothing known. */
export function isPartialState(word: string): boolean | null {
  const plain = folded(word);
  if (/^(?:complete|complets?|completes)$/.test(plain)) return false;
  return /^(?:partial|partiels?|partielles?)$/.test(plain) ? true : null;
}

const firstMeasures: readonly Measure[] = [
  ...ledgerTerm.options,
  ...outcomeMeasure.options,
  ...staffingMeasure.options,
];

/** The columns of the months' sheet after the month and its state. */
export const formMeasures: readonly Measure[] = [...firstMeasures, ...caseMeasure.options];
export const measuresOf = (mark: string): readonly Measure[] => (isFirstForm(mark) ? firstMeasures : formMeasures);

/** Rows of the sheet of age and time, by the code in their first column; each a number of files or days at the quarter's end. */
const stages = ['assigned', 'first_action', 'conclusion', 'whole'] as const satisfies readonly FileStage[];
const stockRow = (code: string, en: string, fr: string) => ({ code, label: { en, fr } });
export const stockFields: readonly { readonly code: string; readonly label: Bilingual }[] = [
  stockRow('files', 'Open items whose day of receipt is known', 'Éléments ouverts dont le jour de réception est connu'),
  stockRow('declared', 'Other open items', 'Autres éléments ouverts'),
  stockRow(
    'over_180',
    'Open items received more than 180 days before',
    'Éléments ouverts reçus plus de 180 jours auparavant',
  ),
  stockRow('oldest_days', 'Age of the oldest open item, in days', 'Âge du plus ancien élément ouvert, en jours'),
  ...stages.flatMap((stage) => {
    const { en, fr } = categories.stage[stage];
    return [
      stockRow(`median_${stage}`, `${en}: median, in days`, `${fr} : médiane, en jours`),
      stockRow(`files_${stage}`, `${en}: files that the median rests on`, `${fr} : dossiers visés par la médiane`),
    ];
  }),
  ...riskBand.options.flatMap((band) => {
    const [en, fr] = [
      `${codeWords.breakdown.risk_band.en}: ${categories.risk_band[band].en}`,
      `${codeWords.breakdown.risk_band.fr} : ${categories.risk_band[band].fr}`,
    ];
    return [
      stockRow(`in_time_${band}`, `${en}, acted on in time`, `${fr}, traités dans le délai`),
      stockRow(`due_${band}`, `${en}, whose time has come`, `${fr}, dont le délai est écoulé`),
    ];
  }),
];

export const isStaffing = (measure: Measure): boolean => staffingMeasure.options.some((each) => each === measure);

/** Rows and columns before the figures: labels, codes; month, state. */
export const firstRow = 3;
export const firstColumn = 3;
export const monthsAsked = 24;

export const instructions: readonly Bilingual[] = [
  {
    en: 'This form is for a unit that does not use Vigie. It asks for counts by month, and no name, number or fact of any file.',
    fr: 'Ce formulaire est destiné à une unité qui n’utilise pas Vigie. Il demande des comptes par mois, et aucun nom, numéro ni fait d’un dossier.',
  },
  {
    en: `Fill in column D of the sheet “${tabs.unit}”, then one row a month of the sheet “${tabs.months}”, then the sheet “${tabs.stock}”. Change nothing else.`,
    fr: `Remplissez la colonne D de la feuille « ${tabs.unit} », puis une ligne par mois de la feuille « ${tabs.months} », puis la feuille « ${tabs.stock} ». Ne changez rien d’autre.`,
  },
  {
    en: 'A blank cell means unknown, never zero: where nothing happened, write 0.',
    fr: 'Une cellule vide signifie « inconnu », jamais zéro : là où rien ne s’est passé, écrivez 0.',
  },
  {
    en: 'Choose “partial” where the counts of a month are known to be incomplete. Write how many files are open at the end, as counted: it is compared with the balance of the movements.',
    fr: 'Choisissez « partiel » lorsque les comptes d’un mois sont incomplets. Écrivez combien de dossiers sont ouverts à la fin, tels que comptés : ce nombre est comparé au solde des mouvements.',
  },
  {
    en: `The sheet “${tabs.stock}” is as of the last day of the quarter; times are those of files received in the year before. Leave it blank if the unit does not compile them.`,
    fr: `La feuille « ${tabs.stock} » porte sur le dernier jour du trimestre; les délais sont ceux des dossiers reçus dans l’année qui précède. Laissez-la en blanc si l’unité ne les compile pas.`,
  },
  {
    en: 'Staff are in full-time equivalents in post at the end of the month, not authorized positions; overtime is in hours.',
    fr: 'Le personnel est en équivalents temps plein en poste à la fin du mois, et non en postes autorisés; les heures supplémentaires sont en heures.',
  },
  {
    en: 'This form is unsigned. Its figures are marked as unsigned wherever they appear.',
    fr: 'Ce formulaire n’est pas signé. Ses chiffres portent partout la mention « non signé ».',
  },
];
