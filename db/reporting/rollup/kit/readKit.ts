import { StoreFailure } from '../../../ground/kernel/failure.ts';
import type { FileSource } from '../../../documents/tables/source.ts';
import type { VerifiedPack } from '../../packs/verify.ts';
import { kitReader } from './kitReader.ts';
import type { KitProblem } from './problem.ts';
import { payloadOfKit } from './payload.ts';

type ReadKit = { readonly pack: VerifiedPack } | { readonly problems: readonly KitProblem[] };

const invalid: ReadKit = { problems: [{ code: 'kit_invalid', file: null }] };

/**
 * Reads a filled form. What cannot be read is named by its cell; a form with one such cell is not taken at all.
 * @param now used for the time at which it was saved, where that is not known
 */
export async function readKit(file: FileSource, now: number): Promise<ReadKit> {
  let sha256 = '';
  const onEnd = (hash: string): void => {
    sha256 = hash;
  };
  const read = await file.readers.first(kitReader, file, null, { onEnd }).catch((error: unknown) => {
    // It takes more than a form does.
    if (error instanceof StoreFailure && error.code === 'invalid_input') return invalid;
    throw error;
  });
  if (!('unit' in read)) return read;
  const payload = payloadOfKit(read.unit, read.months, (await file.savedAt()) ?? now);
  return payload ? { pack: { kind: 'kit', ...payload, fingerprint: '', succession: [], sha256 } } : invalid;
}
