import { quarterNumbers, type FiscalQuarter } from '#contract/ground/dates';
import { quartersAsked, yearRestsOnForm, type AnnualContent, type AnnualIndicator } from '#contract/reporting/annual';
import { codeWords } from '#contract/words/codes';
import { notAvailable } from '../../documents/notAvailable.ts';
import type { Language } from '../../documents/page/language.ts';
import { markup } from '../../documents/page/markup.ts';
import { heading, paragraph } from '../../documents/page/page.ts';
import type { PaperCell } from '../../documents/page/table.ts';
import { column, type ReportColumn } from '../../documents/report/column.ts';
import type { ReportPart } from '../../documents/report/report.ts';
import { pageOf, sheetOf, type ReportTable } from '../../documents/report/table.ts';
import { both } from '../../documents/workbook/table.ts';
import { amount } from '../indicators/amount.ts';
import { agreementColumn, measureColumn, yearColumn } from '../../documents/report/commonColumns.ts';
import { partialMark, unsignedSuffix, withCover } from './marks.ts';
import { basisWords, quartersOf, words } from './words.ts';

type Named = Pick<AnnualIndicator, 'code' | 'name' | 'unitOfMeasure'>;

export const codeColumn = column.text<Pick<Named, 'code'>>('indicator_code', words.code, ({ code }) => code, {
  width: 7,
  on: ['sheet', 'csv'],
});

/** On paper with its code before it and its unit of measure below. */
export const nameColumn = column.texts<Named>('indicator', words.indicator, ({ name }) => name, {
  width: 34,
  isWide: true,
  page: ({ code, name, unitOfMeasure }, { say }) =>
    markup`${code} ${say(name)}<br><span class="definition">${say(unitOfMeasure)}</span>`,
});

export const unitColumn = measureColumn(({ unitOfMeasure }: Named) => unitOfMeasure, ['sheet', 'csv']);

/** How the figure of the year is made. */
export const basisColumn = column.words<Pick<AnnualIndicator, 'basis'>>(
  'year_basis',
  words.madeOf,
  ({ basis }) => basisWords[basis],
  { width: 40 },
);

const cellOf = ({ cells }: AnnualIndicator, quarter: FiscalQuarter) => cells.find((each) => each.quarter === quarter);

function quarterOnPage(indicator: AnnualIndicator, quarter: FiscalQuarter, language: Language): PaperCell {
  const cell = cellOf(indicator, quarter);
  const value = cell ? amount(indicator, cell.value, language) : null;
  if (!cell || value === null) return cell?.stead ? language.say(words[cell.stead]) : notAvailable;
  const { status, covered, asked, unsigned } = cell;
  return withCover(`${value}${partialMark(status)}`, `${covered}/${asked}`, language, unsigned);
}

function coverOf(indicator: AnnualIndicator, quarter: FiscalQuarter): string | null {
  const cell = cellOf(indicator, quarter);
  if (!cell) return null;
  const stead = cell.stead ? `; ${both(words[cell.stead])}` : '';
  return `${cell.covered}/${cell.asked}${unsignedSuffix(cell.unsigned)}${stead}`;
}

/** What the sheet has next to the figure, the page has under it. */
function quarterColumns(
  quarter: FiscalQuarter,
  indicators: readonly AnnualIndicator[],
): readonly ReportColumn<AnnualIndicator>[] {
  const isMarked = indicators.some((each) => {
    const cell = cellOf(each, quarter);
    return cell !== undefined && (cell.unsigned === true || cell.stead !== undefined);
  });
  return [
    column.number<AnnualIndicator>(
      `q${quarter}`,
      { en: `Q${quarter}`, fr: `T${quarter}` },
      (row) => cellOf(row, quarter)?.value ?? null,
      { width: 11, page: (row, language) => quarterOnPage(row, quarter, language) },
    ),
    column.text<AnnualIndicator>(
      `q${quarter}_covered`,
      { en: `Q${quarter}, covered`, fr: `T${quarter}, couvert` },
      (row) => coverOf(row, quarter),
      { width: isMarked ? 18 : 10, on: ['sheet'] },
    ),
  ];
}

function yearOnPage(indicator: AnnualIndicator, asked: number, language: Language): PaperCell {
  const { basis, quarters, status } = indicator;
  const value = amount(indicator, indicator.value, language);
  if (value === null) return notAvailable;
  const isOver = basis === 'sum' || basis === 'share';
  const cover = language.say(isOver ? quartersOf(quarters, asked) : basisWords[basis]);
  const figure = markup`<strong>${value}${partialMark(status)}</strong>`;
  return withCover(figure, cover, language, yearRestsOnForm(indicator));
}

