import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson } from '../kernel/canonicalJson.ts';
import { fingerprintOf, isSignedBy, sha256 } from '../kernel/signing.ts';
import { returnDocument } from './files/document.ts';
import { manifest, manifestHead, manifestName, signedTextOf, type Manifest } from './files/manifest.ts';

export type ReturnProblemCode =
  | 'manifest_missing'
  | 'manifest_invalid'
  | 'manifest_newer'
  | 'signature_invalid'
  | 'file_missing'
  | 'file_extra'
  | 'file_changed'
  | 'content_invalid'
  | 'content_hash_differs';

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

const problem = (code: ReturnProblemCode, file: string | null = null): ReturnProblem => ({ code, file });
const failed = (...problems: readonly ReturnProblem[]): ReturnVerdict => ({ ok: false, problems, fingerprint: null });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Checks an exported return on any machine, without a workspace: signature, every file's hash, nothing missing or added. */
export async function verifyReturn(folder: string): Promise<ReturnVerdict> {
  const path = join(folder, manifestName);
  if (!existsSync(path)) return failed(problem('manifest_missing', manifestName));
  const text = readFileSync(path, 'utf8');
  const parsed = parseJson(text);
  const head = manifestHead.safeParse(parsed);
  if (head.success && head.data.version > 1) return failed(problem('manifest_newer', manifestName));
  const found = manifest.safeParse(parsed);
  if (!found.success || canonicalJson(parsed) !== text) return failed(problem('manifest_invalid', manifestName));
  const { signature, fingerprint } = found.data;
  const signed = isSignedBy(signature, signedTextOf(found.data)) && fingerprintOf(signature.publicKey) === fingerprint;
  const problems = [
    ...(signed ? [] : [problem('signature_invalid', manifestName)]),
    ...fileProblems(folder, found.data),
    ...contentProblems(folder, found.data),
  ];
  return Promise.resolve({ ok: problems.length === 0, problems, fingerprint: signed ? fingerprint : null });
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

function contentProblems(folder: string, { contentHash }: Manifest): readonly ReturnProblem[] {
  const path = join(folder, 'return.json');
  if (!existsSync(path)) return [];
  const parsed = parseJson(readFileSync(path, 'utf8'));
  const document = returnDocument.safeParse(parsed);
  if (!document.success) return [problem('content_invalid', 'return.json')];
  // As it is written: reading adds what returns locked earlier do not have.
  const hash = sha256(canonicalJson((parsed as { readonly content: unknown }).content));
  return hash === contentHash && document.data.contentHash === contentHash
    ? []
    : [problem('content_hash_differs', 'return.json')];
}
