import { existsSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { leavingFile } from '../ground/schema/common/audit.ts';
import { endLeaving } from './leaveWorkspace.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';

const temporary = /\.[0-9a-f]{8}\.(part|building)$/;

/**
 * After sign-in: removes what is left of an export that was cut off, and writes its end. Where its folder cannot be reached, a disk that is not
 * plugged in for one, it is looked for again at the next sign-in.
 */
export async function finishLeaving(store: Store): Promise<void> {
  const { tx: connection } = store.requireUnlocked();
  for (const { begunSequence, method, path, buildingPath } of await connection.select().from(leavingFile)) {
    if (!existsSync(dirname(buildingPath)) || !temporary.test(buildingPath)) continue;
    const wasBuilding = existsSync(buildingPath);
    try {
      rmSync(buildingPath, { recursive: true, force: true });
    } catch {
      continue;
    }
    // Renamed and not yet noted as ended, it has left.
    const ended = !wasBuilding && existsSync(path) ? 'done' : 'not_done';
    await transact(store, method, async (tx) => ({ output: null, audit: await endLeaving(tx, begunSequence, ended) }));
  }
}
