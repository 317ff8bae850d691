import { appendFile, mkdir, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Failure } from '#contract/ground/errors';

const LARGEST = 1_000_000;

export type LogFailure = (method: string, failure: Failure) => void;

/** What a quoted reference is looked up in: method, code, reason and reference, never a value, a message or a path. */
export function createFailureLog(path: string, now: () => number): LogFailure {
  let last: Promise<unknown> = mkdir(dirname(path), { recursive: true });
  return (method, { code, reason, reference }) => {
    const line = `${JSON.stringify({ at: new Date(now()).toISOString(), method, code, reason, reference })}\n`;
    // A full disk must not turn one failure into two.
    last = last.then(() => append(path, line)).catch(() => undefined);
  };
}

async function append(path: string, line: string): Promise<void> {
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  );
  if (size > LARGEST) await rename(path, `${path}.old`);
  await appendFile(path, line, { mode: 0o600 });
}
