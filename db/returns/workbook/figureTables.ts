import type { Bilingual } from '#contract/common';
import { fundedShares, unsignedUnits, type IndicatorValue, type ReturnContent } from '#contract/returns';
import { calculationLabels, statusLabels } from '../labels.ts';
import { both, formats, label, notApplicable, type SheetColumn, type SheetTable, type SheetValue } from './table.ts';

export const figureColumns: readonly SheetColumn[] = [
  label('Code', 'Code', 7),
  label('Indicator', 'Indicator', 30),
  label('Indicateur', 'Indicateur', 30),
  label('Value', 'Valeur', 12, formats.whole),
  label('Quarter before', 'Trimestre précédent', 14, formats.whole),
  label('Change', 'Variation', 12, formats.whole),
  label('Numerator', 'Numérateur', 14, formats.whole),
  label('Denominator', 'Dénominateur', 16, formats.whole),
  label('Share', 'Part', 10, formats.share),
  label('Status', 'État', 30),
];

/** Persons, hours and days have tenths and money has cents; files and acts have neither. */
const rowFormats: Readonly<Record<string, string>> = {
  S1: formats.tenth,
  O1: formats.tenth,
  S2: formats.tenth,
  T1: formats.tenth,
  F1: formats.money,
};
export const rowFormat = ({ code }: Pick<IndicatorValue, 'code'>): string | undefined => rowFormats[code];

type Figure = Pick<IndicatorValue, 'code' | 'value' | 'numerator' | 'denominator' | 'status' | 'previous'> &
  Partial<IndicatorValue>;

/** Indicators of which a part of a whole is told. */
const withParts: readonly string[] = [...fundedShares, 'S2', 'T1', 'E1', 'F1', 'P1'];

/** An estimate whose evidence carries no single figure is not missing: its interval is given. */
function statusText({ code, value, status, unitsCovered = 0 }: Figure): string {
  if (code === 'K1' && value === null && unitsCovered > 0)
    return both({ en: 'Interval only', fr: 'Intervalle seulement' });
  return both(statusLabels[status]);
}

function partsOf(figure: Figure): readonly SheetValue[] {
  const { numerator, denominator } = figure;
  if (!withParts.includes(figure.code)) return [notApplicable, notApplicable, notApplicable];
  return [numerator, denominator, numerator === null || !denominator ? null : numerator / denominator];
}

export function figureCells(content: ReturnContent, figure: Figure): readonly SheetValue[] {
  const definition = content.framework.indicators.find((each) => each.code === figure.code);
  const { value, previous } = figure;
  const comparison =
    figure.code === 'K1'
      ? [notApplicable, notApplicable]
      : [previous, value === null || previous === null ? null : value - previous];
  return [
    figure.code,
    definition?.name.en ?? figure.code,
    definition?.name.fr ?? figure.code,
    value,
    ...comparison,
    ...partsOf(figure),
    statusText(figure),
  ];
}

const unsignedLabel: Bilingual = { en: 'UNSIGNED', fr: 'NON SIGNÉ' };

/** A total of which any unit is unsigned says so. */
function sourceText({ calculation }: IndicatorValue, isUnsigned: boolean): string {
  const source = both(calculationLabels[calculation]);
  return isUnsigned ? `${source}\n${both({ en: 'partly UNSIGNED', fr: 'en partie NON SIGNÉ' })}` : source;
}

/** In the return of all, the agreements that a figure covers stand beside its units. */
const coverColumns = ({ consolidated }: ReturnContent): readonly SheetColumn[] => [
  label('Units covered', 'Unités couvertes', 13, formats.tally),
  label('Units asked', 'Unités visées', 13, formats.tally),
  ...(consolidated
    ? [
        label('Agreements covered', 'Ententes couvertes', 14, formats.tally),
        label('Agreements asked', 'Ententes visées', 14, formats.tally),
      ]
    : []),
];

function coverCells({ consolidated }: ReturnContent, figure: IndicatorValue): readonly SheetValue[] {
  const { agreements, unitsCovered, unitsAsked } = figure;
  if (!consolidated) return [unitsCovered, unitsAsked];
  return agreements
    ? [notApplicable, notApplicable, agreements.covered, agreements.asked]
    : [unitsCovered, unitsAsked, notApplicable, notApplicable];
}

export function indicatorSheet(content: ReturnContent): SheetTable {
  const totals = content.values.filter((each) => each.unitCode === null);
  const unsigned = unsignedUnits(content.checks);
  return {
    tab: 'Indicators - Indicateurs',
    title: content.consolidated
      ? { en: 'Indicators of all units', fr: 'Indicateurs de toutes les unités' }
      : { en: 'Indicators of the agreement', fr: 'Indicateurs de l\u2019entente' },
    columns: [
      ...figureColumns,
      ...coverColumns(content),
      label('Source', 'Source', 32),
      label('Definition', 'Définition', 12),
    ],
    rows: totals.map((each) => [
      ...figureCells(content, each),
      ...coverCells(content, each),
      sourceText(each, unsigned.size > 0),
      each.definitionVersion,
    ]),
    rowFormats: totals.map(rowFormat),
  };
}

export function unitSheet(content: ReturnContent): SheetTable {
  const figures = content.units.flatMap((unit) =>
    content.values.filter((each) => each.unitCode === unit.code).map((figure) => ({ unit, figure })),
  );
  const unsigned = unsignedUnits(content.checks);
  const signing = (code: string): SheetValue => (unsigned.has(code) ? both(unsignedLabel) : null);
  return {
    tab: 'Units - Unités',
    title: { en: 'Indicators by unit', fr: 'Indicateurs par unité' },
    columns: [
      label('Unit', 'Unité', 9),
      label('Unit name', 'Unit name', 28),
      label('Nom de l\u2019unité', 'Nom de l\u2019unité', 28),
      ...figureColumns,
      ...(unsigned.size > 0 ? [label('Signature', 'Signature', 22)] : []),
    ],
    rows: figures.map(({ unit, figure }) => [
      unit.code,
      unit.name.en,
      unit.name.fr,
      ...figureCells(content, figure),
      ...(unsigned.size > 0 ? [signing(unit.code)] : []),
    ]),
    rowFormats: figures.map(({ figure }) => rowFormat(figure)),
  };
}
