import { canonicalJson } from '../../kernel/canonicalJson.ts';
import type { SigningKey } from '../../kernel/signing.ts';
import type { Snapshot } from '../locked.ts';
import { buildWorkbook } from '../workbook/workbook.ts';
import { toCsv } from './csv.ts';
import { dictionaryColumns, dictionaryTable } from './dictionary.ts';
import { documentOf, documentSchema, returnDocument } from './document.ts';
import { buildManifest, manifestName, type BuiltFile } from './manifest.ts';
import { indicatorTable, ledgerTable, panelTable, tidyColumns, type TidyRow } from './tidy.ts';
import { printedName } from '../paper/print.ts';
import { counterfactualTable } from './tidyEstimate.ts';

const text = (value: string): Uint8Array => Buffer.from(value, 'utf8');

function table(name: string, rows: readonly TidyRow[]): BuiltFile {
  return { name, bytes: toCsv(tidyColumns, rows) };
}

export interface MadeElsewhere {
  /** The printed return; null where nothing could print. */
  readonly pdf: Uint8Array | null;
  /** The funder's own workbook, where one was to be filled. */
  readonly filled: Uint8Array | null;
}

/** Every file of an export, from the locked snapshot alone. The manifest comes last and describes the others. */
export async function buildFiles(
  snapshot: Snapshot,
  key: SigningKey,
  { pdf, filled }: MadeElsewhere,
): Promise<readonly BuiltFile[]> {
  const { content } = snapshot;
  const document = documentOf(snapshot);
  // Read as its readers will; what is written is what was locked, without what reading adds.
  returnDocument.parse(document);
  const files: readonly BuiltFile[] = [
    { name: 'return.xlsx', bytes: await buildWorkbook(snapshot) },
    ...(pdf ? [{ name: printedName, bytes: pdf }] : []),
    ...(filled ? [{ name: 'funder-template.xlsx', bytes: filled }] : []),
    table('indicators.csv', indicatorTable(content)),
    table('ledger.csv', ledgerTable(content)),
    ...(content.counterfactual ? [table('counterfactual.csv', counterfactualTable(content))] : []),
    table('panel.csv', panelTable(content)),
    { name: 'data-dictionary.csv', bytes: toCsv(dictionaryColumns, dictionaryTable(content)) },
    { name: 'return.json', bytes: text(canonicalJson(document)) },
    { name: 'return.schema.json', bytes: text(documentSchema()) },
  ];
  return [...files, { name: manifestName, bytes: text(canonicalJson(buildManifest(snapshot, files, key))) }];
}
