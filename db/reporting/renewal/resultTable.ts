import { fiscalYearName } from '#contract/ground/period';
import type { RenewalContent, RenewalResult, RenewalYear } from '#contract/reporting/renewal';
import { notAvailable } from '../../documents/notAvailable.ts';
import type { Language } from '../../documents/page/language.ts';
import { markup } from '../../documents/page/markup.ts';
import { heading, paragraph } from '../../documents/page/page.ts';
import type { PaperCell } from '../../documents/page/table.ts';
import { column, type ReportColumn } from '../../documents/report/column.ts';
import type { ReportPart } from '../../documents/report/report.ts';
import { pageOf, sheetOf, type ReportTable } from '../../documents/report/table.ts';
import { both } from '../../documents/workbook/table.ts';
import { basisColumn, codeColumn, nameColumn, unitColumn } from '../annual/indicatorTable.ts';
import { partialMark, unsignedSuffix, withCover } from '../annual/marks.ts';
import { basisWords, words as annualWords } from '../annual/words.ts';
import { amount } from '../indicators/amount.ts';
import { words } from './words.ts';

function onPage(result: RenewalResult, index: number, { asked }: RenewalYear, language: Language): PaperCell {
  if (result.basis === 'quarters') return language.say(basisWords.quarters);
  const own = result.years[index];
  const value = own ? amount(result, own.value, language) : null;
  if (!own || value === null) return notAvailable;
  return withCover(`${value}${partialMark(own.status)}`, `${own.quarters}/${asked}`, language, own.unsigned);
}

/** On the page, years with a locked return alone: the others have nothing to show. */
const yearColumns = (year: RenewalYear, index: number): readonly ReportColumn<RenewalResult>[] => {
  const { en, fr } = fiscalYearName(year.fiscalYear);
  return [
    column.number<RenewalResult>(`year_${year.fiscalYear}`, { en, fr }, ({ years }) => years[index]?.value ?? null, {
      width: 14,
      page: (row, language) => onPage(row, index, year, language),
      on: year.sources.length === 0 ? ['sheet'] : ['sheet', 'page'],
    }),
    column.text<RenewalResult>(
      `quarters_${year.fiscalYear}`,
      annualWords.quarters,
      ({ years }) => {
        const own = years[index];
        return own ? `${own.quarters}/${year.asked}${unsignedSuffix(own.unsigned)}` : null;
      },
      { width: 10, on: ['sheet'] },
    ),
  ];
};

const resultTable = ({ years, results }: RenewalContent): ReportTable<RenewalResult> => ({
  title: words.results,
  columns: [
    codeColumn,
    { ...nameColumn, width: 44, sheet: ({ name }) => both(name) },
    unitColumn,
    ...years.flatMap(yearColumns),
    { ...basisColumn, on: ['sheet'] },
  ],
  rows: results,
});

/** Every indicator that a return has, by year. */
export function resultPart(content: RenewalContent): ReportPart {
  const table = resultTable(content);
  return {
    page: (language) => {
      const { say } = language;
      const results =
        table.rows.length === 0
          ? paragraph(say(words.noReturn))
          : pageOf(table, language, { caption: say(words.resultsText) });
      return markup`${heading(language, table.title)}${results}`;
    },
    sheets: [sheetOf(table, { tab: 'Results - Résultats', keyColumns: 2, empty: words.noReturn })],
  };
}
