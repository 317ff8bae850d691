import { existsSync, statSync } from 'node:fs';
import type { Job } from '../../ground/kernel/job.ts';
import { storePath } from '../folder.ts';
import { computeIn } from '../jobs.ts';
import type { Store } from '../store.ts';
import { runBackupTask, type BackupTask } from './work.ts';

/** Below this a thread takes longer to start than the work. */
const smallBytes = 8 * 1024 * 1024;

function isSmall(folder: string): boolean {
  const path = storePath(folder);
  return existsSync(path) && statSync(path).size < smallBytes;
}

/** In a thread of its own, so that nobody waits for it, where there is much to copy and to read. */
export async function inThread<T>(store: Store, task: BackupTask, job: Job): Promise<T> {
  job.checkpoint();
  if (isSmall(store.requireFolder())) return runBackupTask(task) as T;
  return computeIn<T>(store, { name: 'backup', input: task }, job);
}
