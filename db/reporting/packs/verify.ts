import { periodOf } from '#contract/ground/period';
import type { SourceKind } from '#contract/reporting/packs';
import type { ForeignReaders } from '../../ground/foreign/readers.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { parseForeignJson } from '../../ground/kernel/foreignJson.ts';
import { endsIn, type Succession } from '../../ground/kernel/succession.ts';
import { canonicalJson } from '../../ground/kernel/canonicalJson.ts';
import { fingerprintOf, isSignedBy, sha256, type Signature } from '../../ground/kernel/signing.ts';
import { bytesTried, triedBy } from '../../documents/foreign/tried.ts';
import { fileAt, type FileSource } from '../../documents/tables/source.ts';
import { badCounts, cellsNamed } from './counts.ts';
import { packEnvelope, packHead, packPayload, packVersion, type PackPayload } from './format.ts';

/** Thirty units over ten years are some ten megabytes. */
const largestPack = 64 * 1024 * 1024;

export interface VerifiedPack {
  readonly kind: SourceKind;
  readonly payload: PackPayload;
  /** The payload's canonical text: the very bytes that were signed. */
  readonly signedText: string;
  readonly fingerprint: string;
  /** How its key came after others; empty where it is the sender's first, or nothing signs the file. */
  readonly succession: Succession;
  /** Of the whole file; of a return, of its manifest, which holds the hashes of the others. */
  readonly sha256: string;
}

const notAPack = (): StoreFailure => new StoreFailure('invalid_input', 'not_a_pack');
const tampered = (): StoreFailure => new StoreFailure('corrupt', 'pack_tampered');

export const packTried = triedBy('pack', largestPack, verifyPackBytes);

/** Of a file that was chosen in a dialog, or dropped on the page. */
export async function readPack(source: FileSource): Promise<VerifiedPack> {
  return verifyPackBytes(await bytesTried(source, packTried));
}

/**
 * Refuses everything that is not, byte for byte, what a Vigie of this version signed. The file must be canonical JSON, so
 * that no two readers can see different contents in it. Says nothing about whose key it is.
 */
export function verifyPackBytes(bytes: Uint8Array): VerifiedPack {
  const text = decode(bytes);
  const parsed = parse(text);
  const head = packHead.safeParse(parsed);
  if (!head.success) throw notAPack();
  if (head.data.version > packVersion) throw new StoreFailure('newer_schema', 'pack_newer');
  const envelope = packEnvelope.safeParse(parsed);
  if (!envelope.success || canonicalJson(parsed) !== text) throw tampered();
  const signedText = canonicalJson(envelope.data.payload);
  const { signature, succession = [] } = envelope.data;
  if (!isSigned(signature, signedText, succession)) throw tampered();
  const payload = packPayload.safeParse(envelope.data.payload);
  if (!payload.success || payload.data.notReviewed === null || !isConsistent(payload.data)) throw notAPack();
  requireCounts(payload.data);
  const fingerprint = fingerprintOf(signature.publicKey);
  return { kind: 'pack', payload: payload.data, signedText, fingerprint, succession, sha256: sha256(bytes) };
}

/** By a key whose succession ends in it. */
function isSigned(signature: Signature, signedText: string, succession: Succession): boolean {
  return isSignedBy(signature, signedText) && endsIn(succession, signature.publicKey);
}

/** A count that no unit can have is refused by its cell. */
function requireCounts(payload: PackPayload): void {
  const bad = badCounts(payload).slice(0, cellsNamed);
  if (bad.length === 0) return;
  const fields = bad.map((path) => ({ path, code: 'pack_bad_count' }));
  throw new StoreFailure('invalid_input', 'pack_bad_count', fields);
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw notAPack();
  }
}

function parse(text: string): unknown {
  try {
    return parseForeignJson(text);
  } catch {
    throw notAPack();
  }
}

/** Every cell and rule belongs to a unit that the pack names, and is there once; nothing comes after the quarter. */
export function isConsistent({ units, panel, countingRules, stock, quarter }: PackPayload): boolean {
  const last = periodOf(quarter).lastMonth;
  const ids = new Set<string>(units.map((unit) => unit.id));
  const keys = panel.map((cell) => `${cell.unitId} ${cell.measure} ${cell.month}`);
  return (
    ids.size === units.length &&
    new Set(units.map((unit) => unit.code)).size === units.length &&
    new Set(keys).size === keys.length &&
    panel.every((cell) => cell.month <= last) &&
    new Set(stock.map((each) => each.unitId)).size === stock.length &&
    [...panel, ...countingRules, ...stock].every((each) => ids.has(each.unitId))
  );
}

export interface PackVerdict {
  readonly ok: boolean;
  readonly problem: string | null;
  /** Where that is in cells of it: which. */
  readonly cells: readonly string[];
  readonly pack: VerifiedPack | null;
}

/** What reading a pack comes to; only a fault of the pack is returned, any other failure is thrown. */
export async function verdictOn(read: () => Promise<VerifiedPack>): Promise<PackVerdict> {
  try {
    return { ok: true, problem: null, cells: [], pack: await read() };
  } catch (error) {
    if (!(error instanceof StoreFailure)) throw error;
    const cells = (error.fields ?? []).map(({ path }) => path);
    return { ok: false, problem: error.reason ?? error.code, cells, pack: null };
  }
}

/** Checks a pack's file on any machine, without a workspace. */
export function verifyPack(path: string, readers: ForeignReaders): Promise<PackVerdict> {
  return verdictOn(() => readPack(fileAt(path, readers)));
}
