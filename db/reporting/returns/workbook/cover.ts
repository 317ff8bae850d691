import type { Bilingual } from '#contract/ground/common';
import { applicationVersion } from '../../../ground/kernel/versions.ts';
import { periodOf } from '#contract/ground/period';
import type { NotReceived } from '#contract/reporting/returnTexts';
import type { Snapshot } from '../locked.ts';
import { addSheet, colours, font, type Print, type SheetTable } from '../../../documents/workbook/table.ts';
import type { Workbook, Worksheet } from '../../../documents/workbook/write.ts';
import { codeWords } from '#contract/words/codes';
import { headings } from '#contract/words/headings';
import { summaryOf } from '../summary/summary.ts';

export const coverTab = 'Cover - Couverture';

const { name } = font;

type Line = readonly [en: string, valueEn: string, fr: string, valueFr: string];

function versionText(sequence: number, language: 'en' | 'fr'): string {
  if (sequence === 1) return '1';
  return language === 'en'
    ? `${sequence}, restates version ${sequence - 1}`
    : `${sequence}, redresse la version ${sequence - 1}`;
}

/** A unit without whose figures the return is made, why, and who decided it. */
function notReceivedLine({ unitCode, why, decidedBy, decidedOn }: NotReceived): Line {
  const decision = `${decidedBy}, ${decidedOn}`;
  return [
    `${headings.notReceived.en}: ${unitCode}`,
    `${why.en || why.fr} (${decision})`,
    `${headings.notReceived.fr} : ${unitCode}`,
    `${why.fr || why.en} (${decision})`,
  ];
}

const line = (name: Bilingual, value: Bilingual): Line => [name.en, value.en, name.fr, value.fr];
const same = (name: Bilingual, value: string): Line => line(name, { en: value, fr: value });

function lines({ locked, content }: Snapshot): readonly Line[] {
  const { agreement, quarter } = content;
  const period = periodOf(quarter);
  const lockedAt = new Date(locked.lockedAt).toISOString();
  const units = content.units.map((each) => each.code).join(', ');
  return [
    same(headings.agreement, agreement.code),
    line(headings.recipient, agreement.recipient),
    line(headings.programme, agreement.programme),
    line(headings.quarter, period.name),
    line(headings.period, {
      en: `${period.firstDay} to ${period.lastDay}`,
      fr: `${period.firstDay} au ${period.lastDay}`,
    }),
    same(headings.units, units),
    ...content.notReceived.map(notReceivedLine),
    line(headings.version, { en: versionText(locked.sequence, 'en'), fr: versionText(locked.sequence, 'fr') }),
    line(headings.actuals, codeWords.actuals[content.actualsStatus]),
    same(headings.lockedAt, lockedAt),
    same(headings.framework, content.framework.version),
    same(headings.madeWith, `Vigie ${applicationVersion}`),
  ];
}

/** What proves the file, below all else. */
function proofLines({ locked }: Snapshot): readonly Line[] {
  return [same(headings.contentHash, locked.contentHash), same(headings.auditHead, locked.auditHead)];
}

function addLines(sheet: Worksheet, lines: readonly Line[]): void {
  for (const values of lines) {
    const row = sheet.addRow([...values]);
    row.alignment = { vertical: 'top', wrapText: true };
    for (const column of [1, 3]) row.getCell(column).font = { name, size: 10, color: { argb: colours.quiet } };
    for (const column of [2, 4]) row.getCell(column).font = { name, size: 11 };
  }
}

/** The summary that the printed return begins with, sentence by sentence. */
function addSummary(sheet: Worksheet, { content }: Snapshot): void {
  for (const { title, lines: sentences } of summaryOf(content)) {
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

function addBanner(sheet: Worksheet, { content }: Snapshot): void {
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
export function addCover(workbook: Workbook, snapshot: Snapshot, tables: readonly SheetTable[], print: Print): void {
  const sheet = addSheet(workbook, coverTab, headings.cover, print);
  sheet.columns = [{ width: 30 }, { width: 54 }, { width: 32 }, { width: 54 }];
  addBanner(sheet, snapshot);
  sheet.addRow([]);
  addSummary(sheet, snapshot);
  sheet.addRow([]);
  addLines(sheet, lines(snapshot));
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
  addLines(sheet, proofLines(snapshot));
}
