import type { Bilingual } from '#contract/ground/common';
import type { PrintedPage } from '#contract/ground/printedPage';
import { fixZipTimes } from '../files/zipTimes.ts';
import type { Language } from '../page/language.ts';
import { Markup, markup } from '../page/markup.ts';
import { band } from '../page/page.ts';
import { style } from '../page/style.ts';
import { fitOnPages } from '../workbook/paper.ts';
import { addPictures } from '../workbook/picture.ts';
import { addTable, type Print, type SheetTable } from '../workbook/table.ts';
import { bytesOf, newWorkbook, type Workbook } from '../workbook/write.ts';

/** A part of a report: what is on paper in each language, and in the workbook; a part may be in one of them alone. */
export interface ReportPart {
  readonly page?: (language: Language) => Markup | null;
  readonly sheets?: readonly SheetTable[];
}

/** A report of an agreement over a quarter, a year or its life. */
export interface Report {
  readonly title: Bilingual;
  /** Of the agreement. */
  readonly code: string;
  /** What the report is over; absent where that is the agreement's life. */
  readonly period?: Bilingual;
  readonly marking: string;
  /** The languages of the agreement, the first of which comes first. */
  readonly languages: readonly Language[];
  readonly parts: readonly ReportPart[];
}

/** A text once in each language of the report. */
export const inEach = ({ languages }: Pick<Report, 'languages'>, text: Bilingual): string =>
  [...new Set(languages.map(({ say }) => say(text)))].join(' / ');

interface Frame {
  /** What a language's parts are within, under its title. */
  readonly around: (language: Language, parts: Markup, isFirst: boolean) => Markup;
  /** Before all languages. */
  readonly cover?: Markup;
  /** At the foot of each page: which version this is, or that it is a draft. */
  readonly foot: string;
  readonly style?: string;
}

/** The report before it is printed, every language whole. */
export function printedReport(report: Report, { around, cover, foot, style: own = '' }: Frame): PrintedPage {
  const { languages, title, code, period, marking, parts } = report;
  const name = inEach(report, title);
  const about = [code, ...(period ? [inEach(report, period)] : [])];
  const bodies = languages.map((language, index) =>
    around(language, markup`${parts.map(({ page }) => page?.(language) ?? null)}`, index === 0),
  );
  const html = markup`<!doctype html><html lang="${languages[0]?.tag ?? 'en-CA'}"><head><meta charset="utf-8"><title>${[name, ...about].join(' - ')}</title><style>${new Markup(style + own)}</style></head><body>${cover ?? null}<main>${bodies}</main></body></html>`;
  return {
    html: html.text,
    header: band(about.join(', '), marking, name).text,
    footer: band(foot, marking, markup`Page <span class="pageNumber"></span> / <span class="totalPages"></span>`).text,
  };
}

interface Book {
  readonly title: string;
  readonly heading: Bilingual;
  readonly at: number;
  /** Before the sheets, which it lists. */
  readonly cover?: (workbook: Workbook, sheets: readonly SheetTable[], print: Print) => void;
  /** How many pages the sheets may print on together, where that has an end. */
  readonly mostPages?: number;
}

export const sheetsOf = ({ parts }: Pick<Report, 'parts'>): readonly SheetTable[] =>
  parts.flatMap(({ sheets = [] }) => sheets);

/** The workbook, bilingual; the same report at the same instant gives the same bytes. */
export async function reportWorkbook(
  { code, marking, ...report }: Pick<Report, 'code' | 'marking' | 'parts'>,
  { title, heading, at, cover, mostPages = Infinity }: Book,
): Promise<Uint8Array> {
  const workbook = await newWorkbook({ title, at: new Date(at) });
  const print = { marking, heading: { en: `${code}, ${heading.en}`, fr: heading.fr } };
  const tables = fitOnPages(sheetsOf(report), mostPages);
  cover?.(workbook, tables, print);
  for (const table of tables) await addPictures(workbook, addTable(workbook, table, print), table);
  return fixZipTimes(await bytesOf(workbook));
}
