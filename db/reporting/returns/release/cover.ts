import type { Bilingual } from '#contract/ground/common';
import { headings } from '#contract/words/headings';
import { applicationVersion } from '../../../ground/kernel/versions.ts';
import { periodOf } from '#contract/ground/period';
import type { Snapshot } from '../locked.ts';
import { addSheet, colours, font, type Print } from '../../../documents/workbook/table.ts';
import type { Workbook } from '../../../documents/workbook/write.ts';
import type { ReleaseContent } from './content.ts';
import { methodText, releaseMarking } from './notes.ts';

type Line = readonly [label: Bilingual, value: Bilingual];

function lines({ locked, content }: Snapshot, release: ReleaseContent): readonly Line[] {
  const { agreement, quarter } = content;
  const { name, firstDay, lastDay } = periodOf(quarter);
  const same = (value: string): Bilingual => ({ en: value, fr: value });
  return [
    [headings.agreement, same(agreement.code)],
    [headings.recipient, agreement.recipient],
    [headings.programme, agreement.programme],
    [headings.quarter, name],
    [headings.period, { en: `${firstDay} to ${lastDay}`, fr: `${firstDay} au ${lastDay}` }],
    [headings.units, same(content.units.map((each) => each.code).join(', '))],
    [{ en: 'Method', fr: 'Méthode' }, methodText(release)],
    [{ en: 'Version of the return', fr: 'Version du rapport' }, same(String(locked.sequence))],
    [{ en: 'Figures as of (UTC)', fr: 'Chiffres en date du (UTC)' }, same(new Date(locked.lockedAt).toISOString())],
    [headings.framework, same(content.framework.version)],
    [headings.madeWith, same(`Vigie ${applicationVersion}`)],
  ];
}

/** The first sheet of a release: what it is of, and how small counts were protected. It names no person and no hash of what is exact. */
export function addCover(workbook: Workbook, snapshot: Snapshot, release: ReleaseContent, print: Print): void {
  const { name } = font;
  const sheet = addSheet(workbook, 'Cover - Couverture', headings.cover, print);
  sheet.columns = [{ width: 34 }, { width: 62 }, { width: 38 }, { width: 62 }];
  sheet.addRow([releaseMarking]).font = { name, bold: true, size: 11, color: { argb: colours.header } };
  const title = sheet.addRow([
    'Quarterly return: figures for release',
    null,
    'Rapport trimestriel : chiffres à diffuser',
  ]);
  title.font = { name, bold: true, size: 18, color: { argb: colours.header } };
  title.height = 32;
  if (snapshot.content.demonstration) {
    const notice = sheet.addRow(['FICTITIOUS DATA - demonstration', null, 'DONNÉES FICTIVES - démonstration']);
    notice.font = { name, bold: true, size: 12 };
  }
  sheet.addRow([]);
  for (const [label, value] of lines(snapshot, release)) {
    const row = sheet.addRow([label.en, value.en, label.fr, value.fr]);
    row.alignment = { vertical: 'top', wrapText: true };
    for (const column of [1, 3]) row.getCell(column).font = { name, size: 10, color: { argb: colours.quiet } };
    for (const column of [2, 4]) row.getCell(column).font = { name, size: 11 };
  }
}
