import type { PaperLanguages } from '#contract/custody/disclosure';
import type { Locale } from '#contract/ground/codes';
import { pick } from '../../../ground/kernel/pick.ts';
import { codeWords } from '#contract/words/codes';
import { canonicalJson } from '../../../ground/kernel/canonicalJson.ts';
import { fingerprintOf, signText, type SigningKey } from '../../../ground/kernel/signing.ts';
import { applicationVersion } from '../../../ground/kernel/versions.ts';
import { toCsv } from '../../../documents/files/csv.ts';
import { describeFile, type BuiltFile } from '../../../documents/files/builtFile.ts';
import { languages } from '../../../documents/page/language.ts';
import type { Printer } from '../../../documents/page/print.ts';
import { countsOf, type PaperIssue } from './issue.ts';
import { packPage, withheldPage } from './page.ts';

const indexColumns = [
  'record',
  'section',
  'part_en',
  'part_fr',
  'date',
  'changed_since_given',
  'treatment',
  'treatment_en',
  'treatment_fr',
  'ground',
  'ground_en',
  'ground_fr',
] as const;

/** Every record by its number, with what became of it: never what it says. */
function indexFile({ index, grounds }: PaperIssue): BuiltFile {
  const names = new Map(grounds.map(({ code, name }) => [code, name]));
  const rows = index.map(({ number, section, on, isRevised, treatment, ground }) => ({
    record: number,
    section,
    part_en: codeWords.paperSection[section].en,
    part_fr: codeWords.paperSection[section].fr,
    date: on,
    changed_since_given: isRevised ? 1 : 0,
    treatment,
    treatment_en: codeWords.treatment[treatment].en,
    treatment_fr: codeWords.treatment[treatment].fr,
    ground,
    ground_en: names.get(ground ?? '')?.en ?? null,
    ground_fr: names.get(ground ?? '')?.fr ?? null,
  }));
  return { name: 'index.csv', bytes: toCsv(indexColumns, rows) };
}

function manifestFile(issue: PaperIssue, files: readonly BuiltFile[], key: SigningKey): BuiltFile {
  const facts = {
    format: 'vigie-paper-manifest',
    version: 1,
    application: applicationVersion,
    ...pick(issue, 'kind', 'reference', 'addsTo'),
    sentOn: issue.issuedOn,
    issuedAt: new Date(issue.issuedAt).toISOString(),
    contents: issue.contents,
    records: countsOf(issue),
    files: files.map(describeFile),
    fingerprint: fingerprintOf(key.publicKey),
  };
  const signed = { ...facts, signature: signText(key, canonicalJson(facts)) };
  return { name: 'manifest.json', bytes: Buffer.from(canonicalJson(signed), 'utf8') };
}

const localesOf: Readonly<Record<PaperLanguages, readonly Locale[]>> = { en: ['en'], fr: ['fr'], both: ['en', 'fr'] };

/** The files of a paper: it and its list in each language, the index, and the signed manifest that describes them. */
export async function buildPaper(
  issue: PaperIssue,
  chosen: PaperLanguages,
  { print, key }: { readonly print: Printer; readonly key: SigningKey },
): Promise<readonly BuiltFile[]> {
  const files: BuiltFile[] = [];
  const name = issue.kind === 'crown' ? 'disclosure' : 'extract';
  for (const locale of localesOf[chosen]) {
    const language = languages[locale];
    const pages = [
      [`${name}-${locale}.pdf`, packPage(issue, language)],
      [`withheld-${locale}.pdf`, withheldPage(issue, language)],
    ] as const;
    for (const [file, page] of pages) files.push({ name: file, bytes: await print(page, issue.issuedAt) });
  }
  files.push(indexFile(issue));
  return [...files, manifestFile(issue, files, key)];
}
