import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toFailure } from '../../../db/ground/kernel/failure.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-failures-'));
  writeFileSync(join(folder, 'file'), 'x');
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function answerTo(work: () => unknown): readonly [string, string | undefined] {
  try {
    work();
  } catch (error) {
    const { code, reason } = toFailure(error);
    return [code, reason];
  }
  throw new Error('nothing failed');
}

describe('what the system itself answers', () => {
  it.each([
    ['a folder given as a file', () => readFileSync(folder), ['invalid_input', 'not_a_file']],
    ['a file given as a folder', () => readdirSync(join(folder, 'file')), ['not_found', 'file_missing']],
    ['a path through a file', () => readFileSync(join(folder, 'file', 'x')), ['not_found', 'file_missing']],
    ['a file that is gone', () => readFileSync(join(folder, 'gone')), ['not_found', 'file_missing']],
    ['a name that is too long', () => readFileSync(join(folder, 'x'.repeat(300))), ['invalid_input', 'path_too_long']],
  ])('%s has its own message', (_, work, answer) => {
    expect(answerTo(work)).toEqual(answer);
  });
});

describe('what a system answers where it may', () => {
  it.each([
    ['EACCES', 'read_only', 'access_denied'],
    ['EPERM', 'read_only', 'access_denied'],
    ['SQLITE_CANTOPEN', 'read_only', 'access_denied'],
    ['SQLITE_CANTOPEN_ISDIR', 'read_only', 'access_denied'],
    ['EROFS', 'read_only', 'folder_read_only'],
    ['SQLITE_READONLY_DIRECTORY', 'read_only', 'folder_read_only'],
    ['ENOSPC', 'busy', 'disk_full'],
    ['EDQUOT', 'busy', 'disk_full'],
    ['EBUSY', 'busy', 'file_in_use'],
    ['EMFILE', 'busy', 'file_in_use'],
    ['EEXIST', 'conflict', 'name_taken'],
    ['EIO', 'read_only', 'disk_failing'],
    ['SQLITE_IOERR_READ', 'read_only', 'store_disk_failing'],
    ['SQLITE_IOERR_LOCK', 'invalid_input', 'network_share'],
    ['SQLITE_CORRUPT_VTAB', 'corrupt', undefined],
  ] as const)('%s is no fault of Vigie', (code, expected, reason) => {
    const wrapped = new Error('Failed query', { cause: Object.assign(new Error('text'), { code }) });
    expect(
      answerTo(() => {
        throw wrapped;
      }),
    ).toEqual([expected, reason]);
  });
});
