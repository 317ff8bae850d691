import { breakdownLabels, categoryName } from '#contract/reporting/breakdownLabels';
import type { ReturnContent } from '#contract/reporting/returns';
import { both, formats, label, type SheetTable } from '../../../documents/workbook/table.ts';
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
      label('By', 'Selon', 24),
      label('Category', 'Catégorie', 44),
      label('Value', 'Valeur', 13, formats.whole),
      label('Status', 'État', 30),
      label('Units covered', 'Unités couvertes', 13, formats.tally),
      label('Units asked', 'Unités visées', 13, formats.tally),
    ],
    rows: categories.map((each) => [
      ...named(content, each.code),
      both(breakdownLabels[each.by]),
      both(categoryName(each, content.categories)),
      cell(each.shown),
      statusOf(each),
      each.unitsCovered,
      each.unitsAsked,
    ]),
  };
}
