import type { ReturnContent } from '#contract/reporting/returns';
import { codeWords } from '#contract/words/codes';
import { headings } from '#contract/words/headings';
import { breakdownLines } from '../breakdownLines.ts';
import { both, formats, only, sheetColumn, notApplicable, type SheetTable } from '../../../documents/workbook/table.ts';

const noUnit = { en: '', fr: '' };

/** The figures by category; no sheet where none is broken down. */
export function breakdownSheets(content: ReturnContent): readonly SheetTable[] {
  const { values, framework } = content;
  const found = values.flatMap((figure) => breakdownLines(content, figure).map((line) => ({ figure, line })));
  if (found.length === 0) return [];
  const isCount = ({ breakdowns }: (typeof found)[number]['figure']): boolean => breakdowns.length > 0;
  return [
    {
      tab: 'Breakdowns - Ventilations',
      title: { en: 'Indicators by category', fr: 'Indicateurs par catégorie' },
      columns: [
        sheetColumn(headings.code, 7),
        sheetColumn(only('en', headings.indicator), 30),
        sheetColumn(only('fr', headings.indicator), 30),
        sheetColumn(headings.unitOfMeasure, 22),
        sheetColumn(headings.unit, 14),
        sheetColumn(headings.brokenDownBy, 40),
        sheetColumn(headings.category, 44),
        sheetColumn(headings.value, 12, formats.whole),
        sheetColumn(headings.numerator, 14, formats.tally),
        sheetColumn(headings.denominator, 16, formats.tally),
        sheetColumn(headings.status, 22),
        sheetColumn(headings.unitsCovered, 13, formats.tally),
        sheetColumn(headings.unitsAsked, 13, formats.tally),
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
