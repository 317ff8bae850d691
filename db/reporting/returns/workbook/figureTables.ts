import { comparisonOf, shortComparisonNotes, type Comparison } from '#contract/reporting/comparison';
import { isMoney } from '#contract/reporting/indicators';
import { steadOf } from '#contract/reporting/stead';
import type { IndicatorValue, ReturnContent } from '#contract/reporting/returns';
import { unsignedMarks } from '#contract/reporting/unsigned';
import { figureCover } from '#contract/reporting/figureCover';
import { ownCode } from '../../indicators/framework.ts';
import { codeWords } from '#contract/words/codes';
import { headings } from '#contract/words/headings';
import {
  both,
  formats,
  only,
  sheetColumn,
  notApplicable,
  type SheetColumn,
  type SheetTable,
  type SheetValue,
} from '../../../documents/workbook/table.ts';

export const figureColumns: readonly SheetColumn[] = [
  sheetColumn(headings.code, 7),
  sheetColumn(only('en', headings.indicator), 17),
  sheetColumn(only('fr', headings.indicator), 18),
  sheetColumn(headings.unitOfMeasure, 15),
  sheetColumn(headings.value, 12, formats.whole),
  sheetColumn(headings.before, 12, formats.whole),
  sheetColumn(headings.change, 11, formats.whole),
  sheetColumn(headings.numerator, 13, formats.whole),
  sheetColumn(headings.denominator, 13, formats.whole),
  sheetColumn(headings.share, 8, formats.share),
  sheetColumn(headings.status, 14),
];

/** Persons, hours and days have tenths and money has cents; files and acts have neither. */
const rowFormats: Readonly<Record<string, string>> = {
  S1: formats.tenth,
  O1: formats.tenth,
  S2: formats.tenth,
  T1: formats.tenth,
};
export function rowFormat(
  { framework }: Pick<ReturnContent, 'framework'>,
  { code }: Pick<IndicatorValue, 'code'>,
): string | undefined {
  const isOfMoney = isMoney(framework.indicators.find((each) => each.code === code));
  return isOfMoney ? formats.money : rowFormats[ownCode(framework, code)];
}

type Figure = Pick<IndicatorValue, 'code' | 'value' | 'numerator' | 'denominator' | 'status'> & Partial<IndicatorValue>;

/** A figure that has tenths shows them for the whole indicator, so that its digits line up. */
function formatIn(content: ReturnContent): (figure: IndicatorValue) => string | undefined {
  const withTenths = new Set(
    content.values.filter(({ value }) => value !== null && !Number.isInteger(value)).map(({ code }) => code),
  );
  return (figure) =>
    rowFormat(content, figure) ?? (withTenths.has(figure.code) && figure.code !== 'K1' ? formats.tenth : undefined);
}

function statusText(figure: Figure): string {
  const stead = steadOf(figure);
  return both(stead ? headings[stead] : codeWords.valueStatus[figure.status]);
}

/** What is defined as no part of a whole and has none is no share. */
function partsOf({ numerator, denominator }: Figure, isShare: boolean): readonly SheetValue[] {
  if (!isShare && numerator === null && denominator === null) return [notApplicable, notApplicable, notApplicable];
  return [numerator, denominator, numerator === null || !denominator ? null : numerator / denominator];
}

/** The earlier figure and the change; neither is shown where it would compare unequal coverage. */
function comparisonCells({ state, previous, change }: Comparison): readonly SheetValue[] {
  const isTold = state === 'comparable' || state === 'no_previous';
  return isTold ? [previous, change?.absolute ?? null] : [notApplicable, notApplicable];
}

export function figureCells(content: ReturnContent, figure: Figure, comparison: Comparison): readonly SheetValue[] {
  const definition = content.framework.indicators.find((each) => each.code === figure.code);
  const notes = shortComparisonNotes(content, { unitCode: null, ...figure }, comparison);
  return [
    figure.code,
    definition?.name.en ?? figure.code,
    definition?.name.fr ?? figure.code,
    definition ? both(definition.unitOfMeasure) : figure.code,
    figure.value,
    ...comparisonCells(comparison),
    ...partsOf(figure, definition != null && definition.denominator !== null),
    [statusText(figure), ...notes.map(both)].join('\n'),
  ];
}

const marksOf = (content: ReturnContent, figure: IndicatorValue): readonly string[] =>
  unsignedMarks(content, figure).map((mark) => both(headings[mark]));

/** A total of which any unit is unsigned, in this quarter or in the one before, says so. */
const sourceText = (content: ReturnContent, figure: IndicatorValue): string =>
  [both(codeWords.calculation[figure.calculation]), ...marksOf(content, figure)].join('\n');

