import { lstatSync, readdirSync, type Dirent } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { z } from 'zod';
import type { Quarter } from '#contract/ground/dates';
import type { returnProblemCode } from '#contract/reporting/rollup';
import { parseForeignJson } from '../../ground/kernel/foreignJson.ts';
import { endsIn, predecessorsOf } from '../../ground/kernel/succession.ts';
import { canonicalJson } from '../../ground/kernel/canonicalJson.ts';
import { fingerprintOf, isSignedBy, sha256 } from '../../ground/kernel/signing.ts';
import type { ForeignReaders } from '../../ground/foreign/readers.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { bytesTried, triedBy, type Tried } from '../../documents/foreign/tried.ts';
import { fileAt, hashOf } from '../../documents/tables/source.ts';
import { returnDocument } from './files/document.ts';
import { manifest, manifestHead, manifestName, newestManifest, signedTextOf, type Manifest } from './files/manifest.ts';

export type ReturnProblemCode = z.infer<typeof returnProblemCode>;

export interface ReturnProblem {
  readonly code: ReturnProblemCode;
  readonly file: string | null;
}

/** What a return says of itself. */
export interface ReturnFacts {
  readonly agreement: string;
  readonly quarter: Quarter;
  readonly version: number;
  readonly supersedes: number | null;
  /** ISO instant of the lock. */
  readonly lockedAt: string;
  readonly released: boolean;
}

export interface ReturnVerdict {
  readonly ok: boolean;
  readonly problems: readonly ReturnProblem[];
  /** Of the key that signed, to be compared with the one confirmed by telephone: a signature proves integrity, not authority. */
  readonly fingerprint: string | null;
  /** Null where nothing signed can be read. */
  readonly facts: ReturnFacts | null;
  /** Files that an operating system or a spreadsheet program left in the folder: no part of the return. */
  readonly ignored: readonly string[];
}

/** A file of an export with what it says, read once: what is believed is the very text that was verified. */
interface ReadFile<T> {
  readonly text: string;
  readonly value: T;
}

export interface ReadReturn {
  readonly verdict: ReturnVerdict;
  readonly manifest: ReadFile<Manifest> | null;
  /** Null in a release, which has none, and where it is not what the manifest says. */
  readonly document: ReadFile<z.infer<typeof returnDocument>> | null;
}

const documentName = 'return.json';

export const problem = (code: ReturnProblemCode, file: string | null = null): ReturnProblem => ({ code, file });
const failed = (...problems: readonly ReturnProblem[]): ReadReturn => ({
  verdict: { ok: false, problems, fingerprint: null, facts: null, ignored: [] },
  manifest: null,
  document: null,
});

/** A link is none: what it leads to is not in the folder, and may be another file later. */
export const isFile = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isFile() === true;

/** Links in the place of files: nothing is read where there is one. */
export const linkProblems = (folder: string): readonly ReturnProblem[] =>
  entriesOf(folder)
    .filter((entry) => entry.isSymbolicLink() && !isLeftBehind(entry.name))
    .map(({ name }) => problem('file_linked', name))
    .toSorted((a, b) => ((a.file ?? '') < (b.file ?? '') ? -1 : 1));

/** A return of thirty units with its estimate is some ten megabytes. */
export const largest = 64 * 1024 * 1024;

export const parseBytes = (bytes: Buffer): unknown => parseForeignJson(bytes.toString('utf8'));

export const manifestTried = triedBy('return manifest', largest, (bytes) => manifest.safeParse(parseBytes(bytes)));
export const documentTried = triedBy('return document', largest, (bytes) => {
  const parsed = parseBytes(bytes);
  return [returnDocument.safeParse(parsed), canonicalJson(parsed)];
});

/** The text of a file and what it says; null where it says nothing that can be read. */
export async function readJson(
  path: string,
  tried: Tried,
  readers: ForeignReaders,
): Promise<{ readonly text: string; readonly parsed: unknown } | null> {
  try {
    const bytes = await bytesTried(fileAt(path, readers), tried);
    return { text: bytes.toString('utf8'), parsed: parseBytes(bytes) };
  } catch (error) {
    if (error instanceof StoreFailure && error.code === 'invalid_input') return null;
    throw error;
  }
}

/**
 * Checks an exported return on any machine, without a workspace: signature, every file's hash, nothing missing or added.
 * @param expected the fingerprint of the key that should have signed; without it nothing says whose key it is
 */
export async function verifyReturn(
  folder: string,
  readers: ForeignReaders,
  expected: string | null = null,
): Promise<ReturnVerdict> {
  const { verdict } = await readReturn(folder, readers);
  if (expected === null || verdict.fingerprint === null || verdict.fingerprint === expected) return verdict;
  return { ...verdict, ok: false, problems: [problem('signer_differs', manifestName), ...verdict.problems] };
}

const factsOf = (signed: Manifest): ReturnFacts => ({
  agreement: signed.agreement,
  quarter: signed.quarter,
  version: signed.sequence,
  supersedes: signed.supersedes?.sequence ?? null,
  lockedAt: signed.generatedAt,
  released: signed.release !== undefined,
});

/** How many folders next to a return are looked at for a later version of it. */
const mostBeside = 200;

interface Later {
  readonly name: string;
  readonly version: number;
}

const isOfSame = (a: ReturnFacts, b: ReturnFacts): boolean =>
  a.agreement === b.agreement && a.released === b.released && isSameQuarter(a.quarter, b.quarter);

