import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openFolder } from '../../../../db/store/signIn.ts';
import { allReferrals } from '../../../support/allReferrals.ts';
import { administrator, choosePassphrase, createTestStore, createUnitAndUser } from '../../../support/store.ts';

const page = 4096;

it('what can be read of a damaged store goes into a new workspace, and what was lost is said table by table', async () => {
  const test = await createTestStore();
  try {
    const { unitId } = await createUnitAndUser(test);
    await choosePassphrase(test);
    const summary = 'A summary of some length. '.repeat(60);
    for (let each = 0; each < 120; each += 1)
      await test.call('referrals.log', { unitId, source: 'ncecc', receivedOn: '2026-10-02', summary });
    await test.call('backups.make', { jobId: '00000000-0000-4000-8000-0000000000aa' });
    const { raw } = test.store.requireUnlocked();
    const pages = raw
      .prepare("SELECT pageno FROM dbstat WHERE name = 'referral' AND pagetype = 'leaf' ORDER BY pageno")
      .pluck()
      .all() as number[];
    expect(pages.length).toBeGreaterThan(20);
    test.store.close();
    const path = join(test.folder, 'store.db');
    const bytes = readFileSync(path);
    for (const each of [pages[5]!, pages[6]!, pages[15]!]) bytes[(each - 1) * page + 100]! ^= 1;
    writeFileSync(path, bytes);

    openFolder(test.store, test.folder);
    const found = await test.call('backups.salvage', {
      secret: { kind: 'recovery', recoveryKey: test.recoveryKey },
      reason: 'A failing disk',
    });
    const lost = found.tables.filter((each) => each.lost);
    expect(lost.map(({ table, inBackup }) => [table, inBackup])).toEqual([['referral', 120]]);
    const kept = lost[0]!.read;
    expect(kept).toBeGreaterThan(90);
    expect(kept).toBeLessThan(120);
    openFolder(test.store, join(test.parent, found.folder));
    await test.call('session.signIn', { login: 'officer', passphrase: administrator.passphrase });
    const { rows } = await test.call('referrals.list', allReferrals);
    expect(rows).toHaveLength(kept);
    expect(readFileSync(path).equals(bytes)).toBe(true);
  } finally {
    test.dispose();
  }
});
