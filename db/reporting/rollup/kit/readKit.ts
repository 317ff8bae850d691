import { rollupProblemCode, type FormRemark } from '#contract/reporting/rollup';
import { StoreFailure } from '../../../ground/kernel/failure.ts';
import type { FileSource } from '../../../documents/tables/source.ts';
import type { VerifiedPack } from '../../packs/verify.ts';
import { kitReader } from './kitReader.ts';
import { problem, type KitProblem } from './problem.ts';
import { payloadOfKit } from './payload.ts';

type ReadKit =
  | { readonly pack: VerifiedPack; readonly remarks: readonly FormRemark[] }
  | { readonly problems: readonly KitProblem[] };

const invalid: ReadKit = { problems: [problem('kit_invalid')] };

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
    if (!(error instanceof StoreFailure) || error.code !== 'invalid_input') throw error;
    // One that takes more than a form does is none.
    return { problems: [problem(rollupProblemCode.catch('kit_invalid').parse(error.reason))] };
  });
  if (!('unit' in read)) return read;
  const payload = payloadOfKit(read.unit, read.months, (await file.savedAt()) ?? now);
  if (!payload) return invalid;
  const { formulas, hasMacros } = read;
  const remarks: FormRemark[] = [
    ...(formulas.length > 0 ? [{ code: 'formulas' as const, cells: formulas }] : []),
    ...(hasMacros ? [{ code: 'macros' as const, cells: [] }] : []),
  ];
  return { pack: { kind: 'kit', ...payload, fingerprint: '', succession: [], sha256 }, remarks };
}
