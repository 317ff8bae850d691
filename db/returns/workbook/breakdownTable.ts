import type { ReturnContent } from '#contract/returns';
import { breakdownLabels, categoryName } from '../breakdownLabels.ts';
import { both, formats, label, notApplicable, type SheetTable } from './table.ts';

/** The figures by category; no sheet where none is broken down. */
export function breakdownSheets({ values, framework }: ReturnContent): readonly SheetTable[] {
  const rows = values.flatMap(({ code, unitCode, parts }) =>
    parts.map((part) => [
      code,
      framework.indicators.find((each) => each.code === code)?.name.en ?? code,
      framework.indicators.find((each) => each.code === code)?.name.fr ?? code,
      unitCode ?? both({ en: 'All units', fr: 'Toutes les unités' }),
      both(breakdownLabels[part.by]),
      both(categoryName(part.category)),
      part.value,
      part.numerator ?? notApplicable,
      part.denominator,
    ]),
  );
  if (rows.length === 0) return [];
  return [
    {
      tab: 'Breakdowns - Ventilations',
      title: { en: 'Indicators by category', fr: 'Indicateurs par catégorie' },
      columns: [
        label('Code', 'Code', 7),
        label('Indicator', 'Indicator', 30),
        label('Indicateur', 'Indicateur', 30),
        label('Unit', 'Unité', 14),
        label('By', 'Selon', 22),
        label('Category', 'Catégorie', 44),
        label('Value', 'Valeur', 12, formats.tenth),
        label('Numerator', 'Numérateur', 14, formats.whole),
        label('Denominator', 'Dénominateur', 16, formats.whole),
      ],
      rows,
    },
  ];
}
