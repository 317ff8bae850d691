import type { Bilingual } from '#contract/ground/common';
import type { AnnualContent } from '#contract/reporting/annual';
import type { OtherFinding } from '#contract/reporting/gbaPlus';
import { markup } from '../../documents/page/markup.ts';
import { paragraph } from '../../documents/page/page.ts';
import { column, type ReportColumn } from '../../documents/report/column.ts';
import type { ReportPart } from '../../documents/report/report.ts';
import { pageOf, sheetOf, type ReportTable } from '../../documents/report/table.ts';
import { agreementColumn } from '../../documents/report/commonColumns.ts';
import { writtenIn } from './quarterTable.ts';
import { words } from './words.ts';

export function sourceTable({ agreement, otherSources }: AnnualContent): ReportTable<OtherFinding> {
  const written = (
    name: 'finding' | 'population' | 'method',
    label: Bilingual,
    width: number,
  ): ReportColumn<OtherFinding> =>
    column.texts(name, label, (row) => row[name], {
      width,
      isWide: true,
      page: (row, language) => writtenIn(row[name], language, agreement.languages),
    });
  return {
    title: words.others,
    columns: [
      agreementColumn(agreement.code),
      written('finding', words.finding, 44),
      written('population', words.population, 28),
      written('method', words.found, 28),
      column.text<OtherFinding>('source', words.source, ({ source }) => source, { width: 34, isWide: true }),
      column.day<OtherFinding>('published_on', words.published, ({ publishedOn }) => publishedOn, {
        sheet: ({ publishedOn }) => publishedOn,
      }),
    ],
    rows: otherSources,
  };
}

/** What others found, in other populations. */
export function sourcePart(content: AnnualContent): ReportPart {
  const table = sourceTable(content);
  return {
    page: (language) => {
      const { say } = language;
      const findings =
        table.rows.length === 0
          ? paragraph(say(words.noOthers))
          : pageOf(table, language, { caption: say(words.othersText) });
      return markup`<h3>${say(table.title)}</h3>${findings}`;
    },
    sheets: [sheetOf(table, { tab: 'Other sources - Autres sources', empty: words.noOthers })],
  };
}
