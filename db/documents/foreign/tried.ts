import { z } from 'zod';
import type { ForeignReader } from '../../ground/foreign/reader.ts';
import { bytesWhole, fileInMemory, type FileSource } from '../tables/source.ts';

/** A kind of file whose content is believed only where it is verified here: a reader verifies it first, where it can do no harm. */
export interface Tried extends ForeignReader<null, null> {
  readonly most: number;
}

/** `check` throws what the file is refused for. */
export function triedBy(name: string, most: number, check: (bytes: Buffer) => unknown): Tried {
  return {
    name,
    most,
    answer: z.null(),
    read: async function* (file) {
      check(await bytesWhole(file, most));
      yield null;
    },
  };
}

/** The bytes of a file whose verification took no more than any file may: the same verification is safe to do here. */
export async function bytesTried(source: FileSource, tried: Tried): Promise<Buffer> {
  const bytes = await bytesWhole(source, tried.most);
  await source.readers.first(tried, fileInMemory(source.name, [bytes], source.readers), null);
  return bytes;
}
