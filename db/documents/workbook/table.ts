import { notAvailable } from '../notAvailable.ts';
import type { Borders, Cell, Workbook, Worksheet } from './write.ts';
import type { Bilingual } from '#contract/ground/common';
import { printable } from '#contract/ground/printable';
import type { PaperFigure } from '../figures/axes.ts';
import type { Language } from '../page/language.ts';

export type SheetValue = string | number | Date | null;

export interface SheetColumn {
  readonly label: Bilingual;
  readonly width: number;
  /** A number format; a column that has one holds numbers or dates. */
  readonly format?: string;
}

export interface SheetTable {
  /** The tab: at most 31 characters, without the ones that Excel refuses. */
  readonly tab: string;
  readonly title: Bilingual;
  readonly columns: readonly SheetColumn[];
  /** How many columns stay in view, as the header row does; the first where it is left out. */
  readonly keyColumns?: number;
  readonly rows: readonly (readonly SheetValue[])[];
  /** For rows whose numbers are counted otherwise than their columns' say: tenths of a person among whole files. */
  readonly rowFormats?: readonly (string | undefined)[];
  /** What the table shows as a picture, next to it in both languages; its rows are then one line each. */
  readonly picture?: SheetPicture;
  /** How much of it is printed, from its first cell, where that is not all: the rest is for the screen and for programs. */
  readonly printed?: { readonly columns: number; readonly rows?: number };
  /** Its rows are in other files too: where paper runs short, these are printed in part first. */
  readonly isElsewhere?: boolean;
  /** What the document is for: where paper runs short, it is printed in part last of all. */
  readonly isMain?: boolean;
  /** Written in place of the header where there is no row. */
  readonly empty?: Bilingual;
  /** Only its first rows are printed; its header says so. */
  readonly isCut?: boolean;
}

/** Printed without so many of its last columns. */
export const withoutLast = (table: SheetTable, columns: number): SheetTable => ({
  ...table,
  printed: { columns: table.columns.length - columns },
});

export interface SheetPicture {
  readonly number: number;
  readonly draw: (language: Language) => PaperFigure | null;
}

export const colours = { header: 'FF1F3A4D', line: 'FFD5DBE0', quiet: 'FF6B7680', warning: 'FFFFF1CC' } as const;
export const formats = {
  whole: '#,##0',
  tally: '0',
  tenth: '#,##0.0',
  number: '#,##0.##',
  money: '#,##0.00',
  share: '0.0%',
  month: 'yyyy-mm',
  day: 'yyyy-mm-dd',
} as const;

/** Symbols of a value that is not available and of one that there cannot be. On paper a blank could be read as a zero. */
export const notApplicable = '...';

export const font = { name: 'Arial', size: 10 } as const;

const thin = { style: 'thin', color: { argb: colours.line } } as const;
const lines: Partial<Borders> = { top: thin, bottom: thin };

export interface Print {
  readonly marking: string;
  readonly heading: Bilingual;
}

/** In a header or footer `&` begins a code. */
const printed = (text: string): string => text.replaceAll('&', '&&');

export function addSheet(workbook: Workbook, tab: string, title: Bilingual, print: Print): Worksheet {
  const sheet = workbook.addWorksheet(tab, {
    views: [{ showGridLines: false }],
    // 1 is Letter, which the library's list of papers lacks.
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, paperSize: 1 as never },
    headerFooter: {
      oddHeader: `&L&9${printed(`${title.en} - ${title.fr}`)}&R&B&9${printed(print.marking)}`,
      oddFooter: `&L&9${printed(`${print.heading.en} - ${print.heading.fr}`)}&C&B&9${printed(print.marking)}&R&9&P / &N`,
    },
  });
  sheet.pageSetup.margins = { left: 0.25, right: 0.25, top: 0.6, bottom: 0.55, header: 0.25, footer: 0.25 };
  return sheet;
}

/** As many characters as one page takes at seven tenths of their size, which is 7 points: smaller is not read. */
export const widestPage = 190;

/** A sheet that one page would shrink too far goes on next to it, its first column repeated. */
function spread(sheet: Worksheet, { columns: all, rows, printed }: SheetTable): void {
  const columns = all.slice(0, printed?.columns);
  const last = (printed?.rows ?? rows.length) + 1;
  if (printed) sheet.pageSetup.printArea = `A1:${sheet.getColumn(columns.length).letter}${String(last)}`;
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  const pages = Math.ceil(width / widestPage);
  if (pages < 2) return;
  sheet.pageSetup.fitToWidth = pages;
  sheet.pageSetup.pageOrder = 'overThenDown';
  sheet.pageSetup.printTitlesColumn = 'A:A';
}