const yearColumns = (asked: number): readonly ReportColumn<AnnualIndicator>[] => [
  column.number<AnnualIndicator>('year', words.year, ({ value }) => value, {
    page: (row, language) => yearOnPage(row, asked, language),
  }),
  column.words<AnnualIndicator>('status', words.status, ({ status }) => codeWords.valueStatus[status], {
    width: 22,
    on: ['sheet'],
  }),
  column.tally<AnnualIndicator>('quarters', words.quarters, ({ quarters }) => quarters, { width: 12, on: ['sheet'] }),
  {
    ...basisColumn,
    width: 44,
    sheet: (row) => {
      const changed = row.definitionChanged ? ` (${both(words.changed)})` : '';
      return `${both(basisWords[row.basis])}${changed}${unsignedSuffix(yearRestsOnForm(row))}`;
    },
    page: ({ basis, definitionChanged }, { say }) =>
      `${say(basisWords[basis])}${definitionChanged ? `; ${say(words.changed)}` : ''}`,
  },
];

/** Every indicator of the year in a row of its own. */
const indicatorTable = (content: AnnualContent): ReportTable<AnnualIndicator> => ({
  title: words.indicators,
  columns: [
    codeColumn,
    nameColumn,
    unitColumn,
    ...quarterNumbers.flatMap((quarter) => quarterColumns(quarter, content.indicators)),
    ...yearColumns(quartersAsked(content)),
  ],
  rows: content.indicators,
});

interface YearFigure extends Omit<AnnualIndicator, 'cells' | 'quarters'> {
  /** Null of the year. */
  readonly quarter: FiscalQuarter | null;
  readonly covered: number | null;
  readonly asked: number | null;
  readonly quarters: number | null;
  readonly version: number | null;
  readonly state: string | null;
  readonly unsigned: boolean;
}

const missing = { value: null, status: 'not_available', covered: null, asked: null } as const;

/** Each quarter of each indicator, a missing one too, then the year. */
function figuresOf({ indicators, quarters }: AnnualContent): readonly YearFigure[] {
  return indicators.flatMap(({ cells, ...each }) => [
    ...quarterNumbers.map((quarter) => {
      const cell = cells.find((found) => found.quarter === quarter);
      const own = quarters.find((found) => found.quarter === quarter);
      return {
        ...each,
        ...(cell ?? missing),
        quarter,
        quarters: null,
        version: own?.locked?.sequence ?? null,
        state: own?.locked ? 'locked' : (own?.notDue ?? 'missing'),
        unsigned: cell?.unsigned === true,
      };
    }),
    {
      ...each,
      quarter: null,
      covered: null,
      asked: null,
      version: null,
      state: null,
      unsigned: yearRestsOnForm({ ...each, cells }),
    },
  ]);
}

/** The same with one value a row. */
export const figureTable = (content: AnnualContent): ReportTable<YearFigure> => ({
  title: words.indicators,
  columns: [
    codeColumn,
    nameColumn,
    unitColumn,
    agreementColumn(content.agreement.code),
    yearColumn(() => content.fiscalYear),
    column.text<YearFigure>('quarter', words.quarter, ({ quarter }) => quarter && `Q${quarter}`),
    column.number<YearFigure>('value', words.value, ({ value }) => value, { csv: ({ value }) => value }),
    column.text<YearFigure>('status_code', words.status, ({ status }) => status),
    column.tally<YearFigure>('covered', words.covered, ({ covered }) => covered),
    column.tally<YearFigure>('asked', words.unitsAsked, ({ asked }) => asked),
    column.text<YearFigure>('year_basis', words.madeOf, ({ basis }) => basis),
    column.tally<YearFigure>('quarters_covered', words.quarters, ({ quarters }) => quarters),
    column.yes<YearFigure>('definition_changed', words.changed, ({ definitionChanged }) => definitionChanged),
    column.tally<YearFigure>('return_version', words.version, ({ version }) => version),
    column.text<YearFigure>('quarter_state', words.state, ({ state }) => state),
    column.yes<YearFigure>('unsigned', words.unsigned, ({ unsigned }) => unsigned, {
      note: {
        en: '1: comes, in whole or in part, from a form that nothing signs',
        fr: '1 : provient, en tout ou en partie, d’un formulaire que rien ne signe',
      },
    }),
  ],
  rows: figuresOf(content),
});

/** The figures of the year, each with those of its quarters. */
export function indicatorPart(content: AnnualContent): ReportPart {
  const table = indicatorTable(content);
  return {
    page: (language) => {
      const { say } = language;
      const figures =
        table.rows.length === 0
          ? paragraph(say(words.noReturn))
          : pageOf(table, language, { caption: say(words.figuresText) });
      return markup`${heading(language, table.title)}${figures}`;
    },
    sheets: [sheetOf(table, { tab: 'Indicators - Indicateurs', keyColumns: 2, empty: words.noReturn })],
  };
}
