import type { Bilingual } from '#contract/ground/common';
import { both as pair } from '#contract/words/both';
import { codeWords } from '#contract/words/codes';
import { steadCodes } from '#contract/reporting/stead';
import { backlogMovements } from '#contract/words/terms';
import { headings } from '#contract/words/headings';
import { pillarWords } from '#contract/reporting/pillarTable';
import type { TableField } from '../../documents/files/dataPackage.ts';
import { pillarCodes } from '../funding/pillarTable.ts';
import { notBrokenDown } from './breakdownLines.ts';

const field = (type: TableField['type'], en: string, fr: string) => ({ type, note: pair(en, fr) });

/** The columns of every table of an export, each with its type and what it holds: one value a row, codes with the labels in both languages. */
export const tidyFields = {
  indicator_code: field(
    'string',
    'Code of the indicator, of the measure in panel.csv, LEDGER, CASH or of spending by pillar',
    'Code de l’indicateur, de la mesure dans panel.csv, LEDGER, CASH ou des dépenses par pilier',
  ),
  indicator_en: field('string', 'Label in English', 'Libellé en anglais'),
  indicator_fr: field('string', 'Label in French', 'Libellé en français'),
  unit_code: field(
    'string',
    'Code of the unit; blank for the agreement as a whole',
    'Code de l’unité; vide pour l’ensemble de l’entente',
  ),
  fy: field('string', 'Fiscal year, April to March', 'Exercice, d’avril à mars'),
  quarter: field('string', 'Fiscal quarter: Q1 is April to June', 'Trimestre de l’exercice : Q1 va d’avril à juin'),
  period_start: field('date', 'First day of the period (YYYY-MM-DD)', 'Premier jour de la période (AAAA-MM-JJ)'),
  period_end: field('date', 'Last day of the period (YYYY-MM-DD)', 'Dernier jour de la période (AAAA-MM-JJ)'),
  disaggregation: field(
    'string',
    'What the value is broken down by; blank for the whole',
    'Ventilation de la valeur; vide pour l’ensemble',
  ),
  category_code: field('string', 'Category within the breakdown', 'Catégorie de la ventilation'),
  value: field(
    'number',
    'The value, with a decimal point; blank where it is not available, never zero for unknown',
    'La valeur, avec un point décimal; vide si elle n’est pas disponible, jamais zéro pour inconnu',
  ),
  numerator: field('number', 'Numerator of the share, where there is one', 'Numérateur de la part, s’il y a lieu'),
  denominator: field(
    'number',
    'Denominator of the share, where there is one; of a median, the number of files that it rests on',
    'Dénominateur de la part, s’il y a lieu; d’une médiane, le nombre de dossiers sur lesquels elle repose',
  ),
  status_code: field(
    'string',
    'Whether the value is complete, partial, not available or a confirmed zero; of a blank value, also that the estimate has its interval only, that the median is not reached, or that units have values which cannot be made one',
    'Indique si la valeur est complète, partielle, non disponible ou un zéro confirmé; d’une valeur vide, aussi que l’estimation n’a que son intervalle, que la médiane n’est pas atteinte ou que les unités ont des valeurs dont on ne peut en faire une seule',
  ),
  suppression: field(
    'string',
    'Blank: values of this return are exact',
    'Vide : les valeurs de ce rapport sont exactes',
  ),
  definition_version: field(
    'string',
    'Version of the performance framework under which the value is reported',
    'Version du cadre de mesure du rendement selon laquelle la valeur est déclarée',
  ),
  source: field(
    'string',
    'Where the value comes from; “;unsigned” is added where any of it comes from an unsigned form, “;previous_unsigned” where any of the previous value does, “;restated” in a release of a version that restates another',
    'Provenance de la valeur; « ;unsigned » s’y ajoute si une partie vient d’un formulaire non signé, « ;previous_unsigned » si une partie de la valeur précédente en vient, « ;restated » dans une diffusion d’une version qui en redresse une autre',
  ),
  unit_of_measure_en: field('string', 'Unit of measure in English', 'Unité de mesure en anglais'),
  unit_of_measure_fr: field('string', 'Unit of measure in French', 'Unité de mesure en français'),
  covered: field(
    'integer',
    'Units or agreements that the value covers; of spending by pillar, quarters of budget lines that are entered',
    'Unités ou ententes que la valeur couvre; pour les dépenses par pilier, trimestres saisis des lignes budgétaires',
  ),
  asked: field(
    'integer',
    'Units, agreements or quarters that it should cover',
    'Unités, ententes ou trimestres qu’elle devrait couvrir',
  ),
  coverage_of: field(
    'string',
    'Whether units, agreements or quarters of budget lines are covered',
    'Indique si des unités, des ententes ou des trimestres de lignes budgétaires sont couverts',
  ),
  previous: field(
    'number',
    'Value of the quarter before, only where both quarters cover the same units or agreements',
    'Valeur du trimestre précédent, seulement si les deux trimestres couvrent les mêmes unités ou ententes',
  ),
  change: field(
    'number',
    'The value less the one before, on the same condition',
    'La valeur moins la précédente, à la même condition',
  ),
  comparison_code: field(
    'string',
    'Whether the two quarters are compared',
    'Indique si les deux trimestres sont comparés',
  ),
  covered_before: field(
    'integer',
    'Units or agreements that the quarter before covers',
    'Unités ou ententes que couvre le trimestre précédent',
  ),
  units_changed: field(
    'string',
    'Units that joined or left since the quarter before, whose figure counts the units of this one',
    'Unités ajoutées ou retirées depuis le trimestre précédent, dont la valeur compte les unités du présent trimestre',
  ),
};

