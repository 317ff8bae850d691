import { sha256 } from '../../ground/kernel/signing.ts';

/** A file that is made whole in memory before any of its bytes leaves. */
export interface BuiltFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A name as a file system takes it: it may hold what is not allowed there. */
export function fileNamePart(name: string): string {
  return name.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[.-]+|[.-]+$/g, '');
}

/** As manifests and exports list it. */
export const describeFile = ({ name, bytes }: BuiltFile) => ({ name, bytes: bytes.byteLength, sha256: sha256(bytes) });
