import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { StoreFailure } from '../ground/kernel/failure.ts';

const attempts = z.object({ failed: z.int().min(0), last: z.number() });

function attemptsPath(folder: string): string {
  return join(folder, 'attempts.json');
}

function readAttempts(folder: string): z.infer<typeof attempts> {
  try {
    return attempts.parse(JSON.parse(readFileSync(attemptsPath(folder), 'utf8')));
  } catch {
    return { failed: 0, last: 0 };
  }
}

/** After five failures each further one doubles the wait, to a minute. Kept on disk: a restart forgives nothing. */
export function requirePatience(folder: string, now: number): void {
  const { failed, last } = readAttempts(folder);
  const wait = failed < 5 ? 0 : Math.min(60_000, 1000 * 2 ** (failed - 5));
  if (now - last < wait) throw new StoreFailure('busy', 'too_many_attempts');
}

export function noteFailedAttempt(folder: string, now: number): void {
  const next = { failed: readAttempts(folder).failed + 1, last: now };
  writeFileSync(attemptsPath(folder), JSON.stringify(next), { mode: 0o600 });
}

/** The number of failures since the last success, for the audit; forgotten from here on. */
export function takeFailedAttempts(folder: string): number {
  const { failed } = readAttempts(folder);
  if (existsSync(attemptsPath(folder))) rmSync(attemptsPath(folder));
  return failed;
}
