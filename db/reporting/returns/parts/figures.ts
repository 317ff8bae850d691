import { comparisonOf, shortComparisonNotes, type Comparison } from '#contract/reporting/comparison';
import { isMoney, type IndicatorDefinition } from '#contract/reporting/indicators';
import type { IndicatorValue, ReturnContent } from '#contract/reporting/returns';
import { steadOf } from '#contract/reporting/stead';
import { unsignedMarks } from '#contract/reporting/unsigned';
import type { Bilingual } from '#contract/ground/common';
import { codeWords } from '#contract/words/codes';
import { headings } from '#contract/words/headings';
import type { Language } from '../../../documents/page/language.ts';
import { column, type ReportColumn } from '../../../documents/report/column.ts';
import { both, formats, notApplicable } from '../../../documents/workbook/table.ts';
import { amount } from '../../indicators/amount.ts';
import { ownCode } from '../../indicators/framework.ts';

type Figure = Pick<IndicatorValue, 'code' | 'value' | 'numerator' | 'denominator' | 'status'> & Partial<IndicatorValue>;

/** A figure of all, of a unit or of an agreement, with what the tables say beside it. */
export interface FigureRow<Of extends Figure = Figure> {
  readonly figure: Of;
  readonly comparison: Comparison;
  readonly definition: IndicatorDefinition | undefined;
}

export const figureRow = <Of extends Figure>(
  { framework }: Pick<ReturnContent, 'framework'>,
  figure: Of,
  comparison: Comparison,
): FigureRow<Of> => ({
  figure,
  comparison,
  definition: framework.indicators.find((each) => each.code === figure.code),
});

export const valueRow = (content: ReturnContent, figure: IndicatorValue): FigureRow<IndicatorValue> =>
  figureRow(content, figure, comparisonOf(content, figure));

const plain = (code: string): Bilingual => ({ en: code, fr: code });
export const nameOf = ({ figure, definition }: FigureRow): Bilingual => definition?.name ?? plain(figure.code);

export const measureOf = ({ figure, definition }: FigureRow): Bilingual =>
  definition?.unitOfMeasure ?? plain(figure.code);

export const statusOf = (figure: Figure): Bilingual => {
  const stead = steadOf(figure);
  return stead ? headings[stead] : codeWords.valueStatus[figure.status];
};

/** The earlier figure and the change are shown only where they compare equal coverage. */
const isCompared = ({ comparison: { state } }: FigureRow): boolean => state === 'comparable' || state === 'no_previous';

/** What is defined as no part of a whole and has none is no share. */
const hasParts = ({ figure: { numerator, denominator }, definition }: FigureRow): boolean =>
  (definition != null && definition.denominator !== null) || numerator !== null || denominator !== null;

const shareOf = ({ numerator, denominator }: Figure): number | null =>
  numerator === null || !denominator ? null : numerator / denominator;

function part(
  name: 'numerator' | 'denominator' | 'share',
  value: (figure: Figure) => number | null,
  format: string = formats.whole,
): ReportColumn<FigureRow> {
  return column.number(name, headings[name], ({ figure }) => value(figure), {
    sheet: (row) => (hasParts(row) ? value(row.figure) : notApplicable),
    format,
    width: name === 'share' ? 8 : 13,
    on: ['sheet'],
  });
}

function changeText({ figure, comparison: { change }, definition }: FigureRow, language: Language): string | null {
  if (change === null) return null;
  const { absolute } = change;
  const of = definition ?? figure;
  return isMoney(of) ? `${absolute > 0 ? '+' : ''}${amount(of, absolute, language) ?? ''}` : language.change(absolute);
}

/** A total of which any unit is unsigned, in this quarter or in the one before, says so. */
export const marksOf = (content: ReturnContent, figure: IndicatorValue): readonly Bilingual[] =>
  unsignedMarks(content, figure).map((mark) => headings[mark]);

export const codeColumn: ReportColumn<FigureRow> = column.text('code', headings.code, ({ figure }) => figure.code, {
  width: 7,
});

/** What every table of figures says of each, after its code. */
export const figureColumns = (content: ReturnContent): readonly ReportColumn<FigureRow>[] => [
  column.texts('indicator', headings.indicator, nameOf, { width: 17.5, on: ['sheet'] }),
  column.words('unit_of_measure', headings.unitOfMeasure, measureOf, { width: 15, on: ['sheet'] }),
  column.whole('value', headings.value, ({ figure }) => figure.value, {
    page: ({ figure, definition }, language) => amount(definition ?? figure, figure.value, language),
  }),
  column.whole('before', headings.before, ({ comparison }) => comparison.previous, {
    sheet: (row) => (isCompared(row) ? row.comparison.previous : notApplicable),
    page: (row, language) =>
      isCompared(row) ? amount(row.definition ?? row.figure, row.comparison.previous, language) : notApplicable,
    format: formats.whole,
  }),
  column.whole('change', headings.change, ({ comparison }) => comparison.change?.absolute ?? null, {
    sheet: (row) => (isCompared(row) ? (row.comparison.change?.absolute ?? null) : notApplicable),
    page: (row, language) => (isCompared(row) ? changeText(row, language) : notApplicable),
    format: formats.whole,
    width: 11,
  }),
  part('numerator', ({ numerator }) => numerator),
  part('denominator', ({ denominator }) => denominator),
  part('share', shareOf, formats.share),
  column.text('status', headings.status, ({ figure }) => figure.status, {
    sheet: ({ figure, comparison }) => {
      const notes = shortComparisonNotes(content, { unitCode: null, ...figure }, comparison);
      return [statusOf(figure), ...notes].map(both).join('\n');
    },
    width: 14,
    on: ['sheet'],
  }),
];

/** A figure that has tenths shows them for the whole indicator, so that its digits line up. */
export function formatIn(content: ReturnContent): (figure: IndicatorValue) => string | undefined {
  const withTenths = new Set(
    content.values.filter(({ value }) => value !== null && !Number.isInteger(value)).map(({ code }) => code),
  );
  return (figure) =>
    rowFormat(content, figure) ?? (withTenths.has(figure.code) && figure.code !== 'K1' ? formats.tenth : undefined);
}

/** Persons, hours and days have tenths and money has cents; files and acts have neither. */
export function rowFormat(
  { framework }: Pick<ReturnContent, 'framework'>,
  { code }: Pick<IndicatorValue, 'code'>,
): string | undefined {
  if (isMoney(framework.indicators.find((each) => each.code === code))) return formats.money;
  return ['S1', 'O1', 'S2', 'T1'].includes(ownCode(framework, code)) ? formats.tenth : undefined;
}
