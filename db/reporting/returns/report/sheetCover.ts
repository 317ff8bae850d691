import type { Locale } from '#contract/ground/codes';
import { periodOf } from '#contract/ground/period';
import { languages, type Language } from '../../../documents/page/language.ts';
import { addSheet, colours, font, type Print, type SheetTable } from '../../../documents/workbook/table.ts';
import type { Workbook, Worksheet } from '../../../documents/workbook/write.ts';
import { headings } from '#contract/words/headings';
import { coverFacts, proofFacts } from './facts.ts';
import type { ReturnReport } from './report.ts';

const coverTab = 'Cover - Couverture';

const { name } = font;

type Line = readonly [en: string, valueEn: string, fr: string, valueFr: string];

/** The workbook writes days and instants as programs read them. */
const plain = (locale: Locale): Language => ({
  ...languages[locale],
  say: (text) => text[locale],
  quarter: (quarter) => periodOf(quarter).name[locale],
  day: (day) => day,
  minute: (instant) => new Date(instant).toISOString(),
});

/** The facts of the cover in both languages, side by side. */
function lines(report: ReturnReport): readonly Line[] {
  const { recipient, programme } = report.content.agreement;
  const french = coverFacts(report, plain('fr'));
  const [agreement, ...others] = coverFacts(report, plain('en')).map(([label, value], index): Line => [
    label.en,
    value,
    label.fr,
    french[index]?.[1] ?? value,
  ]);
  return [
    ...(agreement ? [agreement] : []),
    [headings.recipient.en, recipient.en, headings.recipient.fr, recipient.fr],
    [headings.programme.en, programme.en, headings.programme.fr, programme.fr],
    ...others,
  ];
}

const proofLines = ({ locked }: ReturnReport): readonly Line[] =>
  proofFacts(locked).map(([{ en, fr }, value]): Line => [en, value, fr, value]);

function addLines(sheet: Worksheet, lines: readonly Line[]): void {
  for (const values of lines) {
    const row = sheet.addRow([...values]);
    row.alignment = { vertical: 'top', wrapText: true };
    for (const column of [1, 3]) row.getCell(column).font = { name, size: 10, color: { argb: colours.quiet } };
    for (const column of [2, 4]) row.getCell(column).font = { name, size: 11 };
  }
}

/** The summary that the printed return begins with, sentence by sentence. */
function addSummary(sheet: Worksheet, { summary }: ReturnReport): void {
  for (const { title, lines: sentences } of summary) {
    const heading = sheet.addRow([title.en, null, title.fr]);
    heading.font = { name, bold: true, size: 11, color: { argb: colours.header } };
    heading.alignment = { vertical: 'top', wrapText: true };
    for (const { en, fr } of sentences) {
      const row = sheet.addRow([null, en, null, fr]);
      row.font = { name, size: 11 };
      row.alignment = { vertical: 'top', wrapText: true };
    }
  }
}

function addBanner(sheet: Worksheet, { content }: ReturnReport): void {
  const marking = sheet.addRow([content.marking]);
  marking.font = { name, bold: true, size: 11, color: { argb: 'FF9C1C1C' } };
  const title = sheet.addRow([headings.title.en, null, headings.title.fr]);
  title.font = { name, bold: true, size: 20, color: { argb: colours.header } };
  title.height = 32;
  if (!content.demonstration) return;
  const notice = sheet.addRow(['FICTITIOUS DATA - demonstration', null, 'DONNÉES FICTIVES - démonstration', null]);
  notice.font = { name, bold: true, size: 12 };
  for (const column of [1, 2, 3, 4])
    notice.getCell(column).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: colours.warning } };
}

/** The first sheet: the summary, what the return is of, where each table is, and what proves it. */
export function addCover(workbook: Workbook, report: ReturnReport, tables: readonly SheetTable[], print: Print): void {
  const sheet = addSheet(workbook, coverTab, headings.cover, print);
  sheet.columns = [{ width: 30 }, { width: 54 }, { width: 32 }, { width: 54 }];
  addBanner(sheet, report);
  sheet.addRow([]);
  addSummary(sheet, report);
  sheet.addRow([]);
  addLines(sheet, lines(report));
  sheet.addRow([]);
  const heading = sheet.addRow([headings.contents.en, null, headings.contents.fr]);
  heading.font = { name, bold: true, size: 12, color: { argb: colours.header } };
  for (const { tab, title } of tables) {
    const row = sheet.addRow([title.en, null, title.fr]);
    const link = { hyperlink: `#'${tab}'!A1`, tooltip: tab };
    row.getCell(1).value = { text: title.en, ...link };
    row.getCell(3).value = { text: title.fr, ...link };
    row.font = { name, size: 10, underline: true, color: { argb: 'FF1A5FA8' } };
  }
  sheet.addRow([]);
  addLines(sheet, proofLines(report));
}
