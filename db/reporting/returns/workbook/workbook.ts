import { periodOf } from '#contract/ground/period';
import { fixZipTimes } from '../../../documents/files/zipTimes.ts';
import type { Snapshot } from '../locked.ts';
import { agreementSheets } from './agreementTable.ts';
import { cashSheets } from './cashTable.ts';
import { addCover } from './cover.ts';
import { assumptionSheet } from './assumptionTable.ts';
import { breakdownSheets } from './breakdownTable.ts';
import { counterfactualSheet } from './estimateTables.ts';
import { indicatorSheet, unitSheet } from './figureTables.ts';
import { fundingSheets } from './fundingTables.ts';
import { ledgerSheet, staffSheet } from './ledgerTables.ts';
import { addPictures } from '../../../documents/workbook/picture.ts';
import { backlogSheets, changeSheet, fanSheets } from './pictureTables.ts';
import { reconciliationSheets } from './reconciliationTable.ts';
import { fitOnPages } from '../../../documents/workbook/paper.ts';
import { addTable, type Print, type SheetTable } from '../../../documents/workbook/table.ts';
import { bytesOf, newWorkbook } from '../../../documents/workbook/write.ts';
import { definitionSheet, noteSheet, packSheet, qualitySheet, ruleSheet } from './textTables.ts';
import { attestationSheet, explanationSheet, narrativeSheet, restatementSheet } from './writtenTables.ts';

function tablesOf({ content }: Snapshot): readonly SheetTable[] {
  const { counterfactual } = content;
  return [
    indicatorSheet(content),
    ...agreementSheets(content),
    unitSheet(content),
    ...breakdownSheets(content),
    ...reconciliationSheets(content),
    ...backlogSheets(content),
    changeSheet(content),
    ledgerSheet(content),
    ...(counterfactual
      ? [
          counterfactualSheet(counterfactual, content.values),
          ...fanSheets(content, counterfactual),
          assumptionSheet(counterfactual),
        ]
      : []),
    staffSheet(content),
    ...fundingSheets(content),
    ...cashSheets(content),
    explanationSheet(content),
    narrativeSheet(content),
    attestationSheet(content),
    qualitySheet(content),
    definitionSheet(content),
    ruleSheet(content),
    packSheet(content),
    restatementSheet(content),
    noteSheet(content),
  ];
}

/** The most pages that the workbook may print on, by an estimate that is seldom too low; its cover is among them. */
const mostPages = 39;
const coverPages = 2;

/** `return.xlsx`, bilingual. The same snapshot gives the same file: its times are those of the lock. */
export async function buildWorkbook(snapshot: Snapshot): Promise<Uint8Array> {
  const { agreement, quarter, marking } = snapshot.content;
  const { name } = periodOf(quarter);
  const at = new Date(snapshot.locked.lockedAt);
  const workbook = await newWorkbook({ title: `${agreement.code} ${name.en}`, at });
  const print: Print = {
    marking,
    heading: { en: `${agreement.code}, ${name.en}`, fr: name.fr },
  };
  const tables = fitOnPages(tablesOf(snapshot), mostPages - coverPages);
  addCover(workbook, snapshot, tables, print);
  for (const table of tables) await addPictures(workbook, addTable(workbook, table, print), table);
  return fixZipTimes(await bytesOf(workbook));
}
