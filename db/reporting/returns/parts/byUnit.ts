import { restsOnForm } from '#contract/reporting/unsigned';
import type { IndicatorValue, ReturnContent } from '#contract/reporting/returns';
import { both as pair } from '#contract/words/both';
import { codeWords } from '#contract/words/codes';
import { headings } from '#contract/words/headings';
import type { Language } from '../../../documents/page/language.ts';
import { markup } from '../../../documents/page/markup.ts';
import { numberColumn, paperTable, textColumn, type PaperCell } from '../../../documents/page/table.ts';
import { column } from '../../../documents/report/column.ts';
import { sheetOf, type ReportTable } from '../../../documents/report/table.ts';
import { both, formats, notApplicable, withoutLast, type SheetTable } from '../../../documents/workbook/table.ts';
import { breakdownLines } from '../breakdownLines.ts';
import { codeColumn, figureColumns, formatIn, marksOf, measureOf, nameOf, valueRow } from './figures.ts';
import { marksText, valueCell, withCode } from './crossed.ts';
import { minorLine, type ReturnPart } from './part.ts';

/** Indicators beyond the width of a page are in further tables. */
const columnsOfPage = 12;

/** A unit whose figures come from a form that nothing signs says so, as does a total in which they are. */
function unitLabel({ checks }: ReturnContent, unitCode: string | null, { say }: Language): PaperCell {
  const name = unitCode ?? say(headings.total);
  if (!restsOnForm(checks, unitCode)) return name;
  return markup`${name}${minorLine(say(unitCode === null ? headings.partlyUnsigned : headings.unsigned))}`;
}

function unitSheet(content: ReturnContent): SheetTable {
  const rows = content.units.flatMap((unit) =>
    content.values
      .filter((each) => each.unitCode === unit.code)
      .map((figure) => ({ ...valueRow(content, figure), unit, marks: marksOf(content, figure).map(both).join('\n') })),
  );
  const hasMarks = rows.some(({ marks }) => marks !== '');
  const table: ReportTable<(typeof rows)[number]> = {
    title: headings.byUnit,
    columns: [
      column.text('unit', headings.unit, ({ unit }) => unit.code, { width: 9 }),
      column.texts('unit_name', headings.unitName, ({ unit }) => unit.name, { width: 18 }),
      codeColumn,
      ...figureColumns(content),
      column.tally('units_covered', headings.unitsCovered, ({ figure }) => figure.unitsCovered, { width: 13 }),
      column.tally('units_asked', headings.unitsAsked, ({ figure }) => figure.unitsAsked, { width: 13 }),
      ...(hasMarks
        ? [column.text('signature', headings.signature, ({ marks }: (typeof rows)[number]) => marks, { width: 22 })]
        : []),
    ],
    rows,
  };
  const format = formatIn(content);
  const rowFormats = rows.map(({ figure }) => format(figure));
  const sheet = sheetOf(table, { tab: 'Units - Unités', isElsewhere: true, rowFormats });
  // On paper without the coverage of one unit by itself.
  return hasMarks ? sheet : withoutLast(sheet, 2);
}

/** The figures by category; no sheet where none is broken down. */
function breakdownSheets(content: ReturnContent): readonly SheetTable[] {
  const linesOf = (figures: readonly IndicatorValue[]) =>
    figures.flatMap((figure) =>
      breakdownLines(content, figure).map((line) => ({ ...valueRow(content, figure), line })),
    );
  const totals = linesOf(content.values.filter(({ unitCode }) => unitCode === null));
  const rows = [...totals, ...linesOf(content.values.filter(({ unitCode }) => unitCode !== null))];
  if (rows.length === 0) return [];
  const isCount = ({ figure }: (typeof rows)[number]): boolean => figure.breakdowns.length > 0;
  const table: ReportTable<(typeof rows)[number]> = {
    title: pair('Indicators by category', 'Indicateurs par catégorie'),
    columns: [
      codeColumn,
      column.texts('indicator', headings.indicator, nameOf, { width: 18 }),
      column.words('unit_of_measure', headings.unitOfMeasure, measureOf, { width: 14 }),
      column.text('unit', headings.unit, ({ figure }) => figure.unitCode ?? both(headings.allUnits), { width: 13 }),
      column.words('by', headings.brokenDownBy, ({ line }) => codeWords.breakdown[line.by], { width: 20 }),
      column.words('category', headings.category, ({ line }) => line.name),
      column.whole('value', headings.value, ({ line }) => line.value, { width: 9 }),
      column.tally('numerator', headings.numerator, ({ line }) => line.numerator, {
        sheet: ({ line }) => line.numerator ?? notApplicable,
        format: formats.tally,
        width: 12,
      }),
      column.tally('denominator', headings.denominator, ({ line }) => line.denominator, {
        sheet: (row) => (isCount(row) ? notApplicable : row.line.denominator),
        format: formats.tally,
        width: 13,
      }),
      column.words('status', headings.status, ({ line }) => codeWords.valueStatus[line.status], { width: 16 }),
      column.tally('units_covered', headings.unitsCovered, ({ line }) => line.unitsCovered),
      column.tally('units_asked', headings.unitsAsked, ({ line }) => line.unitsAsked),
    ],
    rows,
  };
  return [
    sheetOf(table, {
      tab: 'Breakdowns - Ventilations',
      isElsewhere: true,
      // The rows of units, many more, come after those of all and are not for paper.
      ...(totals.length > 0 && { printed: { columns: 13, rows: totals.length } }),
      rowFormats: rows.map((row) => (isCount(row) ? undefined : formats.tenth)),
    }),
  ];
}

/** Every figure of every unit: on paper units across indicators, in the workbook one below the other, and by category. */
export function byUnitPart(content: ReturnContent) {
  const { indicators } = content.framework;
  const tables = Math.ceil(indicators.length / columnsOfPage);
  const each = Math.ceil(indicators.length / Math.max(tables, 1));
  const pages = Array.from({ length: tables }, (_, page) => indicators.slice(page * each, (page + 1) * each));
  return {
    id: 'by-unit',
    title: headings.byUnit,
    sideways: true,
    page: (language) => {
      const row = (unitCode: string | null, shown: typeof indicators): readonly PaperCell[] => [
        unitLabel(content, unitCode, language),
        ...shown.map(({ code }) => valueCell(content, unitCode, code, language)),
      ];
      return markup`<p>${language.say(marksText)}</p>${pages.map((shown) =>
        paperTable(language, {
          caption: `${language.say(headings.byUnit)}, ${shown[0]?.code ?? ''} - ${shown.at(-1)?.code ?? ''}`,
          columns: [textColumn(headings.unit), ...shown.map((indicator) => numberColumn(withCode(indicator)))],
          rows: [...content.units.map(({ code }) => row(code, shown)), row(null, shown)],
          totalled: true,
        }),
      )}`;
    },
    sheets: [unitSheet(content), ...breakdownSheets(content)],
  } satisfies ReturnPart;
}
