import { mkdirSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

const named = /^vigie-run-(?<pid>\d+)$/;

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/**
 * Where a run of tests keeps its workspaces: each acknowledged write waits for the disk, and a folder in memory answers at once.
 * Only where there is room: a container may have some megabytes there. It goes with the run, and what killed runs left goes first.
 */
export function memoryFolder(
  root = '/dev/shm',
  given = process.env['TMPDIR'],
  pid = process.pid,
): { readonly TMPDIR?: string } {
  // Each worker of Playwright reads the configuration again.
  if (given !== undefined && named.test(given.slice(root.length + 1))) return { TMPDIR: given };
  try {
    for (const name of readdirSync(root)) {
      const owner = named.exec(name)?.groups?.['pid'];
      if (owner !== undefined && !isRunning(Number(owner))) rmSync(join(root, name), { recursive: true, force: true });
    }
    const { bavail, bsize } = statfsSync(root);
    if (bavail * bsize <= 4 * 1024 ** 3) return {};
    const folder = join(root, `vigie-run-${String(pid)}`);
    mkdirSync(folder, { recursive: true });
    process.once('exit', () => {
      rmSync(folder, { recursive: true, force: true });
    });
    return { TMPDIR: folder };
  } catch {
    return {};
  }
}
