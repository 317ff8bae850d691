import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { returnProblemCode } from '#contract/reporting/rollup';
import { parseForeignJson } from '../../ground/kernel/foreignJson.ts';
import { endsIn } from '../../ground/kernel/succession.ts';
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

export interface ReturnVerdict {
  readonly ok: boolean;
  readonly problems: readonly ReturnProblem[];
  /** Of the key that signed, to be compared with the one confirmed by telephone: a signature proves integrity, not authority. */
  readonly fingerprint: string | null;
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

const problem = (code: ReturnProblemCode, file: string | null = null): ReturnProblem => ({ code, file });
const failed = (found: ReturnProblem): ReadReturn => ({
  verdict: { ok: false, problems: [found], fingerprint: null },
  manifest: null,
  document: null,
});

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

/** A return of thirty units with its estimate is some ten megabytes. */
const largest = 64 * 1024 * 1024;

const parseBytes = (bytes: Buffer): unknown => parseForeignJson(bytes.toString('utf8'));

export const manifestTried = triedBy('return manifest', largest, (bytes) => manifest.safeParse(parseBytes(bytes)));
export const documentTried = triedBy('return document', largest, (bytes) => {
  const parsed = parseBytes(bytes);
  return [returnDocument.safeParse(parsed), canonicalJson(parsed)];
});

/** The text of a file and what it says; null where it says nothing that can be read. */
async function readJson(
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

/** Checks an exported return on any machine, without a workspace: signature, every file's hash, nothing missing or added. */
export async function verifyReturn(folder: string, readers: ForeignReaders): Promise<ReturnVerdict> {
  return (await readReturn(folder, readers)).verdict;
}

function isSigned(signed: Manifest): boolean {
  const { signature, fingerprint, succession = [] } = signed;
  return (
    isSignedBy(signature, signedTextOf(signed)) &&
    fingerprintOf(signature.publicKey) === fingerprint &&
    endsIn(succession, signature.publicKey)
  );
}

/** The same, with what the return says. */
export async function readReturn(folder: string, readers: ForeignReaders): Promise<ReadReturn> {
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
    verdict: { ok: problems.length === 0, problems, fingerprint: signed ? fingerprint : null },
    manifest: { text, value: found.data },
    document: content.document,
  };
}

/** Null where it is no file that can be read to its end. */
function hashAt(path: string, readers: ForeignReaders): Promise<string | null> {
  return hashOf(fileAt(path, readers)).catch(() => null);
}

async function fileProblems(
  folder: string,
  { files }: Manifest,
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
    ...[...present.keys()].filter((name) => !named.has(name)).map((name) => problem('file_extra', name)),
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