/** The latest version of the same return in a folder of the same place, by the signer of this one or a successor; null where this one is the latest. */
export async function supersededBeside(
  folder: string,
  { facts, fingerprint }: Pick<ReturnVerdict, 'facts' | 'fingerprint'>,
  readers: ForeignReaders,
): Promise<Later | null> {
  if (!facts || fingerprint === null) return null;
  const parent = dirname(resolve(folder));
  const others = entriesOf(parent)
    .filter((entry) => entry.isDirectory() && entry.name !== basename(resolve(folder)))
    .slice(0, mostBeside);
  const later: Later[] = [];
  for (const { name } of others) {
    const found = await factsBeside(join(parent, name), fingerprint, readers);
    const version = found && isOfSame(found, facts) ? found.version : 0;
    if (version > facts.version) later.push({ name, version });
  }
  return later.toSorted((a, b) => b.version - a.version)[0] ?? null;
}

/** Nothing where the place may not be read. */
function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

const isSameQuarter = (a: Quarter, b: Quarter): boolean => a.fiscalYear === b.fiscalYear && a.quarter === b.quarter;

async function factsBeside(folder: string, by: string, readers: ForeignReaders): Promise<ReturnFacts | null> {
  const path = join(folder, manifestName);
  if (!isFile(path)) return null;
  const found = manifest.safeParse((await readJson(path, manifestTried, readers))?.parsed);
  if (!found.success || !isSigned(found.data)) return null;
  const { fingerprint, succession = [] } = found.data;
  return [fingerprint, ...predecessorsOf(succession)].includes(by) ? factsOf(found.data) : null;
}

type Signed = Pick<Manifest, 'signature' | 'fingerprint' | 'succession'>;

/** Whether a manifest is signed by the key that it names. */
export function isSigned(signed: Signed): boolean {
  const { signature, fingerprint, succession = [] } = signed;
  return (
    isSignedBy(signature, signedTextOf(signed)) &&
    fingerprintOf(signature.publicKey) === fingerprint &&
    endsIn(succession, signature.publicKey)
  );
}

/** The same, with what the return says. */
export async function readReturn(folder: string, readers: ForeignReaders): Promise<ReadReturn> {
  const links = linkProblems(folder);
  return links.length > 0 ? failed(...links) : readFiles(folder, readers);
}

async function readFiles(folder: string, readers: ForeignReaders): Promise<ReadReturn> {
  const path = join(folder, manifestName);
  if (!isFile(path)) return failed(problem('manifest_missing', manifestName));
  const read = await readJson(path, manifestTried, readers);
  if (!read) return failed(problem('manifest_invalid', manifestName));
  const { text, parsed } = read;
  const head = manifestHead.safeParse(parsed);
  if (head.success && head.data.version > newestManifest) return failed(problem('manifest_newer', manifestName));
  const found = manifest.safeParse(parsed);
  if (!found.success || canonicalJson(parsed) !== text) return failed(problem('manifest_invalid', manifestName));
  const { fingerprint } = found.data;
  const signed = isSigned(found.data);
  const content = await readDocument(folder, found.data, readers);
  const problems = [
    ...(signed ? [] : [problem('signature_invalid', manifestName)]),
    ...(await fileProblems(folder, found.data, readers)),
    ...content.problems,
  ];
  return {
    verdict: {
      ok: problems.length === 0,
      problems,
      fingerprint: signed ? fingerprint : null,
      facts: signed ? factsOf(found.data) : null,
      ignored: readdirSync(folder).filter(isLeftBehind).sort(),
    },
    manifest: { text, value: found.data },
    document: content.document,
  };
}

/** What file managers and spreadsheet programs write into a folder by themselves. */
export const isLeftBehind = (name: string): boolean =>
  /^(?:thumbs\.db|ehthumbs\.db|desktop\.ini|\.ds_store|\._.*|~\$.*|\.~lock\..*#)$/i.test(name);

/** Null where it is no file that can be read to its end. */
function hashAt(path: string, readers: ForeignReaders): Promise<string | null> {
  return hashOf(fileAt(path, readers)).catch(() => null);
}

/** What is missing, changed or extra compared with a manifest. */
export async function fileProblems(
  folder: string,
  { files }: Pick<Manifest, 'files'>,
  readers: ForeignReaders,
): Promise<readonly ReturnProblem[]> {
  const present = new Map(readdirSync(folder, { withFileTypes: true }).map((entry) => [entry.name, entry.isFile()]));
  const named = new Set([manifestName, ...files.map((each) => each.name)]);
  const problems: ReturnProblem[] = [];
  for (const { name, sha256: expected } of files) {
    // A name with a path in it is in no folder's list, so nothing outside the folder is ever read.
    if (!present.has(name)) problems.push(problem('file_missing', name));
    else if (present.get(name) !== true || (await hashAt(join(folder, name), readers)) !== expected)
      problems.push(problem('file_changed', name));
  }
  return [
    ...problems,
    ...[...present.keys()]
      .filter((name) => !named.has(name) && !isLeftBehind(name))
      .map((name) => problem('file_extra', name)),
  ];
}

async function readDocument(
  folder: string,
  { contentHash, files }: Manifest,
  readers: ForeignReaders,
): Promise<Pick<ReadReturn, 'document'> & { readonly problems: readonly ReturnProblem[] }> {
  const path = join(folder, documentName);
  if (!isFile(path)) return { document: null, problems: [] };
  const read = await readJson(path, documentTried, readers);
  const document = returnDocument.safeParse(read?.parsed);
  if (!read || !document.success) return { document: null, problems: [problem('content_invalid', documentName)] };
  const { text, parsed } = read;
  // As it is written: reading adds what returns locked earlier do not have.
  const hash = sha256(canonicalJson((parsed as { readonly content: unknown }).content));
  if (hash !== contentHash || document.data.contentHash !== contentHash)
    return { document: null, problems: [problem('content_hash_differs', documentName)] };
  const isNamed = files.some((each) => each.name === documentName && each.sha256 === sha256(text));
  return { document: isNamed ? { text, value: document.data } : null, problems: [] };
}
