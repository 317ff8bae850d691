import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeFileAtomically } from '../ground/kernel/atomicFile.ts';
import { StoreFailure } from '../ground/kernel/failure.ts';
import type { Store } from './store.ts';

const attempts = z.object({ failed: z.int().min(0), last: z.number() });
type Attempts = z.infer<typeof attempts>;

function attemptsPath(folder: string): string {
  return join(folder, 'attempts.json');
}

/** What this store saw itself counts too: the file can be deleted by hand. */
function readAttempts(store: Store, folder: string): Attempts {
  const seen = store.failedAttempts.get(folder) ?? { failed: 0, last: 0 };
  try {
    const written = attempts.parse(JSON.parse(readFileSync(attemptsPath(folder), 'utf8')));
    return written.failed >= seen.failed ? written : seen;
  } catch {
    return seen;
  }
}

function writeAttempts(store: Store, folder: string, next: Attempts): void {
  store.failedAttempts.set(folder, next);
  // In the place of whatever is there: written through a link, it would destroy a file elsewhere.
  writeFileAtomically(attemptsPath(folder), JSON.stringify(next));
}

/** After five failures each further one doubles the wait, to a minute. Kept on disk: a restart forgives nothing. */
function requirePatience(store: Store, folder: string): void {
  const { failed, last } = readAttempts(store, folder);
  const now = store.options.clock.now();
  // A clock that was ahead has been put right: the wait begins now, and no longer one is owed.
  if (last > now) writeAttempts(store, folder, { failed, last: now });
  const wait = failed < 5 ? 0 : Math.min(60_000, 1000 * 2 ** (failed - 5));
  if (now - Math.min(last, now) < wait) throw new StoreFailure('busy', 'too_many_attempts');
}

/** The one way to try a passphrase or the recovery key: one try after another, each counted before the next begins. */
export function attempt<T>(store: Store, open: () => Promise<T>, folder = store.requireFolder()): Promise<T> {
  return store.attempts.run(async () => {
    requirePatience(store, folder);
    try {
      return await open();
    } catch (error) {
      if (error instanceof StoreFailure && error.code === 'wrong_key')
        writeAttempts(store, folder, {
          failed: readAttempts(store, folder).failed + 1,
          last: store.options.clock.now(),
        });
      throw error;
    }
  });
}

/** The number of failures since the last success, for the audit; forgotten from here on. */
export function takeFailedAttempts(store: Store): number {
  const folder = store.requireFolder();
  const { failed } = readAttempts(store, folder);
  store.failedAttempts.delete(folder);
  rmSync(attemptsPath(folder), { force: true });
  return failed;
}
