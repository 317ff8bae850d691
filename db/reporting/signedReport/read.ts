import { join } from 'node:path';
import { z } from 'zod';
import type { ForeignReaders } from '../../ground/foreign/readers.ts';
import { canonicalJson } from '../../ground/kernel/canonicalJson.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { parseForeignJson } from '../../ground/kernel/foreignJson.ts';
import { sha256 } from '../../ground/kernel/signing.ts';
import { bytesTried, triedBy, type Tried } from '../../documents/foreign/tried.ts';
import { fileAt } from '../../documents/tables/source.ts';
import { contentHashOf, type ReportDocument } from './document.ts';
import { fileProblems, isFile, leftBehindIn, linkProblems, problem, type ReportProblem } from './folder.ts';
import { isSigned, manifestName, newestManifest, type ManifestFacts } from './manifest.ts';

/** A report of thirty units with its estimate is some ten megabytes. */
const largest = 64 * 1024 * 1024;

interface Said<Manifest, Content extends z.ZodType, Own> {
  /** Of the manifest. */
  readonly format: string;
  readonly manifest: z.ZodType<Manifest>;
  readonly documentName: string;
  readonly document: ReportDocument<Content>;
  /** What this kind says of itself beside what every report does. */
  readonly own: (signed: Manifest) => Own;
}

/** A kind of report that is exported as a signed folder, with what reads its two files where they can do no harm. */
export type ReportKind<Manifest extends ManifestFacts, Content extends z.ZodType, Own> = Said<
  Manifest,
  Content,
  Own
> & {
  readonly manifestTried: Tried;
  readonly documentTried: Tried;
};

const parseBytes = (bytes: Buffer): unknown => parseForeignJson(bytes.toString('utf8'));

export const reportKind = <Manifest extends ManifestFacts, Content extends z.ZodType, Own>(
  name: string,
  said: Said<Manifest, Content, Own>,
): ReportKind<Manifest, Content, Own> => ({
  ...said,
  manifestTried: triedBy(`${name} manifest`, largest, (bytes) => said.manifest.safeParse(parseBytes(bytes))),
  documentTried: triedBy(`${name} document`, largest, (bytes) => {
    const parsed = parseBytes(bytes);
    return [said.document.safeParse(parsed), canonicalJson(parsed)];
  }),
});

/** What a report says of itself. */
export interface ReportFacts {
  readonly agreement: string;
  readonly version: number;
  readonly supersedes: number | null;
  /** ISO instant of the lock. */
  readonly lockedAt: string;
}

export const factsOf = <Manifest extends ManifestFacts, Own>(
  { own }: Pick<Said<Manifest, z.ZodType, Own>, 'own'>,
  signed: Manifest,
): ReportFacts & Own => ({
  agreement: signed.agreement,
  version: signed.sequence,
  supersedes: signed.supersedes?.sequence ?? null,
  lockedAt: signed.generatedAt,
  ...own(signed),
});

export interface ReportVerdict<Own> {
  readonly ok: boolean;
  readonly problems: readonly ReportProblem[];
  /** Of the key that signed, to be compared with the one confirmed by telephone: a signature proves integrity, not authority. */
  readonly fingerprint: string | null;
  /** Null where nothing signed can be read. */
  readonly facts: (ReportFacts & Own) | null;
  /** Files that an operating system or a spreadsheet program left in the folder: no part of the report. */
  readonly ignored: readonly string[];
}

/** A file of an export with what it says, read once: what is believed is the very text that was verified. */
interface ReadFile<T> {
  readonly text: string;
  readonly value: T;
}

export interface ReadReport<Manifest, Content extends z.ZodType, Own> {
  readonly verdict: ReportVerdict<Own>;
  readonly manifest: ReadFile<Manifest> | null;
  /** Null where there is none, and where it is not what the manifest says. */
  readonly document: ReadFile<z.infer<ReportDocument<Content>>> | null;
}

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

type Read<Manifest> = ReadFile<Manifest> | { readonly problem: ReportProblem };

