import { z } from 'zod';
import { canonicalJson } from '../../ground/kernel/canonicalJson.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { sha256 } from '../../ground/kernel/signing.ts';
import type { BuiltFile } from '../../documents/files/builtFile.ts';

/** A report as it was locked. */
export interface LockedReport {
  readonly locked: {
    readonly lockedAt: number;
    readonly auditHead: string;
    readonly contentHash: string;
    readonly sequence: number;
  };
  readonly content: { readonly agreement: { readonly code: string } };
  /** The content as it was locked, which its hash is of: what later versions of Vigie added to `content` is not in it. */
  readonly stored: unknown;
}

/** Of the canonical content: what the user saw, what the lock froze and what the export carries have the same one. */
export function contentHashOf(content: unknown): string {
  return sha256(canonicalJson(content));
}

/** @throws StoreFailure where the workspace no longer holds what was locked */
export function requireIntact({ locked, stored }: LockedReport): void {
  if (contentHashOf(stored) !== locked.contentHash) throw new StoreFailure('corrupt', 'return_tampered');
}

/** The JSON file of a report: the locked content and the facts of its lock. No person is named in it but those who attest it. */
export const documentOf = <Content extends z.ZodType>(format: string, content: Content) =>
  z.object({
    format: z.literal(format),
    version: z.literal(1),
    lockedAt: z.iso.datetime(),
    auditHead: z.string(),
    /** SHA-256 of the canonical JSON of `content`. */
    contentHash: z.string(),
    content,
  });

export type ReportDocument<Content extends z.ZodType> = ReturnType<typeof documentOf<Content>>;

/** That file of a locked report. It is read as its readers will; what is written is what was locked, without what reading adds. */
export function documentFile(
  { documentName, document }: { readonly documentName: string; readonly document: ReportDocument<z.ZodType> },
  { locked, stored }: LockedReport,
): BuiltFile {
  const written = {
    format: document.shape.format.value,
    version: 1,
    lockedAt: new Date(locked.lockedAt).toISOString(),
    auditHead: locked.auditHead,
    contentHash: locked.contentHash,
    content: stored,
  };
  document.parse(written);
  return { name: documentName, bytes: Buffer.from(canonicalJson(written), 'utf8') };
}
