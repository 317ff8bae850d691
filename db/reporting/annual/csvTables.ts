import type { Bilingual } from '#contract/ground/common';
import { yearsOf } from '#contract/ground/period';
import type { AnnualContent } from '#contract/reporting/annual';
import type { BuiltFile } from '../../documents/files/builtFile.ts';
import { toCsv, type CsvSeparator } from '../../documents/files/csv.ts';
import type { DescribedTable, TableField } from '../../documents/files/dataPackage.ts';
import { columnNotes } from '../returns/dictionaryLabels.ts';
import { clean } from '../../ground/kernel/clean.ts';
import { backlogUnit } from '../indicators/measureUnits.ts';
import { coverOf, partName } from './gbaWords.ts';
import { pillarCsv } from '../funding/pillarTable.ts';
import { amendmentsTable, fundingNotes, fundingTypes, type CsvTable } from './fundingTables.ts';
import { annualColumns, annualRows } from './tables.ts';
import { words } from './words.ts';

const yearOf = ({ fiscalYear }: AnnualContent): string => yearsOf(fiscalYear).en;

function gbaTable(content: AnnualContent): CsvTable {
  const columns = [
    ...['indicator_code', 'indicator_en', 'indicator_fr', 'agreement_code', 'fy', 'disaggregation'],
    ...['category_code', 'category_en', 'category_fr', 'value', 'suppression'],
    ...['unit_of_measure_en', 'unit_of_measure_fr', 'units_by_quarter'],
  ];
  const rows = content.gba.flatMap((group) => {
    const { code, name, by, whole, parts } = group;
    const unit = content.indicators.find((each) => each.code === code)?.unitOfMeasure;
    const facts = {
      ...{ unit_of_measure_en: unit?.en ?? '', unit_of_measure_fr: unit?.fr ?? '', units_by_quarter: coverOf(group) },
      ...{ indicator_code: code, indicator_en: name.en, indicator_fr: name.fr },
      ...{ agreement_code: content.agreement.code, fy: yearOf(content), disaggregation: by },
    };
    const own = parts.map((part) => {
      const { category, value } = part;
      const { en, fr } = partName(by, part);
      const suppression = value === null ? 'x' : '';
      return { ...facts, category_code: category, category_en: en, category_fr: fr, value, suppression };
    });
    const { en, fr } = words.total;
    const total = { category_code: '', category_en: en, category_fr: fr, value: whole, suppression: '' };
    return [...own, { ...facts, ...total }];
  });
  return { name: 'annual-gba.csv', title: words.gba, columns, rows };
}

function sourceTable({ otherSources, agreement }: AnnualContent): CsvTable {
  const columns = [
    ...['agreement_code', 'finding_en', 'finding_fr', 'population_en', 'population_fr', 'method_en', 'method_fr'],
    ...['source', 'published_on'],
  ];
  const rows = otherSources.map(({ finding, population, method, source, publishedOn }) => ({
    agreement_code: agreement.code,
    ...{ finding_en: finding.en, finding_fr: finding.fr, population_en: population.en, population_fr: population.fr },
    ...{ method_en: method.en, method_fr: method.fr, source, published_on: publishedOn },
  }));
  return { name: 'other-sources.csv', title: words.others, columns, rows };
}

const cleanOf = (value: number | null): number | null => (value === null ? null : clean(value));

function estimateTable(content: AnnualContent): CsvTable {
  const columns = [
    ...['agreement_code', 'fy', 'quarter', 'actual', 'without_p10', 'without_p50', 'without_p90'],
    ...['avoided_p10', 'avoided', 'avoided_p90', 'grade', 'covered', 'asked'],
    ...['unit_of_measure_en', 'unit_of_measure_fr'],
  ];
  const { estimate, agreement } = content;
  const rows = estimate
    ? [
        {
          ...{ agreement_code: agreement.code, fy: yearOf(content), quarter: `Q${estimate.quarter}` },
          actual: estimate.actual,
          ...{ without_p10: clean(estimate.without.p10), without_p50: cleanOf(estimate.without.p50) },
          ...{
            without_p90: clean(estimate.without.p90),
            avoided_p10: clean(estimate.avoided.p10),
            avoided: cleanOf(estimate.point),
          },
          ...{ avoided_p90: clean(estimate.avoided.p90), grade: estimate.grade },
          ...{ covered: estimate.covered, asked: estimate.asked },
          ...{ unit_of_measure_en: backlogUnit.en, unit_of_measure_fr: backlogUnit.fr },
        },
      ]
    : [];
  return { name: 'annual-estimate.csv', title: words.estimate, columns, rows };
}

/** A table without a row is not written. */
function tablesOf(content: AnnualContent): readonly CsvTable[] {
  const rows = annualRows(content);
  const indicators = { name: 'annual-indicators.csv', title: words.indicators, columns: annualColumns, rows };
  const others = [gbaTable(content), sourceTable(content), estimateTable(content), amendmentsTable(content)];
  return [indicators, ...others].filter((table) => table.rows.length > 0);
}

const types: Readonly<Record<string, TableField['type']>> = {
  ...Object.fromEntries(
    ['value', 'actual', 'without_p10', 'without_p50', 'without_p90', 'avoided_p10', 'avoided', 'avoided_p90'].map(
      (name) => [name, 'number'],
    ),
  ),
  ...Object.fromEntries(
    ['covered', 'asked', 'quarters_covered', 'definition_changed', 'return_version', 'unsigned'].map((name) => [
      name,
      'integer',
    ]),
  ),
  published_on: 'date',
  ...fundingTypes,
};

const notes: Readonly<Record<string, Bilingual | undefined>> = {
  ...columnNotes,
  ...fundingNotes,
  source: undefined,
  unsigned: {
    en: '1: comes, in whole or in part, from a form that nothing signs',
    fr: '1 : provient, en tout ou en partie, d’un formulaire que rien ne signe',
  },
  units_by_quarter: {
    en: 'Units that break it down, of those that the figure should cover, by quarter',
    fr: 'Unités qui le ventilent, sur celles que le chiffre doit couvrir, par trimestre',
  },
  suppression: {
    en: 'x: suppressed, 1 to 4 or what would give such a count back',
    fr: 'x : supprimé, de 1 à 4, ou ce qui révélerait un tel nombre',
  },
};

function fieldOf(name: string): TableField {
  const note = notes[name];
  return { name, type: types[name] ?? 'string', ...(note && { description: `${note.en} / ${note.fr}` }) };
}

/** The CSV tables of the year, each with what describes it to statistical software; `prefix` marks those of a draft. */
export function annualTables(content: AnnualContent, separator: CsvSeparator, prefix = ''): readonly DescribedTable[] {
  const tables = tablesOf(content).map(({ name, title, columns, rows }) => {
    const file: BuiltFile = { name: `${prefix}${name}`, bytes: toCsv(columns, rows, separator) };
    return { file, title: `${title.en} / ${title.fr}`, fields: columns.map(fieldOf) };
  });
  const { agreement, pillars } = content;
  if (!pillars) return tables;
  const name = `${prefix}annual-spending-by-pillar.csv`;
  return [...tables, pillarCsv(name, agreement.code, [pillars.year], { ...pillars, separator })];
}
