import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openForReading, type RawDatabase } from '../../../db/store/sqlite/connection.ts';
import { createFilledStore, officer } from '../../support/filledStore.ts';
import { copyOf, type TestStore } from '../../support/store.ts';

let filled: Awaited<ReturnType<typeof createFilledStore>>;
let test: TestStore;
let reader: RawDatabase;
beforeAll(async () => {
  filled = await createFilledStore();
});
afterAll(() => {
  filled.base.dispose();
});
beforeEach(async () => {
  test = copyOf(filled.base);
  await test.call('session.signIn', officer);
  test.store.requireUnlocked().raw.pragma('wal_checkpoint(TRUNCATE)');
  reader = openForReading(storeFile(), filled.key);
});
afterEach(() => {
  reader.close();
  test.dispose();
});

const storeFile = (): string => join(test.folder, 'store.db');
const log = () => filled.log(test, 'of some length '.repeat(100));

/** A long read begins between writes, and so a part of the log is copied: pages that were written again since are left as holes of zeros. */
async function leaveHoles(): Promise<void> {
  for (let each = 0; each < 10; each += 1) await log();
  reader.exec('BEGIN; SELECT count(*) FROM referral');
  for (let each = 0; each < 10; each += 1) await log();
  test.store.requireUnlocked().raw.pragma('wal_checkpoint(PASSIVE)');
}

function holes(): number {
  const bytes = readFileSync(storeFile());
  const pages = Array.from({ length: bytes.length / 4096 }, (_, page) =>
    bytes.subarray(page * 4096, page * 4096 + 4096),
  );
  return pages.filter((page) => page.every((byte) => byte === 0)).length;
}

describe('a check beside a long read and writes', () => {
  it('does not take holes of zeros for damage, and ends when the read has ended', async () => {
    await leaveHoles();
    expect(holes()).toBeGreaterThan(0);
    const checking = test.call('workspace.check', {});
    for (let each = 0; each < 10; each += 1) await log();
    expect(holes()).toBeGreaterThan(0);
    reader.exec('COMMIT');
    expect(await checking).toMatchObject({ pages: expect.any(Number) as number });
    expect(holes()).toBe(0);
    await log();
  });

  it('finds a flipped bit all the same', async () => {
    await leaveHoles();
    const bytes = readFileSync(storeFile());
    // Of a page that nothing has written since.
    bytes[statSync(join(filled.base.folder, 'store.db')).size - 2000]! ^= 4;
    writeFileSync(storeFile(), bytes);
    const checking = test.refusal('workspace.check', {});
    await log();
    reader.exec('COMMIT');
    expect(await checking).toEqual({ code: 'corrupt' });
    expect(test.store.unlocked).toBeNull();
  });
});
