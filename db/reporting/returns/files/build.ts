import type { Settings } from '../../../store/settings.ts';
import type { Snapshot } from '../locked.ts';
import type { ReturnReport } from '../report/report.ts';
import { buildWorkbook } from '../report/workbook.ts';
import { toCsv, type CsvSeparator } from '../../../documents/files/csv.ts';
import { describeTables } from './describedTables.ts';
import { dictionaryColumns, dictionaryTable } from './dictionary.ts';
import { documentFile } from '../../signedReport/document.ts';
import { manifestFile } from '../../signedReport/manifest.ts';
import { documentSchema, returnDocument, returnDocumentName } from './document.ts';
import { fileNamePart, type BuiltFile } from '../../../documents/files/builtFile.ts';
import { manifestOf } from './manifest.ts';
import { indicatorTable } from './tidy.ts';
import { ledgerTable, panelTable } from './tidyMonths.ts';
import type { TidyRow } from './tidyRow.ts';
import { tidyColumns } from '../dictionaryLabels.ts';
import { printedName } from '../report/page.ts';
import type { FilledForm } from '../templates/fill.ts';
import { cashFlowTable } from './tidyCash.ts';
import { pillarTable } from './tidyPillars.ts';
import { counterfactualTable } from './tidyEstimate.ts';

/** Options of the export. */
export interface ExportChoices {
  readonly report: ReturnReport;
  readonly separator: CsvSeparator;
  /** The printed return; null where nothing could print. */
  readonly pdf: Uint8Array | null;
  /** The funders' own workbooks that were to be filled. */
  readonly filled: readonly FilledTemplate[];
}

export interface FilledTemplate extends FilledForm {
  /** Of its mapping. */
  readonly name: string;
}

/** One needs no name of its own; of several each bears its mapping's, and its place where two are written alike. */
function templateFiles(filled: readonly FilledTemplate[]): readonly BuiltFile[] {
  if (filled.length === 1) return filled.map(({ bytes, ending }) => ({ name: `funder-template.${ending}`, bytes }));
  const names = filled.map(({ name }) => fileNamePart(name));
  return filled.map(({ bytes, ending }, place) => {
    const name = names[place] ?? '';
    const isAlone = name !== '' && names.filter((each) => each.toLowerCase() === name.toLowerCase()).length === 1;
    const own = isAlone ? name : `${name}${name && '-'}${String(place + 1)}`;
    return { name: `funder-template-${own}.${ending}`, bytes };
  });
}

/** Every file of an export, from the locked snapshot alone. The manifest comes last and describes the others. */
export async function buildFiles(
  snapshot: Snapshot,
  key: Settings['signingKey'],
  { report, pdf, filled, separator }: ExportChoices,
): Promise<readonly BuiltFile[]> {
  const { content } = snapshot;
  const cashFlow = cashFlowTable(content);
  const pillars = pillarTable(content);
  const table = (name: string, rows: readonly TidyRow[]): BuiltFile => ({
    name,
    bytes: toCsv(tidyColumns, rows, separator),
  });
  const described: readonly BuiltFile[] = [
    { name: 'return.xlsx', bytes: await buildWorkbook(report) },
    ...(pdf ? [{ name: printedName, bytes: pdf }] : []),
    ...templateFiles(filled),
    table('indicators.csv', indicatorTable(content)),
    table('ledger.csv', ledgerTable(content)),
    ...(content.counterfactual ? [table('counterfactual.csv', counterfactualTable(content))] : []),
    ...(cashFlow ? [table('cash-flow.csv', cashFlow)] : []),
    ...(pillars ? [table('spending-by-pillar.csv', pillars)] : []),
    table('panel.csv', panelTable(content)),
    { name: 'data-dictionary.csv', bytes: toCsv(dictionaryColumns, dictionaryTable(content), separator) },
    documentFile({ documentName: returnDocumentName, document: returnDocument }, snapshot),
    { name: 'return.schema.json', bytes: Buffer.from(documentSchema(), 'utf8') },
  ];
  const files = [...described, describeTables(snapshot, described, { separator, isRelease: false })];
  return [...files, manifestFile(manifestOf(content), snapshot, files, key)];
}
