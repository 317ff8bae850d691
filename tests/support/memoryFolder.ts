import { statfsSync } from 'node:fs';

/**
 * Where tests keep their workspaces: each acknowledged write waits for the disk, and a folder in memory answers at once.
 * Only where there is room: a container may have some megabytes there.
 */
export function memoryFolder(): { readonly TMPDIR?: string } {
  const folder = '/dev/shm';
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize > 4 * 1024 ** 3 ? { TMPDIR: folder } : {};
  } catch {
    return {};
  }
}
