import type { Bilingual } from '#contract/ground/common';
import type { Language } from './language.ts';
import { type Markup, markup } from './markup.ts';
import { notAvailable } from '../notAvailable.ts';

export interface PaperColumn {
  readonly label: Bilingual;
  /** Its cells are numbers: an absent one is written `..`, never left blank. */
  readonly numeric?: boolean;
  readonly wide?: boolean;
  /** Numbers of files and codes: each on one line. */
  readonly code?: boolean;
}

export type PaperCell = string | number | null | Markup;

export interface PaperTable {
  readonly caption: string;
  /** The heading above says the same: the caption is for screen readers alone. */
  readonly isHeaded?: boolean;
  /** The first one heads the rows. */
  readonly columns: readonly PaperColumn[];
  readonly rows: readonly (readonly PaperCell[])[];
  /** The last row adds up the others. */
  readonly totalled?: boolean;
  /** So many rows one below the other have the same header: it is written once. */
  readonly rowsOfHeader?: number;
}

export const textColumn = (label: Bilingual): PaperColumn => ({ label });
export const wideColumn = (label: Bilingual): PaperColumn => ({ label, wide: true });
export const codeColumn = (label: Bilingual): PaperColumn => ({ label, code: true });
export const numberColumn = (label: Bilingual): PaperColumn => ({ label, numeric: true });

/**
 * A table that a screen reader can walk: every header says what it heads. Its title is a paragraph, since Chromium 130
 * breaks a page that lies on its side after a `caption`.
 */
export function paperTable(language: Language, table: PaperTable): Markup {
  const { caption, isHeaded, columns, rows, totalled, rowsOfHeader = 1 } = table;
  const classOf = ({ numeric, wide, code }: PaperColumn): string =>
    numeric ? 'number' : wide ? 'wide' : code ? 'code' : 'text';
  const written = (value: PaperCell, { numeric }: PaperColumn): string | Markup => {
    if (value === null) return numeric ? notAvailable : '';
    return typeof value === 'number' ? language.number(value) : value;
  };
  const header = (value: string | Markup, each: PaperColumn, position: number): Markup | null => {
    if (rowsOfHeader === 1) return markup`<th scope="row" class="${classOf(each)}">${value}</th>`;
    if (position % rowsOfHeader !== 0) return null;
    return markup`<th scope="rowgroup" rowspan="${rowsOfHeader}" class="${classOf(each)}">${value}</th>`;
  };
  const cell = (row: readonly PaperCell[], position: number, each: PaperColumn, index: number): Markup | null => {
    const value = written(row[index] ?? null, each);
    return index === 0 ? header(value, each, position) : markup`<td class="${classOf(each)}">${value}</td>`;
  };
  const heads = columns.map(
    (each) => markup`<th scope="col" class="${classOf(each)}">${language.say(each.label)}</th>`,
  );
  const lines = rows.map((row, position) => {
    const kind = totalled && position === rows.length - 1 ? 'total' : 'line';
    return markup`<tr class="${kind}">${columns.map((each, index) => cell(row, position, each, index))}</tr>`;
  });
  const title = isHeaded ? null : markup`<p class="title">${caption}</p>`;
  return markup`${title}<table aria-label="${caption}"><thead><tr>${heads}</tr></thead><tbody>${lines}</tbody></table>`;
}
