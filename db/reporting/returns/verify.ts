import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { returnProblemCode } from '#contract/reporting/rollup';
import { parseForeignJson } from '../../ground/kernel/foreignJson.ts';
import { endsIn } from '../../ground/kernel/succession.ts';
import { canonicalJson } from '../../ground/kernel/canonicalJson.ts';
import { fingerprintOf, isSignedBy, sha256 } from '../../ground/kernel/signing.ts';
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

function parseJson(text: string): unknown {
  try {
    return parseForeignJson(text);
  } catch {
    return null;
  }
}

/** Checks an exported return on any machine, without a workspace: signature, every file's hash, nothing missing or added. */
export function verifyReturn(folder: string): Promise<ReturnVerdict> {
  return Promise.resolve(readReturn(folder).verdict);
}

/** The same, with what the return says. */
export function readReturn(folder: string): ReadReturn {
  const path = join(folder, manifestName);
  if (!isFile(path)) return failed(problem('manifest_missing', manifestName));
  const text = readFileSync(path, 'utf8');
  const parsed = parseJson(text);
  const head = manifestHead.safeParse(parsed);
  if (head.success && head.data.version > newestManifest) return failed(problem('manifest_newer', manifestName));
  const found = manifest.safeParse(parsed);
  if (!found.success || canonicalJson(parsed) !== text) return failed(problem('manifest_invalid', manifestName));
  const { signature, fingerprint, succession = [] } = found.data;
  const signed =
    isSignedBy(signature, signedTextOf(found.data)) &&
    fingerprintOf(signature.publicKey) === fingerprint &&
    endsIn(succession, signature.publicKey);
  const content = readDocument(folder, found.data);
  const problems = [
    ...(signed ? [] : [problem('signature_invalid', manifestName)]),
    ...fileProblems(folder, found.data),
    ...content.problems,
  ];
  return {
    verdict: { ok: problems.length === 0, problems, fingerprint: signed ? fingerprint : null },
    manifest: { text, value: found.data },
    document: content.document,
  };
}

function fileProblems(folder: string, { files }: Manifest): readonly ReturnProblem[] {
  const present = new Map(readdirSync(folder, { withFileTypes: true }).map((entry) => [entry.name, entry.isFile()]));
  const named = new Set([manifestName, ...files.map((each) => each.name)]);
  return [
    ...files.flatMap(({ name, sha256: expected }) => {
      // A name with a path in it is in no folder's list, so nothing outside the folder is ever read.
      if (!present.has(name)) return [problem('file_missing', name)];
      const same = present.get(name) === true && sha256(readFileSync(join(folder, name))) === expected;
      return same ? [] : [problem('file_changed', name)];
    }),
    ...[...present.keys()].filter((name) => !named.has(name)).map((name) => problem('file_extra', name)),
  ];
}

function readDocument(
  folder: string,
  { contentHash, files }: Manifest,
): Pick<ReadReturn, 'document'> & { readonly problems: readonly ReturnProblem[] } {
  const path = join(folder, documentName);
  if (!isFile(path)) return { document: null, problems: [] };
  const text = readFileSync(path, 'utf8');
  const parsed = parseJson(text);
  const document = returnDocument.safeParse(parsed);
  if (!document.success) return { document: null, problems: [problem('content_invalid', documentName)] };
  // As it is written: reading adds what returns locked earlier do not have.
  const hash = sha256(canonicalJson((parsed as { readonly content: unknown }).content));
  if (hash !== contentHash || document.data.contentHash !== contentHash)
    return { document: null, problems: [problem('content_hash_differs', documentName)] };
  const isNamed = files.some((each) => each.name === documentName && each.sha256 === sha256(text));
  return { document: isNamed ? { text, value: document.data } : null, problems: [] };
}
