import { spawnSync } from 'node:child_process';
import { today } from '../support/launch.ts';
import { electronRuntime } from '../../scripts/setup/runtime.mjs';

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The application's own binary with `--cli`, on the day of tests, its input given and closed. */
export function runApplication(root: string, args: readonly string[], input = ''): Ended {
  // Chromium's sandbox refuses root.
  const rootOnly = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const { status, stdout, stderr } = spawnSync(electronRuntime().executable, [...rootOnly, root, '--cli', ...args], {
    cwd: root,
    env: { ...process.env, VIGIE_TODAY: today },
    encoding: 'utf8',
    input,
  });
  return { code: status, out: stdout, err: stderr };
}
