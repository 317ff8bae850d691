import { amendmentsOf } from '#contract/reporting/amendments';
import { quarterNumbers } from '#contract/ground/dates';
import {
  yearRestsOnForm,
  type AnnualCell,
  type AnnualContent,
  type AnnualIndicator,
  type AnnualQuarter,
} from '#contract/reporting/annual';
import { codeWords } from '#contract/words/codes';
import { both, formats, only, sheetColumn, type SheetTable, type SheetValue } from '../../documents/workbook/table.ts';
import { amendmentSheets } from '../funding/amendmentTable.ts';
import { pillarSheets } from '../funding/pillarTable.ts';
import { estimateLines } from '../returns/summary/estimate.ts';
import { coverOf, partName } from './gbaWords.ts';
import { unsignedSuffix } from './unsignedMark.ts';
import { basisWords, withoutReturn, words } from './words.ts';

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

const steadSuffix = ({ stead }: AnnualCell): string => (stead ? `; ${both(words[stead])}` : '');

function indicatorRow(each: AnnualIndicator): readonly SheetValue[] {
  const cells = quarterNumbers.flatMap((quarter) => {
    const cell = each.cells.find((found) => found.quarter === quarter);
    return [
      cell?.value ?? null,
      cell === undefined ? '' : `${cell.covered}/${cell.asked}${unsignedSuffix(cell.unsigned)}${steadSuffix(cell)}`,
    ];
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
    `${both(basisWords[each.basis])}${each.definitionChanged ? ` (${both(words.changed)})` : ''}${unsignedSuffix(yearRestsOnForm(each))}`,
  ];
}

function indicatorSheet({ indicators }: AnnualContent): SheetTable {
  const isMarked = (quarter: number): boolean =>
    indicators.some(({ cells }) =>
      cells.some((each) => each.quarter === quarter && (each.unsigned === true || each.stead !== undefined)),
    );
  const ofQuarter = quarterNumbers.flatMap((quarter) => [
    sheetColumn({ en: `Q${quarter}`, fr: `T${quarter}` }, 11, formats.number),
    sheetColumn({ en: `Q${quarter}, covered`, fr: `T${quarter}, couvert` }, isMarked(quarter) ? 18 : 10),
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
    empty: words.noReturn,
  };
}

function noteSheet({ notes }: AnnualContent): SheetTable {
  return {
    tab: 'Lessons - Leçons',
    title: words.lessons,
    columns: [sheetColumn(words.item, 36), sheetColumn(words.textInEnglish, 70), sheetColumn(words.textInFrench, 70)],
    empty: words.noNotes,
    rows: notes.map(({ kind, text }) => [both(kind === 'lesson' ? words.lessons : words.unintended), text.en, text.fr]),
  };
}

/** The barriers of the year in one number, and why there is none by type. */
function barrierRows({ indicators, gba }: AnnualContent): readonly (readonly SheetValue[])[] {
  const found = indicators.find(({ code, own }) => (own ?? code) === 'G1');
  if (!found || found.value === null || gba.some(({ by }) => by === 'barrier')) return [];
  const row = (category: string, value: SheetValue): readonly SheetValue[] => [
    ...[found.code, both(found.name), both(words.barriers), category, value],
    ...['...', '...', ''],
  ];
  return [row(both(words.barriersByKind), null), row(both(words.total), found.value)];
}

function gbaSheet(content: AnnualContent): SheetTable {
  const { gba } = content;
  const percent = (value: number | null): SheetValue => (value === null ? null : value / 100);
  return {
    tab: 'GBA Plus - ACS Plus',
    title: words.gba,
    keyColumns: 3,
    columns: [
      sheetColumn(words.code, 7),
      sheetColumn(words.indicator, 36),
      sheetColumn(words.brokenDownBy, 20),
      sheetColumn(words.category, 40),
      sheetColumn(words.value, 12, formats.whole),
      sheetColumn(words.unknownShare, 14, formats.share),
      sheetColumn(words.notAskedShare, 14, formats.share),
      sheetColumn(words.brokenDownIn, 20),
    ],
    empty: words.noGba,
    rows: [
      ...gba.flatMap((group) => {
        const facts = [group.code, both(group.name), both(codeWords.breakdown[group.by])];
        return [
          ...group.parts.map((part) => [
            ...[...facts, both(partName(group.by, part)), part.value ?? 'x'],
            ...['...', '...', ''],
          ]),
          [
            ...[...facts, both(words.total), group.whole, percent(group.unknownShare), percent(group.notAskedShare)],
            coverOf(group),
          ],
        ];
      }),
      ...barrierRows(content),
    ],
  };
}

function sourceSheet({ otherSources }: AnnualContent): SheetTable {
  return {
    tab: 'Other sources - Autres sources',
    title: words.others,
    columns: [
      sheetColumn(only('en', words.finding), 44),
      sheetColumn(only('fr', words.finding), 44),
      sheetColumn(only('en', words.population), 28),
      sheetColumn(only('fr', words.population), 28),
      sheetColumn(only('en', words.found), 28),
      sheetColumn(only('fr', words.found), 28),
      sheetColumn(words.source, 34),
      sheetColumn(words.published, 13),
    ],
    empty: words.noOthers,
    rows: otherSources.map(({ finding, population, method, source, publishedOn }) => [
      ...[finding.en, finding.fr, population.en, population.fr, method.en, method.fr, source, publishedOn],
    ]),
  };
}

function estimateSheet({ estimate }: AnnualContent): SheetTable {
  const rows = estimate ? estimateLines(estimate) : [words.noEstimate];
  return {
    tab: 'Estimate - Estimation',
    title: words.estimate,
    columns: [sheetColumn(words.textInEnglish, 70), sheetColumn(words.textInFrench, 70)],
    rows: rows.map(({ en, fr }) => [en, fr]),
  };
}

export const annualSheets = (content: AnnualContent): readonly SheetTable[] => [
  quarterSheet(content),
  indicatorSheet(content),
  estimateSheet(content),
  gbaSheet(content),
  sourceSheet(content),
  ...pillarSheets(content.pillars ? [content.pillars] : []),
  ...amendmentSheets(amendmentsOf(content.amendments ?? [])),
  noteSheet(content),
];
