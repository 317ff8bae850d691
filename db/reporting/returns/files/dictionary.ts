import { breakdown, type Breakdown } from '#contract/reporting/breakdowns';
import type { Bilingual } from '#contract/ground/common';
import type { ReturnContent } from '#contract/reporting/returns';
import { codeWords } from '#contract/words/codes';
import { categories as categoryWords } from '#contract/words/measures';
import { pillarWords } from '#contract/reporting/pillarTable';
import { dictionaryCodes, tidyFields } from '../dictionaryLabels.ts';
import type { CsvValue } from '../../../documents/files/csv.ts';

export const dictionaryColumns = [
  'kind',
  'column',
  'code',
  'label_en',
  'label_fr',
  'definition_en',
  'definition_fr',
  'version',
  'baseline',
  'baseline_period',
  'target',
  'target_on',
] as const;
type Row = Readonly<Record<(typeof dictionaryColumns)[number], CsvValue>>;

function row(kind: string, column: string, code: string | null, label: Bilingual | null, text: Bilingual | null): Row {
  return {
    kind,
    column,
    code,
    label_en: label?.en ?? null,
    label_fr: label?.fr ?? null,
    definition_en: text?.en ?? null,
    definition_fr: text?.fr ?? null,
    version: null,
    baseline: null,
    baseline_period: null,
    target: null,
    target_on: null,
  };
}

/** A category's code has its meaning within its breakdown, which is given as the definition. */
function categoryRows({ categories }: ReturnContent): readonly Row[] {
  const within = (by: Breakdown, code: string, name: Bilingual): Row =>
    row('code', 'category_code', code, name, codeWords.breakdown[by]);
  return [
    ...breakdown.options.flatMap((by) =>
      Object.entries<Bilingual>(categoryWords[by]).map(([code, name]) => within(by, code, name)),
    ),
    ...categories.map(({ by, code, name }) => within(by, code, name)),
  ];
}

/** Pillars by the code that the workspace gave them. */
const pillarRows = ({ funding }: ReturnContent): readonly Row[] =>
  (funding?.pillars ?? []).map(({ code, nameEn, nameFr }) =>
    row('code', 'category_code', code, { en: nameEn, fr: nameFr }, pillarWords.pillar),
  );

/** Every column of the tables, every code that one may have, and the indicators with their definitions. */
export function dictionaryTable(content: ReturnContent): readonly Row[] {
  const { framework } = content;
  return [
    ...Object.entries(tidyFields).map(([column, { note }]) => row('column', column, null, null, note)),
    ...framework.indicators.map(({ code, name, definition, version, baseline, target }) => ({
      ...row('code', 'indicator_code', code, name, definition),
      version,
      baseline: baseline?.value ?? null,
      baseline_period: baseline?.period ?? null,
      target: target?.value ?? null,
      target_on: target?.on ?? null,
    })),
    ...dictionaryCodes.flatMap(({ column, codes }) =>
      Object.entries(codes).map(([code, label]) => row('code', column, code, label, null)),
    ),
    ...categoryRows(content),
    ...pillarRows(content),
  ];
}