export const tidyColumns = Object.keys(tidyFields) as readonly (keyof typeof tidyFields)[];

export const columnNotes: Readonly<Record<string, Bilingual>> = Object.fromEntries(
  Object.entries(tidyFields).map(([name, { note }]) => [name, note]),
);

/** The codes that a column may have, other than those of the indicators. */
export const dictionaryCodes: readonly {
  readonly column: string;
  readonly codes: Readonly<Record<string, Bilingual>>;
}[] = [
  {
    column: 'indicator_code',
    codes: { LEDGER: backlogMovements, CASH: headings.cashFlowAndClaim, ...pillarCodes, ...codeWords.measure },
  },
  {
    column: 'disaggregation',
    codes: {
      ...codeWords.breakdown,
      collection: { en: 'Computed or entered', fr: 'Calculé ou saisi' },
      funding: { en: 'Who pays', fr: 'Qui paie' },
      agreement: {
        en: 'Agreement; its code is the category',
        fr: 'Entente; son code tient lieu de catégorie',
      },
      pillar: { en: 'Pillar; the total is blank', fr: 'Pilier; le total n’en porte pas' },
      cash_flow: { en: 'Line of the cash flow', fr: 'Ligne des flux de trésorerie' },
      ledger: { en: 'Term of the ledger', fr: 'Mouvement du registre' },
      backlog: { en: 'Backlog at the end of the month', fr: 'Arriéré à la fin du mois' },
      without_funding: headings.without,
      avoided: headings.avoided,
      avoided_from_no_effect: {
        en: 'Backlog avoided, starting from no effect of funded staff',
        fr: 'Arriéré évité, en partant d’un effet nul du personnel financé',
      },
    },
  },
  {
    column: 'category_code',
    codes: {
      funded: headings.funded,
      base: headings.unitBudget,
      computed: codeWords.collection.computed,
      entered: codeWords.collection.entered,
      difference: pair('Entered less computed', 'Saisi moins calculé'),
      ...codeWords.cashLine,
      no_pillar: pillarWords.none,
      [notBrokenDown]: headings.notBrokenDown,
      ...codeWords.ledger,
      actual: headings.actual,
      p025: {
        en: '2.5th percentile (95% interval, low end)',
        fr: '2,5e centile (intervalle de 95 %, borne inférieure)',
      },
      p10: { en: '10th percentile (80% interval, low end)', fr: '10e centile (intervalle de 80 %, borne inférieure)' },
      p25: { en: '25th percentile', fr: '25e centile' },
      p50: headings.median,
      p75: { en: '75th percentile', fr: '75e centile' },
      p90: {
        en: '90th percentile (80% interval, high end)',
        fr: '90e centile (intervalle de 80 %, borne supérieure)',
      },
      p975: {
        en: '97.5th percentile (95% interval, high end)',
        fr: '97,5e centile (intervalle de 95 %, borne supérieure)',
      },
      mean: headings.mean,
      probability_below: {
        en: 'Probability that the backlog is below what it would have been, from 0.05 (0.05 or less) to 0.95 (0.95 or more)',
        fr: 'Probabilité que l’arriéré soit inférieur à ce qu’il aurait été, de 0,05 (0,05 ou moins) à 0,95 (0,95 ou plus)',
      },
    },
  },
  {
    column: 'status_code',
    codes: {
      ...codeWords.valueStatus,
      [steadCodes.intervalOnly]: pair(
        'Interval only: the reliability of the estimate does not allow this figure',
        'Intervalle seulement : la fiabilité de l’estimation ne permet pas ce chiffre',
      ),
      [steadCodes.notReached]: headings.notReached,
      [steadCodes.byUnitOnly]: headings.byUnitOnly,
    },
  },
  {
    column: 'coverage_of',
    codes: {
      units: headings.units,
      agreements: codeWords.breachCount.agreements,
      quarters: pillarWords.entered,
    },
  },
  {
    column: 'comparison_code',
    codes: {
      comparable: { en: 'Compared: both cover the same', fr: 'Comparés : même couverture' },
      not_comparable: { en: 'Not comparable: coverage differs', fr: 'Non comparables : couverture différente' },
      no_previous: { en: 'Nothing known of the quarter before', fr: 'Rien de connu du trimestre précédent' },
      not_applicable: { en: 'Not applicable: an estimate', fr: 'Sans objet : estimation' },
    },
  },
  {
    column: 'source',
    codes: {
      ...codeWords.calculation,
      ...codeWords.valueSource,
      computed: codeWords.collection.computed,
      ...Object.fromEntries(
        Object.entries(codeWords.reconciliation).map(([state, label]) => [`reconciliation_${state}`, label]),
      ),
      received_return: { en: 'From the agreement’s signed return', fr: 'Tiré du rapport signé de l’entente' },
      A: { en: 'Estimate by method A', fr: 'Estimation selon la méthode A' },
      A_provisional: { en: 'Estimate by method A, provisional', fr: 'Estimation selon la méthode A, provisoire' },
    },
  },
];
