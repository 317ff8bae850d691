import type { Bilingual } from '#contract/ground/common';
import { headings } from '#contract/words/headings';
import type { Language } from '../../../documents/page/language.ts';
import { markup, type Markup } from '../../../documents/page/markup.ts';
import type { ReportColumn } from '../../../documents/report/column.ts';
import { pageOf, sheetOf, type ReportTable } from '../../../documents/report/table.ts';
import type { SheetTable } from '../../../documents/workbook/table.ts';

interface Section {
  readonly id: string;
  readonly title: Bilingual;
  /** On a page of its own that lies on its side. */
  readonly sideways?: boolean;
  /** Short: never on two pages. */
  readonly whole?: boolean;
}

/** A part of a return: a section of the page in each language, absent where it has none, and its sheets. */
export interface ReturnPart extends Section {
  readonly page?: (language: Language) => Markup;
  readonly sheets: readonly SheetTable[];
}

interface TablePart extends Omit<Section, 'title'> {
  readonly tab: string;
  /** On the page in place of a table without a row. */
  readonly none?: Bilingual;
}

/** A part that is one table, under its own title. */
export function tablePart<Row>(table: ReportTable<Row>, { tab, none, ...section }: TablePart): ReturnPart {
  const { title, rows } = table;
  return {
    ...section,
    title,
    page: (language) =>
      none && rows.length === 0
        ? markup`<p>${language.say(none)}</p>`
        : pageOf(table, language, { caption: language.say(title), isHeaded: true }),
    sheets: [sheetOf(table, { tab })],
  };
}

/** A line below the name of an indicator. */
export function minorLine(text: string): Markup {
  return markup`<br><span class="definition">${text}</span>`;
}

/** The unit by its code, or the agreement as a whole. */
export const unitColumn = <Row extends { readonly unitCode: string | null }>(width: number): ReportColumn<Row> => ({
  name: 'unit',
  label: headings.unit,
  kind: 'words',
  width,
  value: ({ unitCode }) => (unitCode === null ? headings.agreement : { en: unitCode, fr: unitCode }),
});
