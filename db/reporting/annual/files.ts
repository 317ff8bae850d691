import { fiscalYearName } from '#contract/ground/period';
import { canonicalJson } from '../../ground/kernel/canonicalJson.ts';
import { fileNamePart, type BuiltFile } from '../../documents/files/builtFile.ts';
import type { CsvSeparator } from '../../documents/files/csv.ts';
import { dataPackageName, dataPackageOf } from '../../documents/files/dataPackage.ts';
import { reportWorkbook } from '../../documents/report/report.ts';
import type { Settings } from '../../store/settings.ts';
import { documentFile } from '../signedReport/document.ts';
import { manifestFile } from '../signedReport/manifest.ts';
import type { AnnualPaper, AnnualSnapshot } from './locked.ts';
import { annualReport, annualTables } from './report.ts';
import { annualFormat, annualKind } from './verify.ts';
import { words } from './words.ts';

function versionPart(locked: AnnualPaper['locked']): string {
  if (locked === null) return '-draft';
  return locked.sequence > 1 ? `-v${locked.sequence}` : '';
}

/** `AG-01-FY2026-27-annual`; a later version is named by its number, a draft as such. */
export function annualFolder({ content, locked }: AnnualPaper): string {
  const { en } = fiscalYearName(content.fiscalYear);
  const version = versionPart(locked);
  return `${fileNamePart(content.agreement.code) || 'agreement'}-${en.replace(' ', '')}-annual${version}`;
}

function workbookOf(paper: AnnualPaper, at: number): Promise<Uint8Array> {
  const { content, locked } = paper;
  const { en, fr } = fiscalYearName(content.fiscalYear);
  // Short: the marking is next to it in the middle of the footer.
  const state = locked === null ? words.draftMark : null;
  const heading = { en: `${en}${state ? ` - ${state.en}` : ''}`, fr: `${fr}${state ? ` - ${state.fr}` : ''}` };
  return reportWorkbook(annualReport(paper), { title: `${content.agreement.code} ${en}`, heading, at });
}

interface AnnualPrint {
  readonly separator: CsvSeparator;
  readonly pdf: Uint8Array | null;
}

/** What may be read before the lock: its names say draft, and nothing signs it. */
export async function buildAnnualDraft(
  draft: AnnualPaper,
  at: number,
  { separator, pdf }: AnnualPrint,
): Promise<readonly BuiltFile[]> {
  return [
    { name: 'draft-annual-report.xlsx', bytes: await workbookOf(draft, at) },
    ...(pdf ? [{ name: 'draft-annual-report.pdf', bytes: pdf }] : []),
    ...annualTables(draft.content, separator, 'draft-').map(({ file }) => file),
  ];
}

function packageFacts(snapshot: AnnualSnapshot, separator: CsvSeparator) {
  const { agreement, fiscalYear } = snapshot.content;
  const { en, fr } = fiscalYearName(fiscalYear);
  return {
    name: annualFolder(snapshot),
    title: `${words.title.en}, ${agreement.code}, ${en} / ${words.title.fr}, ${agreement.code}, ${fr}`,
    created: new Date(snapshot.locked.lockedAt).toISOString(),
    separator,
  };
}

/** Every file of an export, from the locked snapshot alone. The manifest comes last and describes the others. */
export async function buildAnnualFiles(
  snapshot: AnnualSnapshot,
  key: Settings['signingKey'],
  { separator, pdf }: AnnualPrint,
): Promise<readonly BuiltFile[]> {
  const tables = annualTables(snapshot.content, separator);
  const described = canonicalJson(dataPackageOf(packageFacts(snapshot, separator), tables));
  const files: readonly BuiltFile[] = [
    { name: 'annual-report.xlsx', bytes: await workbookOf(snapshot, snapshot.locked.lockedAt) },
    ...(pdf ? [{ name: 'annual-report.pdf', bytes: pdf }] : []),
    ...tables.map(({ file }) => file),
    { name: dataPackageName, bytes: Buffer.from(described, 'utf8') },
    documentFile(annualKind, snapshot),
  ];
  const { fiscalYear, supersedes } = snapshot.content;
  return [...files, manifestFile({ format: annualFormat, fiscalYear, supersedes }, snapshot, files, key)];
}
