import { ledgerTerm, ledgerSign, staffingMeasure } from '#contract/codes';
import { quarterMonths } from '#contract/dates';
import type { IndicatorValue, ReturnContent } from '#contract/returns';
import { calculationLabels, ledgerCategories, measuresByCode, statusLabels } from '../labels.ts';
import { both, formats, monthDate, type SheetColumn, type SheetTable, type SheetValue } from './table.ts';

const label = (en: string, fr: string, width: number, format?: string): SheetColumn => ({
  label: { en, fr },
  width,
  ...(format !== undefined && { format }),
});

const figureColumns: readonly SheetColumn[] = [
  label('Code', 'Code', 7),
  label('Indicator', 'Indicator', 30),
  label('Indicateur', 'Indicateur', 30),
  label('Value', 'Valeur', 11, formats.tenth),
  label('Quarter before', 'Trimestre précédent', 13, formats.tenth),
  label('Change', 'Variation', 11, formats.tenth),
  label('Numerator', 'Numérateur', 12, formats.tenth),
  label('Denominator', 'Dénominateur', 13, formats.tenth),
  label('Share', 'Part', 9, formats.share),
  label('Status', 'État', 26),
];

function figureCells(content: ReturnContent, figure: IndicatorValue): readonly SheetValue[] {
  const definition = content.framework.indicators.find((each) => each.code === figure.code);
  const { value, previous, numerator, denominator } = figure;
  return [
    figure.code,
    definition?.name.en ?? figure.code,
    definition?.name.fr ?? figure.code,
    value,
    previous,
    value === null || previous === null ? null : value - previous,
    numerator,
    denominator,
    numerator === null || denominator === null || denominator === 0 ? null : numerator / denominator,
    both(statusLabels[figure.status]),
  ];
}

export function indicatorSheet(content: ReturnContent): SheetTable {
  return {
    tab: 'Indicators - Indicateurs',
    title: { en: 'Indicators of the agreement', fr: 'Indicateurs de l\u2019entente' },
    columns: [
      ...figureColumns,
      label('Units covered', 'Unités couvertes', 10, formats.whole),
      label('Units asked', 'Unités visées', 10, formats.whole),
      label('Source', 'Source', 34),
      label('Definition', 'Définition', 10),
    ],
    rows: content.values
      .filter((each) => each.unitCode === null)
      .map((each) => [
        ...figureCells(content, each),
        each.unitsCovered,
        each.unitsAsked,
        both(calculationLabels[each.calculation]),
        each.definitionVersion,
      ]),
  };
}

export function unitSheet(content: ReturnContent): SheetTable {
  return {
    tab: 'Units - Unités',
    title: { en: 'Indicators by unit', fr: 'Indicateurs par unité' },
    columns: [
      label('Unit', 'Unité', 9),
      label('Unit name', 'Unit name', 28),
      label('Nom de l\u2019unité', 'Nom de l\u2019unité', 28),
      ...figureColumns,
      label('Source', 'Source', 34),
    ],
    rows: content.units.flatMap((unit) =>
      content.values
        .filter((each) => each.unitCode === unit.code)
        .map((each) => [
          unit.code,
          unit.name.en,
          unit.name.fr,
          ...figureCells(content, each),
          both(calculationLabels[each.calculation]),
        ]),
    ),
  };
}

/** The sign with which a column enters the balance stands before its name. */
function ledgerColumn(category: keyof typeof ledgerCategories): SheetColumn {
  const { en, fr } = ledgerCategories[category];
  if (category === 'opening' || category === 'closing') return label(en, fr, 11, formats.whole);
  const sign = category === 'reclassified' ? '±' : ledgerSign[category] > 0 ? '+' : '−';
  return label(`${sign} ${en}`, `${sign} ${fr}`, 14, formats.whole);
}

export function ledgerSheet(content: ReturnContent): SheetTable {
  return {
    tab: 'Ledger - Registre',
    title: { en: 'Backlog ledger', fr: 'Registre de l\u2019arriéré' },
    columns: [
      label('Unit', 'Unité', 9),
      label('Month', 'Mois', 10, formats.month),
      ledgerColumn('opening'),
      ...ledgerTerm.options.map(ledgerColumn),
      ledgerColumn('closing'),
      label('Balances', 'Équilibré', 12),
    ],
    rows: content.ledger.map(({ unitCode, month, line }) => [
      unitCode,
      monthDate(month),
      line.opening,
      ...ledgerTerm.options.map((term) => line.terms[term]),
      line.closing,
      line.balanced ? 'Yes / Oui' : 'No / Non',
    ]),
  };
}

export function staffSheet(content: ReturnContent): SheetTable {
  const valueOf = (unitCode: string, month: string, measure: string): number | null =>
    content.panel.find((each) => each.unitCode === unitCode && each.month === month && each.measure === measure)
      ?.value ?? null;
  return {
    tab: 'Staff - Personnel',
    title: { en: 'Staff in post and overtime', fr: 'Personnel en poste et heures supplémentaires' },
    columns: [
      label('Unit', 'Unité', 9),
      label('Month', 'Mois', 10, formats.month),
      ...staffingMeasure.options.map((measure) => ({
        label: measuresByCode[measure],
        width: 26,
        format: formats.tenth,
      })),
    ],
    rows: content.units.flatMap((unit) =>
      quarterMonths(content.quarter).map((month) => [
        unit.code,
        monthDate(month),
        ...staffingMeasure.options.map((measure) => valueOf(unit.code, month, measure)),
      ]),
    ),
  };
}
