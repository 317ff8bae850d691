import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dispatch } from '../../db/store/dispatch.ts';
import { openFolder } from '../../db/store/signIn.ts';
import { allReferrals } from '../../tests/support/allReferrals.ts';
import { administrator, newStore } from '../../tests/support/store.ts';
import type { BrokenPromise } from './promise.ts';
import { buildTemplate, copyFolder } from './workload.ts';

const officer = administrator;

/** What an officer reads of the folder; null where the folder is reported as damaged. */
async function readThrough(folder: string): Promise<string | null> {
  const store = newStore();
  try {
    openFolder(store, folder);
    const replies = [await dispatch(store, 'session.signIn', officer)];
    if (replies[0]?.ok) {
      replies.push(await dispatch(store, 'referrals.list', allReferrals), await dispatch(store, 'users.list', {}));
      replies.push(await dispatch(store, 'units.list', {}));
    }
    const refused = replies.find(({ ok }) => !ok);
    if (refused && !refused.ok) {
      if (!['corrupt', 'newer_schema', 'not_found'].includes(refused.error.code)) return refused.error.code;
      return null;
    }
    return JSON.stringify(replies);
  } catch {
    return null;
  } finally {
    store.close();
  }
}

export const flippedBytes: BrokenPromise = {
  name: 'flipped bytes',
  promise: 'A damaged file is never read as if it were whole',
  few: 10,
  many: 2000,
  tryIt: async (times, chance) => {
    const template = await buildTemplate();
    const lost: string[] = [];
    let kept = 0;
    try {
      const whole = await readThrough(template.test.folder);
      for (let time = 0; time < times; time += 1) {
        const { folder, remove } = copyFolder(template.test.folder);
        const name = chance.oneOf(['store.db', 'store.db', 'store.db', 'keys.json', 'keys.copy.json']);
        const bytes = readFileSync(join(folder, name));
        const at = chance.below(bytes.length);
        bytes[at] = (bytes[at] ?? 0) ^ (1 + chance.below(255));
        writeFileSync(join(folder, name), bytes);
        for (const suffix of ['-wal', '-shm']) rmSync(join(folder, `store.db${suffix}`), { force: true });
        const read = await readThrough(folder);
        if (read === null || read === whole) kept += 1;
        else lost.push(`${name} at ${String(at)}: ${read.slice(0, 80)}`);
        remove();
      }
      return { tried: times, kept, lost };
    } finally {
      template.test.dispose();
    }
  },
};
