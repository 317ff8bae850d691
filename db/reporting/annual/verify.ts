import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FiscalYear } from '#contract/ground/dates';
import { canonicalJson } from '../../ground/kernel/canonicalJson.ts';
import { sha256 } from '../../ground/kernel/signing.ts';
import type { ForeignReaders } from '../../ground/foreign/readers.ts';
import { triedBy } from '../../documents/foreign/tried.ts';
import { manifestName } from '../returns/files/manifest.ts';
import {
  fileProblems,
  isFile,
  isLeftBehind,
  isSigned,
  largest,
  linkProblems,
  parseBytes,
  problem,
  readJson,
  type ReturnProblem,
  type ReturnVerdict,
} from '../returns/verify.ts';
import { annualDocument, annualDocumentName, annualManifest, type AnnualManifest } from './manifest.ts';

export const annualManifestTried = triedBy('annual manifest', largest, (bytes) =>
  annualManifest.safeParse(parseBytes(bytes)),
);
export const annualDocumentTried = triedBy('annual document', largest, (bytes) => {
  const parsed = parseBytes(bytes);
  return [annualDocument.safeParse(parsed), canonicalJson(parsed)];
});

export interface AnnualVerdict extends Omit<ReturnVerdict, 'facts'> {
  /** Null where nothing signed can be read. */
  readonly facts: {
    readonly agreement: string;
    readonly fiscalYear: FiscalYear;
    readonly version: number;
    readonly supersedes: number | null;
    /** ISO instant of the lock. */
    readonly lockedAt: string;
  } | null;
}

/** Whether a folder has an annual report in it, and not a quarter's return. */
export const isAnnual = (folder: string): boolean => isFile(join(folder, annualDocumentName));

const refused = (...problems: readonly ReturnProblem[]): AnnualVerdict => ({
  ...{ ok: false, problems, fingerprint: null, facts: null, ignored: [] },
});

const factsOf = ({ agreement, fiscalYear, sequence, supersedes, generatedAt }: AnnualManifest) => ({
  ...{ agreement, fiscalYear, version: sequence, supersedes: supersedes?.sequence ?? null, lockedAt: generatedAt },
});

async function documentProblems(
  folder: string,
  { contentHash }: AnnualManifest,
  readers: ForeignReaders,
): Promise<readonly ReturnProblem[]> {
  const read = await readJson(join(folder, annualDocumentName), annualDocumentTried, readers);
  const document = annualDocument.safeParse(read?.parsed);
  if (!read || !document.success) return [problem('content_invalid', annualDocumentName)];
  const hash = sha256(canonicalJson((read.parsed as { readonly content: unknown }).content));
  const isSame = hash === contentHash && document.data.contentHash === contentHash;
  return isSame ? [] : [problem('content_hash_differs', annualDocumentName)];
}

/**
 * Checks an exported annual report on any machine, without a workspace, as a return is: signature, every file's hash, nothing missing or
 * added.
 * @param expected the fingerprint of the key that should have signed; without it nothing says whose key it is
 */
export async function verifyAnnual(
  folder: string,
  readers: ForeignReaders,
  expected: string | null = null,
): Promise<AnnualVerdict> {
  const links = linkProblems(folder);
  if (links.length > 0) return refused(...links);
  const path = join(folder, manifestName);
  if (!isFile(path)) return refused(problem('manifest_missing', manifestName));
  const read = await readJson(path, annualManifestTried, readers);
  const found = annualManifest.safeParse(read?.parsed);
  if (!read || !found.success || canonicalJson(read.parsed) !== read.text)
    return refused(problem('manifest_invalid', manifestName));
  return verdictOf(folder, found.data, readers, expected);
}

async function verdictOf(
  folder: string,
  found: AnnualManifest,
  readers: ForeignReaders,
  expected: string | null,
): Promise<AnnualVerdict> {
  const signed = isSigned(found);
  const { fingerprint } = found;
  const problems = [
    ...(signed && expected !== null && fingerprint !== expected ? [problem('signer_differs', manifestName)] : []),
    ...(signed ? [] : [problem('signature_invalid', manifestName)]),
    ...(await fileProblems(folder, found, readers)),
    ...(await documentProblems(folder, found, readers)),
  ];
  return {
    ok: problems.length === 0,
    problems,
    fingerprint: signed ? fingerprint : null,
    facts: signed ? factsOf(found) : null,
    ignored: readdirSync(folder).filter(isLeftBehind).sort(),
  };
}
