import { fiscalYearName } from '#contract/ground/period';
import { quarterNumbers, type FiscalQuarter } from '#contract/ground/dates';
import type { AnnualContent, AnnualIndicator, AnnualQuarter } from '#contract/reporting/annual';
import { codeWords } from '#contract/words/codes';
import type { CsvValue } from '../../documents/files/csv.ts';
import { both, formats, only, sheetColumn, type SheetTable, type SheetValue } from '../../documents/workbook/table.ts';
import { basisWords, withoutReturn, words } from './words.ts';

export const annualColumns = [
  'indicator_code',
  'indicator_en',
  'indicator_fr',
  'unit_of_measure_en',
  'unit_of_measure_fr',
  'agreement_code',
  'fy',
  'quarter',
  'value',
  'status_code',
  'covered',
  'asked',
  'year_basis',
  'quarters_covered',
  'definition_changed',
  'return_version',
  'quarter_state',
] as const;
type Row = Readonly<Record<(typeof annualColumns)[number], CsvValue>>;

const missing = { value: null, status: 'not_available', covered: null, asked: null } as const;

function stateOf(quarters: readonly AnnualQuarter[], quarter: FiscalQuarter) {
  const found = quarters.find((each) => each.quarter === quarter);
  const without = found?.notDue ?? 'missing';
  return {
    return_version: found?.locked?.sequence ?? null,
    quarter_state: found?.locked ? 'locked' : without,
  };
}

/** One value a row: each quarter of each indicator, a missing one too, then the year's. */
export function annualRows({ agreement, fiscalYear, indicators, quarters }: AnnualContent): readonly Row[] {
  return indicators.flatMap((each) => {
    const facts = {
      indicator_code: each.code,
      indicator_en: each.name.en,
      indicator_fr: each.name.fr,
      unit_of_measure_en: each.unitOfMeasure.en,
      unit_of_measure_fr: each.unitOfMeasure.fr,
      agreement_code: agreement.code,
      fy: fiscalYearName(fiscalYear).en.replace('FY ', ''),
      year_basis: each.basis,
      definition_changed: each.definitionChanged ? 1 : 0,
    };
    const ofQuarters = quarterNumbers.map((quarter): Row => {
      const cell = each.cells.find((found) => found.quarter === quarter);
      const { value, status, covered, asked } = cell ?? missing;
      return {
        ...{ ...facts, quarter: `Q${quarter}`, value, status_code: status, covered, asked },
        quarters_covered: null,
        ...stateOf(quarters, quarter),
      };
    });
    const year: Row = {
      ...facts,
      quarter: null,
      value: each.value,
      status_code: each.status,
      covered: null,
      asked: null,
      quarters_covered: each.quarters,
      return_version: null,
      quarter_state: null,
    };
    return [...ofQuarters, year];
  });
}

function quarterRow(row: AnnualQuarter): readonly SheetValue[] {
  const { quarter, locked, units, notReceived, reason } = row;
  const { en, fr } = reason ?? { en: '', fr: '' };
  const name = `Q${quarter} / T${quarter}`;
  if (locked === null) return [name, both(withoutReturn(row)), null, null, '', en, fr, ''];
  const { sequence, contentHash } = locked;
  const state = both(sequence > 1 ? words.restated : words.locked);
  return [name, state, sequence, units, notReceived.join(', '), en, fr, contentHash];
}

function quarterSheet({ quarters }: AnnualContent): SheetTable {
  return {
    tab: 'Quarters - Trimestres',
    title: words.quarters,
    columns: [
      sheetColumn(words.quarter, 12),
      sheetColumn(words.state, 24),
      sheetColumn(words.version, 10, formats.tally),
      sheetColumn(words.unitsOf, 10, formats.tally),
      sheetColumn(words.notReceived, 28),
      sheetColumn(only('en', words.reason), 50),
      sheetColumn(only('fr', words.reason), 50),
      sheetColumn(words.contentHash, 66),
    ],
    rows: quarters.map(quarterRow),
  };
}

function indicatorRow(each: AnnualIndicator): readonly SheetValue[] {
  const cells = quarterNumbers.flatMap((quarter) => {
    const cell = each.cells.find((found) => found.quarter === quarter);
    return [cell?.value ?? null, cell === undefined ? '' : `${cell.covered}/${cell.asked}`];
  });
  return [
    each.code,
    each.name.en,
    each.name.fr,
    both(each.unitOfMeasure),
    ...cells,
    each.value,
    both(codeWords.valueStatus[each.status]),
    each.quarters,
    `${both(basisWords[each.basis])}${each.definitionChanged ? ` (${both(words.changed)})` : ''}`,
  ];
}

function indicatorSheet({ indicators }: AnnualContent): SheetTable {
  const ofQuarter = quarterNumbers.flatMap((quarter) => [
    sheetColumn({ en: `Q${quarter}`, fr: `T${quarter}` }, 11, formats.number),
    sheetColumn({ en: `Q${quarter}, covered`, fr: `T${quarter}, couvert` }, 10),
  ]);
  return {
    tab: 'Indicators - Indicateurs',
    title: words.indicators,
    keyColumns: 2,
    columns: [
      sheetColumn(words.code, 7),
      sheetColumn(only('en', words.indicator), 34),
      sheetColumn(only('fr', words.indicator), 34),
      sheetColumn(words.unitOfMeasure, 20),
      ...ofQuarter,
      sheetColumn(words.year, 12, formats.number),
      sheetColumn(words.status, 22),
      sheetColumn(words.quarters, 12, formats.tally),
      sheetColumn(words.madeOf, 44),
    ],
    rows: indicators.map(indicatorRow),
  };
}

function noteSheet({ notes }: AnnualContent): SheetTable {
  return {
    tab: 'Lessons - Leçons',
    title: words.lessons,
    columns: [sheetColumn(words.item, 36), sheetColumn(words.textInEnglish, 70), sheetColumn(words.textInFrench, 70)],
    rows: notes.map(({ kind, text }) => [both(kind === 'lesson' ? words.lessons : words.unintended), text.en, text.fr]),
  };
}

export const annualSheets = (content: AnnualContent): readonly SheetTable[] => [
  quarterSheet(content),
  indicatorSheet(content),
  noteSheet(content),
];
