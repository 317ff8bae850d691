import { checkBackup } from './check.ts';
import { copyBackup, writeBackup, type BackupWork } from './write.ts';

/** What is done in a thread of its own, so that no call waits for it. */
export type BackupTask =
  | { readonly step: 'write'; readonly work: BackupWork }
  | { readonly step: 'copy'; readonly from: string; readonly to: string }
  | { readonly step: 'check'; readonly path: string; readonly key: Uint8Array };

export function runBackupTask(task: BackupTask): unknown {
  switch (task.step) {
    case 'write':
      return writeBackup(task.work);
    case 'copy':
      copyBackup(task.from, task.to);
      return null;
    case 'check':
      return checkBackup(task.path, Buffer.from(task.key));
  }
}