/** In the return of all, the agreements that a figure covers are next to its units. */
const coverColumns = ({ consolidated }: ReturnContent): readonly SheetColumn[] => [
  sheetColumn(headings.unitsCovered, 10, formats.tally),
  sheetColumn(headings.unitsAsked, 10, formats.tally),
  ...(consolidated
    ? [
        sheetColumn(headings.agreementsCovered, 14, formats.tally),
        sheetColumn(headings.agreementsAsked, 14, formats.tally),
      ]
    : []),
];

function coverCells({ consolidated }: ReturnContent, figure: IndicatorValue): readonly SheetValue[] {
  const { covered, asked, of } = figureCover(figure);
  const none = [notApplicable, notApplicable];
  const cells = of === 'units' ? [covered, asked, ...none] : [...none, covered, asked];
  return consolidated ? cells : cells.slice(0, 2);
}

/** What the figure is measured against, where the framework gives it. */
const aimColumns: readonly SheetColumn[] = [
  sheetColumn(headings.baseline, 13, formats.number),
  sheetColumn(headings.baselineOf, 14),
  sheetColumn(headings.target, 12, formats.number),
  sheetColumn(headings.targetBy, 12),
];

function aimCells({ framework }: ReturnContent, code: string): readonly SheetValue[] {
  const { baseline, target } = framework.indicators.find((each) => each.code === code) ?? {};
  return [
    baseline?.value ?? notApplicable,
    baseline?.period ?? null,
    target?.value ?? notApplicable,
    target?.on ?? null,
  ];
}

/** The definition is next to its figure: who reads the number need not look for what it means. */
function definitionCells({ framework }: ReturnContent, code: string): readonly SheetValue[] {
  const definition = framework.indicators.find((each) => each.code === code)?.definition;
  return [definition?.en ?? null, definition?.fr ?? null];
}

export function indicatorSheet(content: ReturnContent): SheetTable {
  const totals = content.values.filter((each) => each.unitCode === null);
  const hasAims = content.framework.indicators.some(({ baseline, target }) => baseline !== null || target !== null);
  const columns = [
    ...figureColumns,
    ...coverColumns(content),
    ...(hasAims ? aimColumns : []),
    sheetColumn(headings.source, 16),
    sheetColumn(headings.definitionVersion, 11),
  ];
  return {
    tab: 'Indicators - Indicateurs',
    isMain: true,
    title: content.consolidated ? headings.indicatorsOfAll : headings.indicatorsOfAgreement,
    columns: [
      ...columns,
      sheetColumn(only('en', headings.definition), 110),
      sheetColumn(only('fr', headings.definition), 110),
    ],
    // On paper the definitions have a sheet of their own.
    printed: { columns: columns.length },
    rows: totals.map((each) => [
      ...figureCells(content, each, comparisonOf(content, each)),
      ...coverCells(content, each),
      ...(hasAims ? aimCells(content, each.code) : []),
      sourceText(content, each),
      each.definitionVersion,
      ...definitionCells(content, each.code),
    ]),
    rowFormats: totals.map(formatIn(content)),
  };
}

export function unitSheet(content: ReturnContent): SheetTable {
  const figures = content.units.flatMap((unit) =>
    content.values.filter((each) => each.unitCode === unit.code).map((figure) => ({ unit, figure })),
  );
  const format = formatIn(content);
  const marks = figures.map(({ figure }) => marksOf(content, figure).join('\n'));
  const hasMarks = marks.some((each) => each !== '');
  return {
    tab: 'Units - Unités',
    title: headings.byUnit,
    isElsewhere: true,
    // On paper without the coverage of one unit by itself.
    ...(!hasMarks && { printed: { columns: 3 + figureColumns.length } }),
    columns: [
      sheetColumn(headings.unit, 9),
      sheetColumn(only('en', headings.unitName), 17),
      sheetColumn(only('fr', headings.unitName), 19),
      ...figureColumns,
      sheetColumn(headings.unitsCovered, 13, formats.tally),
      sheetColumn(headings.unitsAsked, 13, formats.tally),
      ...(hasMarks ? [sheetColumn(headings.signature, 22)] : []),
    ],
    rows: figures.map(({ unit, figure }, index) => [
      unit.code,
      unit.name.en,
      unit.name.fr,
      ...figureCells(content, figure, comparisonOf(content, figure)),
      figure.unitsCovered,
      figure.unitsAsked,
      ...(hasMarks ? [marks[index] || null] : []),
    ]),
    rowFormats: figures.map(({ figure }) => format(figure)),
  };
}
