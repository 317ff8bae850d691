import type { Workbook, Worksheet } from 'exceljs';
import { applicationVersion } from '../../../ground/kernel/versions.ts';
import { periodOf } from '#contract/ground/period';
import type { Snapshot } from '../locked.ts';
import { addSheet, colours, font, type Print, type SheetTable } from '../../../documents/workbook/table.ts';
import { codeWords } from '#contract/words/codes';
import { headings } from '#contract/words/headings';

export const coverTab = 'Cover - Couverture';

const { name } = font;

type Line = readonly [en: string, valueEn: string, fr: string, valueFr: string];

function versionText(sequence: number, language: 'en' | 'fr'): string {
  if (sequence === 1) return '1';
  return language === 'en'
    ? `${sequence}, restates version ${sequence - 1}`
    : `${sequence}, redresse la version ${sequence - 1}`;
}

function lines({ locked, content }: Snapshot): readonly Line[] {
  const { agreement, quarter } = content;
  const period = periodOf(quarter);
  const lockedAt = new Date(locked.lockedAt).toISOString();
  const units = content.units.map((each) => each.code).join(', ');
  const same = (en: string, fr: string, value: string): Line => [en, value, fr, value];
  return [
    same('Agreement', 'Entente', agreement.code),
    ['Recipient', agreement.recipient.en, 'Bénéficiaire', agreement.recipient.fr],
    ['Programme', agreement.programme.en, 'Programme', agreement.programme.fr],
    ['Quarter', period.name.en, 'Trimestre', period.name.fr],
    ['Period', `${period.firstDay} to ${period.lastDay}`, 'Période', `${period.firstDay} au ${period.lastDay}`],
    same('Units', 'Unités', units),
    ['Version', versionText(locked.sequence, 'en'), 'Version', versionText(locked.sequence, 'fr')],
    [
      'Actuals',
      codeWords.actuals[content.actualsStatus].en,
      'Dépenses réelles',
      codeWords.actuals[content.actualsStatus].fr,
    ],
    same('Locked at (UTC)', 'Verrouillé le (UTC)', lockedAt),
    same('Performance framework, version', 'Cadre de mesure du rendement, version', content.framework.version),
    same('Made with', 'Produit avec', `Vigie ${applicationVersion}`),
    same('SHA-256 of the content', 'SHA-256 du contenu', locked.contentHash),
    same('Head of the audit journal at the lock', 'Tête du journal d\u2019audit au verrouillage', locked.auditHead),
  ];
}

function addBanner(sheet: Worksheet, { content }: Snapshot): void {
  const marking = sheet.addRow([content.marking]);
  marking.font = { name, bold: true, size: 11, color: { argb: 'FF9C1C1C' } };
  const title = sheet.addRow(['Quarterly return', null, 'Rapport trimestriel']);
  title.font = { name, bold: true, size: 20, color: { argb: colours.header } };
  title.height = 32;
  if (!content.demonstration) return;
  const notice = sheet.addRow(['FICTITIOUS DATA - demonstration', null, 'DONNÉES FICTIVES - démonstration', null]);
  notice.font = { name, bold: true, size: 12 };
  for (const column of [1, 2, 3, 4])
    notice.getCell(column).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: colours.warning } };
}

/** The first sheet: what the return is of, what froze it, and where each table stands. */
export function addCover(workbook: Workbook, snapshot: Snapshot, tables: readonly SheetTable[], print: Print): void {
  const sheet = addSheet(workbook, coverTab, headings.cover, print);
  sheet.columns = [{ width: 30 }, { width: 54 }, { width: 32 }, { width: 54 }];
  addBanner(sheet, snapshot);
  sheet.addRow([]);
  for (const values of lines(snapshot)) {
    const row = sheet.addRow([...values]);
    row.alignment = { vertical: 'top', wrapText: true };
    for (const column of [1, 3]) row.getCell(column).font = { name, size: 10, color: { argb: colours.quiet } };
    for (const column of [2, 4]) row.getCell(column).font = { name, size: 11 };
  }
  sheet.addRow([]);
  const heading = sheet.addRow(['Contents', null, 'Contenu']);
  heading.font = { name, bold: true, size: 12, color: { argb: colours.header } };
  for (const { tab, title } of tables) {
    const row = sheet.addRow([title.en, null, title.fr]);
    const link = { hyperlink: `#'${tab}'!A1`, tooltip: tab };
    row.getCell(1).value = { text: title.en, ...link };
    row.getCell(3).value = { text: title.fr, ...link };
    row.font = { name, size: 10, underline: true, color: { argb: 'FF1A5FA8' } };
  }
}
