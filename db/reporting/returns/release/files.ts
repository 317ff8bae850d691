import type { Settings } from '../../../store/settings.ts';
import { toCsv } from '../../../documents/files/csv.ts';
import type { BuiltFile } from '../../../documents/files/builtFile.ts';
import { describeTables } from '../files/describedTables.ts';
import { manifestFile } from '../../signedReport/manifest.ts';
import { manifestOf } from '../files/manifest.ts';
import { tidyColumns } from '../dictionaryLabels.ts';
import type { Snapshot } from '../locked.ts';
import type { ReleaseContent } from './content.ts';
import { releasedIndicators, releasedLedger } from './rows.ts';
import { buildReleaseWorkbook } from './workbook.ts';

/**
 * Every file of a release, the manifest last. Nothing in them is made from exact figures: not even a hash, from which
 * a reader who knows most of them could find the rest by trying. So the manifest's content hash is that of the release.
 */
export async function buildReleaseFiles(
  snapshot: Snapshot,
  release: ReleaseContent,
  contentHash: string,
  key: Settings['signingKey'],
): Promise<readonly BuiltFile[]> {
  const { content, locked } = snapshot;
  const tables: readonly BuiltFile[] = [
    { name: 'release.xlsx', bytes: await buildReleaseWorkbook(snapshot, release) },
    { name: 'indicators.csv', bytes: toCsv(tidyColumns, releasedIndicators(content, release)) },
    { name: 'ledger.csv', bytes: toCsv(tidyColumns, releasedLedger(content, release)) },
  ];
  const files = [...tables, describeTables(snapshot, tables, { separator: 'comma', isRelease: true })];
  const { method, base } = release;
  const released = { ...snapshot, locked: { ...locked, contentHash } };
  return [...files, manifestFile(manifestOf(content, { method, base }), released, files, key)];
}
