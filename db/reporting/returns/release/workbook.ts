import { periodOf } from '#contract/ground/period';
import { fixZipTimes } from '../../../documents/files/zipTimes.ts';
import type { Snapshot } from '../locked.ts';
import { addTable, type Print } from '../../../documents/workbook/table.ts';
import { bytesOf, newWorkbook } from '../../../documents/workbook/write.ts';
import { definitionSheet } from '../parts/definitions.ts';
import { categorySheet } from './categorySheet.ts';
import type { ReleaseContent } from './content.ts';
import { addCover } from './cover.ts';
import { noteSheet, releaseMarking } from './notes.ts';
import { avoidedSheet, indicatorSheet, ledgerSheet, monthSheet, unitSheet } from './sheets.ts';

/** `release.xlsx`, bilingual. The same release gives the same file: its times are those of the lock. */
export async function buildReleaseWorkbook(snapshot: Snapshot, release: ReleaseContent): Promise<Uint8Array> {
  const { content, locked } = snapshot;
  const { agreement, quarter } = content;
  const { name } = periodOf(quarter);
  const heading = { en: `${agreement.code}, ${name.en}`, fr: name.fr };
  const workbook = await newWorkbook({ title: heading.en, at: new Date(locked.lockedAt) });
  const print: Print = { marking: releaseMarking, heading };
  addCover(workbook, snapshot, release, print);
  const avoided = avoidedSheet(content, release);
  const categories = categorySheet(content, release);
  for (const table of [
    indicatorSheet(content, release),
    unitSheet(content, release),
    ...(categories ? [categories] : []),
    ledgerSheet(content, release),
    monthSheet(content, release),
    ...(avoided ? [avoided] : []),
    definitionSheet(content),
    noteSheet(content.demonstration, release),
  ])
    addTable(workbook, table, print);
  return fixZipTimes(await bytesOf(workbook));
}