/** The manifest of a folder, or why there is none; whether its signature holds is not asked. */
export async function readManifest<Manifest extends ManifestFacts>(
  {
    format,
    manifest,
    manifestTried,
  }: Pick<ReportKind<Manifest, z.ZodType, unknown>, 'format' | 'manifest' | 'manifestTried'>,
  folder: string,
  readers: ForeignReaders,
): Promise<Read<Manifest>> {
  const path = join(folder, manifestName);
  if (!isFile(path)) return { problem: problem('manifest_missing', manifestName) };
  const read = await readJson(path, manifestTried, readers);
  const head = z.object({ format: z.literal(format), version: z.int() }).safeParse(read?.parsed);
  if (head.success && head.data.version > newestManifest) return { problem: problem('manifest_newer', manifestName) };
  const found = manifest.safeParse(read?.parsed);
  if (!read || !found.success || canonicalJson(read.parsed) !== read.text)
    return { problem: problem('manifest_invalid', manifestName) };
  return { text: read.text, value: found.data };
}

async function readDocument<Content extends z.ZodType>(
  {
    document,
    documentName,
    documentTried,
  }: Pick<ReportKind<ManifestFacts, Content, unknown>, 'document' | 'documentName' | 'documentTried'>,
  folder: string,
  { contentHash, files }: ManifestFacts,
  readers: ForeignReaders,
): Promise<
  Pick<ReadReport<ManifestFacts, Content, unknown>, 'document'> & { readonly problems: readonly ReportProblem[] }
> {
  const path = join(folder, documentName);
  if (!isFile(path)) return { document: null, problems: [] };
  const read = await readJson(path, documentTried, readers);
  const found = document.safeParse(read?.parsed);
  if (!read || !found.success) return { document: null, problems: [problem('content_invalid', documentName)] };
  const { text, parsed } = read;
  // As it is written: reading adds what was locked earlier does not have.
  const hash = contentHashOf((parsed as { readonly content: unknown }).content);
  if (hash !== contentHash || found.data.contentHash !== contentHash)
    return { document: null, problems: [problem('content_hash_differs', documentName)] };
  const isNamed = files.some((each) => each.name === documentName && each.sha256 === sha256(text));
  return { document: isNamed ? { text, value: found.data } : null, problems: [] };
}

/** Reads an exported report on any machine, without a workspace: signature, every file's hash, nothing missing or added. */
export async function readReport<Manifest extends ManifestFacts, Content extends z.ZodType, Own>(
  kind: ReportKind<Manifest, Content, Own>,
  folder: string,
  readers: ForeignReaders,
): Promise<ReadReport<Manifest, Content, Own>> {
  const failed = (problems: readonly ReportProblem[]): ReadReport<Manifest, Content, Own> => ({
    verdict: { ok: false, problems, fingerprint: null, facts: null, ignored: [] },
    manifest: null,
    document: null,
  });
  const links = linkProblems(folder);
  if (links.length > 0) return failed(links);
  const manifest = await readManifest(kind, folder, readers);
  if ('problem' in manifest) return failed([manifest.problem]);
  const signed = isSigned(manifest.value);
  const { document, problems: found } = await readDocument(kind, folder, manifest.value, readers);
  const problems = [
    ...(signed ? [] : [problem('signature_invalid', manifestName)]),
    ...(await fileProblems(folder, manifest.value, readers)),
    ...found,
  ];
  const verdict = {
    ok: problems.length === 0,
    problems,
    fingerprint: signed ? manifest.value.fingerprint : null,
    facts: signed ? factsOf(kind, manifest.value) : null,
    ignored: leftBehindIn(folder),
  };
  return { verdict, manifest, document };
}

/** The verdict where the key that should have signed is known by its fingerprint; null says nothing of whose key it is. */
export function expectSigner<Own>(verdict: ReportVerdict<Own>, expected: string | null): ReportVerdict<Own> {
  if (expected === null || verdict.fingerprint === null || verdict.fingerprint === expected) return verdict;
  return { ...verdict, ok: false, problems: [problem('signer_differs', manifestName), ...verdict.problems] };
}
