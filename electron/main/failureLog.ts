import { appendFile, mkdir, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Failure } from '#contract/ground/errors';

const LARGEST = 1_000_000;

/** Of a failure, or of what an answer held and its contract does not declare. */
export type LogLine = (
  method: string,
  about: Partial<Pick<Failure, 'code' | 'reason' | 'reference'>> & { readonly undeclared?: string },
) => void;

/** What a quoted reference is looked up in: method, code, reason and reference, never a value, a message or a file's path. */
export function createFailureLog(path: string, now: () => number): LogLine {
  let last: Promise<unknown> = mkdir(dirname(path), { recursive: true });
  return (method, { code, reason, reference, undeclared }) => {
    const at = new Date(now()).toISOString();
    const line = `${JSON.stringify({ at, method, code, reason, reference, undeclared })}\n`;
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