/** A sheet of data: one header row that stays in view and is repeated on every page, real types, no merged cell. */
export function addTable(workbook: Workbook, table: SheetTable, print: Print): Worksheet {
  const sheet = addSheet(workbook, table.tab, table.isCut ? firstRowsOf(table.title) : table.title, print);
  if (table.rows.length === 0 && table.empty) return addSentence(sheet, table.empty);
  sheet.views = [{ state: 'frozen', xSplit: table.keyColumns ?? 1, ySplit: 1, showGridLines: false }];
  sheet.pageSetup.printTitlesRow = '1:1';
  spread(sheet, table);
  sheet.columns = table.columns.map(({ width }) => ({ width }));
  sheet.properties.defaultRowHeight = 15;
  const header = sheet.addRow(
    table.columns.map(({ label }) => (label.en === label.fr ? label.en : `${label.en}\n${label.fr}`)),
  );
  header.height = headerHeight(table);
  header.eachCell((cell, index) => {
    styleHeader(cell, table.columns[index - 1]?.format !== undefined);
  });
  for (const [position, values] of table.rows.entries()) {
    const row = sheet.addRow(
      values.map(
        (value, index) =>
          (typeof value === 'string' ? printable(value) : value) ??
          (table.columns[index]?.format ? notAvailable : null),
      ),
    );
    const rowFormat = table.rowFormats?.[position];
    table.columns.forEach((column, index) => {
      const own =
        column.format === formats.whole && rowFormat !== undefined ? { ...column, format: rowFormat } : column;
      styleValue(row.getCell(index + 1), own);
    });
  }
  if (table.rows.length > 0)
    sheet.autoFilter = {
      from: { row: 1, col: 1 },
      to: { row: table.rows.length + 1, col: table.columns.length },
    };
  return sheet;
}

/** In each language on a line of its own, as wide as is read on paper. */
function addSentence(sheet: Worksheet, { en, fr }: Bilingual): Worksheet {
  sheet.columns = [{ width: 110 }];
  for (const text of [en, fr]) {
    const cell = sheet.addRow([text]).getCell(1);
    cell.font = font;
    cell.alignment = { vertical: 'top', wrapText: true };
  }
  return sheet;
}

const firstRowsOf = ({ en, fr }: Bilingual): Bilingual => ({
  en: `${en} (first rows)`,
  fr: `${fr} (premières lignes)`,
});

/** In points. */
export const headerHeight = ({ columns }: Pick<SheetTable, 'columns'>): number =>
  8 + 13 * Math.max(2, ...columns.map(headerLines));

/** How many lines a header's two languages fill in the column's width. */
function headerLines({ label, width }: SheetColumn): number {
  const texts = label.en === label.fr ? [label.en] : [label.en, label.fr];
  return texts.reduce((lines, text) => lines + Math.ceil((text.length + 2) / (width - 1)), 0);
}

function styleHeader(cell: Cell, numeric: boolean): void {
  cell.font = { ...font, bold: true, color: { argb: 'FFFFFFFF' } };
  cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: colours.header } };
  cell.alignment = { vertical: 'middle', horizontal: numeric ? 'right' : 'left', wrapText: true, indent: 1 };
}

function styleValue(cell: Cell, column: SheetColumn): void {
  const missing = cell.value === notAvailable || cell.value === notApplicable;
  cell.border = lines;
  cell.font = missing ? { ...font, color: { argb: colours.quiet } } : font;
  cell.alignment = {
    vertical: 'top',
    horizontal: column.format ? 'right' : 'left',
    wrapText: !column.format,
    indent: 1,
  };
  if (column.format && !missing) cell.numFmt = column.format;
}

/** Characters of a column that a letter of a bold heading takes, in Arial. */
function letterWidth(letter: string): number {
  if (/[iljtfrI.,'’\-()/]/.test(letter)) return 0.62;
  if (/[mwMW%]/.test(letter)) return 1.7;
  return /\p{Lu}/u.test(letter) ? 1.35 : 1.12;
}

/** The least width of a column in which no word of its heading is broken, in halves. */
function widthOfWords({ en, fr }: Bilingual): number {
  const words = `${en} ${fr}`
    .split(/\s+/)
    .map((word) => word.split('').reduce((sum, each) => sum + letterWidth(each), 1));
  return Math.ceil(2 * Math.max(...words)) / 2;
}

/** A column headed in both languages, as wide as is asked and as their words need; one with a format holds numbers or dates. */
export function sheetColumn(label: Bilingual, width: number, format?: string): SheetColumn {
  return { label, width: Math.max(width, widthOfWords(label)), ...(format !== undefined && { format }) };
}

/** The heading of a column whose text is in one language. */
export function only(language: 'en' | 'fr', label: Bilingual): Bilingual {
  return { en: label[language], fr: label[language] };
}

/** Both languages in one cell, for a short label. */
export function both({ en, fr }: Bilingual): string {
  return en === fr ? en : `${en} / ${fr}`;
}

/** The last day of a month, for a balance at its end. */
export function monthEnd(month: string): Date {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, number ?? 0, 0));
}

/** A month as a real date, which Excel sorts and filters. */
export function monthDate(month: string): Date {
  return new Date(`${month}-01T00:00:00Z`);
}
