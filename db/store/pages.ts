import { createHmac, pbkdf2Sync } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { diskFailing, isDiskError } from './damage.ts';

/** SQLCipher 4's page: its bytes, sixteen of an initialisation vector, and an HMAC over both with the page's number. */
const pageSize = 4096;
const macSize = 64;
const saltSize = 16;
/** SQLite never writes the page at this place of a file: systems lock it. */
const lockPage = 0x40000000 / pageSize + 1;
const step = 32;

function macKey(salt: Buffer, key: Buffer): Buffer {
  return pbkdf2Sync(key, Buffer.from(salt.map((byte) => byte ^ 0x3a)), 2, 32, 'sha512');
}

function isWhole(page: Buffer, number: number, mac: Buffer): boolean {
  const place = Buffer.alloc(4);
  place.writeUInt32LE(number);
  const signed = page.subarray(number === 1 ? saltSize : 0, pageSize - macSize);
  return createHmac('sha512', mac)
    .update(signed)
    .update(place)
    .digest()
    .equals(page.subarray(pageSize - macSize));
}

async function readAt(file: FileHandle, first: number, count: number): Promise<Buffer> {
  const buffer = Buffer.alloc(count * pageSize);
  const { bytesRead } = await file.read(buffer, 0, buffer.length, (first - 1) * pageSize);
  return buffer.subarray(0, bytesRead);
}

async function reading<T>(path: string, key: Buffer, work: (file: FileHandle, mac: Buffer) => Promise<T>): Promise<T> {
  const file = await open(path, 'r');
  try {
    const mac = macKey((await readAt(file, 1, 1)).subarray(0, saltSize), key);
    const output = await work(file, mac);
    mac.fill(0);
    return output;
  } catch (error) {
    throw isDiskError(error) ? diskFailing() : error;
  } finally {
    await file.close();
  }
}

export interface PagesRead {
  readonly pages: number;
  /** Numbers of the pages that do not hold, or were being written while they were read. */
  readonly doubtful: readonly number[];
}

/**
 * Reads the file itself from end to end, a few pages at a time, outside every connection: no lock is taken and no write waits. SQLite's own
 * check reads only what is in use, and holds a snapshot for as long as it takes. `goesOn` is asked between the steps.
 */
export function readPages(path: string, key: Buffer, goesOn: () => boolean): Promise<PagesRead> {
  return reading(path, key, async (file, mac) => {
    const doubtful: number[] = [];
    let pages = 0;
    for (;;) {
      const bytes = await readAt(file, pages + 1, step);
      if (bytes.length === 0 || !goesOn()) return { pages, doubtful };
      for (let offset = 0; offset < bytes.length; offset += pageSize) {
        pages += 1;
        if (pages !== lockPage && !isWhole(bytes.subarray(offset, offset + pageSize), pages, mac)) doubtful.push(pages);
      }
    }
  });
}

/** Of pages that were doubtful, those that still do not hold now that nothing writes. */
export function stillDoubtful(path: string, key: Buffer, numbers: readonly number[]): Promise<readonly number[]> {
  return reading(path, key, async (file, mac) => {
    const still: number[] = [];
    for (const number of numbers) if (!isWhole(await readAt(file, number, 1), number, mac)) still.push(number);
    return still;
  });
}
