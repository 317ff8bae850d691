import { breakdownLabels } from '#contract/reporting/breakdownLabels';
import type { ReturnContent } from '#contract/reporting/returns';
import { breakdownLines } from '../breakdownLines.ts';
import { statusLabels } from '../labels.ts';
import { both, formats, label, notApplicable, type SheetTable } from '../../../documents/workbook/table.ts';

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
        label('Code', 'Code', 7),
        label('Indicator', 'Indicator', 30),
        label('Indicateur', 'Indicateur', 30),
        label('Unit', 'Unité', 14),
        label('By', 'Selon', 40),
        label('Category', 'Catégorie', 44),
        label('Value', 'Valeur', 12, formats.whole),
        label('Numerator', 'Numérateur', 14, formats.tally),
        label('Denominator', 'Dénominateur', 16, formats.tally),
        label('Status', 'État', 22),
        label('Units covered', 'Unités couvertes', 13, formats.tally),
        label('Units asked', 'Unités visées', 13, formats.tally),
      ],
      rows: found.map(({ figure, line }) => [
        figure.code,
        framework.indicators.find((each) => each.code === figure.code)?.name.en ?? figure.code,
        framework.indicators.find((each) => each.code === figure.code)?.name.fr ?? figure.code,
        figure.unitCode ?? both({ en: 'All units', fr: 'Toutes les unités' }),
        both(breakdownLabels[line.by]),
        both(line.name),
        line.value,
        line.numerator ?? notApplicable,
        isCount(figure) ? notApplicable : line.denominator,
        both(statusLabels[line.status]),
        line.unitsCovered,
        line.unitsAsked,
      ]),
      rowFormats: found.map(({ figure }) => (isCount(figure) ? undefined : formats.tenth)),
    },
  ];
}
