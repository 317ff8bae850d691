import type { Locale } from '#contract/ground/codes';
import type { Bilingual } from '#contract/ground/common';
import type { PublishedEstimate } from '#contract/reporting/publishedEstimate';
import type { CounterfactualResult } from '#contract/statistics/estimate';
import { codeWords } from '#contract/words/codes';
import { headings } from '#contract/words/headings';
import { languages } from '../../../documents/page/language.ts';
import { column } from '../../../documents/report/column.ts';
import { sheetOf, type ReportTable } from '../../../documents/report/table.ts';
import { only, type SheetTable } from '../../../documents/workbook/table.ts';

export const basisLabels = {
  name: { en: 'Productivity of funded staff comes from', fr: 'La productivité du personnel financé provient' },
  estimated: { en: 'the months of these units', fr: 'des mois de ces unités' },
  reference: { en: 'a reference made from many units', fr: 'd’une référence établie sur de nombreuses unités' },
  prior: { en: 'assumptions: there are too few units', fr: 'd’hypothèses : les unités sont trop peu nombreuses' },
} as const satisfies Record<CounterfactualResult['basis'] | 'name', Bilingual>;

interface AssumptionRow {
  readonly name: Bilingual;
  readonly taken: Bilingual;
}

const followed = {
  inflow: {
    en: 'Backlog avoided (80%) if all closings without investigation followed the inflow',
    fr: 'Arriéré évité (80\u00a0%) si toutes les fermetures sans enquête suivaient les entrées',
  },
  work: {
    en: 'Backlog avoided (80%) if all closings without investigation followed the work',
    fr: 'Arriéré évité (80\u00a0%) si toutes les fermetures sans enquête suivaient le travail',
  },
  queue: {
    en: 'Backlog avoided (80%) if all closings without investigation followed the backlog',
    fr: 'Arriéré évité (80\u00a0%) si toutes les fermetures sans enquête suivaient l’arriéré',
  },
} as const satisfies Record<string, Bilingual>;

/** What would become of the range if what closings without investigation follow were not learned but known. */
function alternativeRows({ alternatives }: PublishedEstimate): readonly AssumptionRow[] {
  const files = (locale: Locale, value: number): string => languages[locale].number(Math.round(value) + 0);
  return alternatives.flatMap(({ value, low, high }) => {
    if (value !== 'inflow' && value !== 'work' && value !== 'queue') return [];
    const taken = {
      en: `${files('en', low)} to ${files('en', high)}`,
      fr: `de ${files('fr', low)} à ${files('fr', high)}`,
    };
    return [{ name: followed[value], taken }];
  });
}

/** What an estimate assumes, each with what was taken. */
function assumptionRows(result: PublishedEstimate): readonly AssumptionRow[] {
  const { assumptions } = result;
  const estimated = result.units.filter((each) => each.result.status === 'estimated');
  const same = (text: string): Bilingual => ({ en: text, fr: text });
  const percent = (share: number): Bilingual => {
    const text = String(Math.round(share * 100));
    return { en: `${text}%`, fr: `${text}\u00a0%` };
  };
  const decimal = (value: number): Bilingual => ({ en: String(value), fr: String(value).replace('.', ',') });
  const ramp = assumptions.rampMonths;
  const months = ramp === null ? { en: 'Estimated, 3 to 18', fr: 'Estimés, de 3 à 18' } : same(String(ramp));
  return [
    { name: codeWords.assumption.ramp_months, taken: months },
    { name: codeWords.assumption.overtime_productivity, taken: decimal(assumptions.overtimeProductivity) },
    { name: codeWords.assumption.substitution_share, taken: percent(assumptions.substitutionShare) },
    { name: codeWords.assumption.induced_inflow_share, taken: percent(assumptions.inducedInflowShare) },
    { name: codeWords.assumption.pooling, taken: codeWords.assumptionChoice[assumptions.pooling] },
    { name: codeWords.assumption.capacity_exponent, taken: decimal(assumptions.capacityExponent) },
    { name: codeWords.assumption.coupling, taken: codeWords.assumptionChoice[assumptions.coupling] },
    { name: codeWords.assumption.backlog_definition, taken: codeWords.assumptionChoice[assumptions.backlogDefinition] },
    ...alternativeRows(result),
    { name: basisLabels.name, taken: basisLabels[result.basis] },
    ...(result.fit
      ? [
          {
            name: { en: 'Units fitted together, of which funded', fr: 'Unités ajustées ensemble, dont financées' },
            taken: same(`${String(result.fit.units)}; ${String(result.fit.fundedUnits)}`),
          },
        ]
      : []),
    {
      name: {
        en: 'Units of this return, of which with an estimate',
        fr: 'Unités de ce rapport, dont celles qui ont une estimation',
      },
      taken: same(`${String(result.units.length)}; ${String(estimated.length)}`),
    },
    {
      name: { en: 'Random draws; seed', fr: 'Tirages aléatoires; germe' },
      taken: same(`${result.draws}; ${result.seed}`),
    },
  ];
}

export const assumptionTable = (result: PublishedEstimate): ReportTable<AssumptionRow> => ({
  title: headings.assumptions,
  columns: [
    column.words('assumption', headings.assumption, ({ name }) => name, { isWide: true, on: ['page'] }),
    column.words('taken', headings.taken, ({ taken }) => taken, { on: ['page'] }),
    // In the sheet each language is read across.
    ...(['en', 'fr'] as const).flatMap((language) => [
      column.text('assumption', only(language, headings.assumption), ({ name }: AssumptionRow) => name[language], {
        width: 60,
        on: ['sheet'],
      }),
      column.text('taken', only(language, headings.taken), ({ taken }: AssumptionRow) => taken[language], {
        width: 30,
        on: ['sheet'],
      }),
    ]),
  ],
  rows: assumptionRows(result),
});

export const assumptionSheet = (result: PublishedEstimate): SheetTable =>
  sheetOf(assumptionTable(result), { tab: 'Assumptions - Hypothèses' });
