import { categoryName } from '#contract/reporting/breakdownLabels';
import type { ReturnContent } from '#contract/reporting/returns';
import { codeWords } from '#contract/words/codes';
import { headings } from '#contract/words/headings';
import { both, formats, sheetColumn, type SheetTable } from '../../../documents/workbook/table.ts';
import type { ReleaseContent } from './content.ts';
import { cell, figureColumns, named, statusOf } from './sheets.ts';

/** Null where no count of the agreement is broken down, or in one unit alone. */
export function categorySheet(content: ReturnContent, { categories = [] }: ReleaseContent): SheetTable | null {
  if (categories.length === 0) return null;
  return {
    tab: 'Breakdowns - Ventilations',
    title: { en: 'Indicators of the agreement by category', fr: 'Indicateurs de l’entente par catégorie' },
    columns: [
      ...figureColumns.slice(0, 3),
      sheetColumn(headings.brokenDownBy, 24),
      sheetColumn(headings.category, 44),
      sheetColumn(headings.value, 13, formats.whole),
      sheetColumn(headings.status, 30),
      sheetColumn(headings.unitsCovered, 13, formats.tally),
      sheetColumn(headings.unitsAsked, 13, formats.tally),
    ],
    rows: categories.map((each) => [
      ...named(content, each.code),
      both(codeWords.breakdown[each.by]),
      both(categoryName(each, content.categories)),
      cell(each.shown),
      statusOf(content, each),
      each.unitsCovered,
      each.unitsAsked,
    ]),
  };
}
