import type { IndicatorValue, ReturnContent } from '#contract/reporting/returns';
import { codeWords } from '#contract/words/codes';
import { headings } from '#contract/words/headings';
import { breakdownLines } from '../breakdownLines.ts';
import { both, formats, only, sheetColumn, notApplicable, type SheetTable } from '../../../documents/workbook/table.ts';

const noUnit = { en: '', fr: '' };

/** The figures by category; no sheet where none is broken down. */
export function breakdownSheets(content: ReturnContent): readonly SheetTable[] {
  const { values, framework } = content;
  const ofAll = values.filter(({ unitCode }) => unitCode === null);
  const ofUnits = values.filter(({ unitCode }) => unitCode !== null);
  const linesOf = (figures: readonly IndicatorValue[]) =>
    figures.flatMap((figure) => breakdownLines(content, figure).map((line) => ({ figure, line })));
  const totals = linesOf(ofAll);
  const found = [...totals, ...linesOf(ofUnits)];
  if (found.length === 0) return [];
  const isCount = ({ breakdowns }: (typeof found)[number]['figure']): boolean => breakdowns.length > 0;
  return [
    {
      tab: 'Breakdowns - Ventilations',
      title: { en: 'Indicators by category', fr: 'Indicateurs par catégorie' },
      isElsewhere: true,
      // The rows of units, many more, come after those of all and are not for paper.
      ...(totals.length > 0 && { printed: { columns: 13, rows: totals.length } }),
      columns: [
        sheetColumn(headings.code, 7),
        sheetColumn(only('en', headings.indicator), 18),
        sheetColumn(only('fr', headings.indicator), 18),
        sheetColumn(headings.unitOfMeasure, 14),
        sheetColumn(headings.unit, 13),
        sheetColumn(headings.brokenDownBy, 20),
        sheetColumn(headings.category, 30),
        sheetColumn(headings.value, 9, formats.whole),
        sheetColumn(headings.numerator, 12, formats.tally),
        sheetColumn(headings.denominator, 13, formats.tally),
        sheetColumn(headings.status, 16),
        sheetColumn(headings.unitsCovered, 10, formats.tally),
        sheetColumn(headings.unitsAsked, 10, formats.tally),
      ],
      rows: found.map(({ figure, line }) => [
        figure.code,
        framework.indicators.find((each) => each.code === figure.code)?.name.en ?? figure.code,
        framework.indicators.find((each) => each.code === figure.code)?.name.fr ?? figure.code,
        both(framework.indicators.find((each) => each.code === figure.code)?.unitOfMeasure ?? noUnit),
        figure.unitCode ?? both(headings.allUnits),
        both(codeWords.breakdown[line.by]),
        both(line.name),
        line.value,
        line.numerator ?? notApplicable,
        isCount(figure) ? notApplicable : line.denominator,
        both(codeWords.valueStatus[line.status]),
        line.unitsCovered,
        line.unitsAsked,
      ]),
      rowFormats: found.map(({ figure }) => (isCount(figure) ? undefined : formats.tenth)),
    },
  ];
}
