import { writeBackup, type BackupWork } from '../../db/store/backups/write.ts';
import { restoreBackup, type RestoreWish } from '../../db/store/backups/restore.ts';

/** What the process is to do until the step, at which it is killed: no clearing up of any kind comes after. */
export interface Cut {
  readonly step: number;
  readonly make?: Omit<BackupWork, 'key' | 'keys'> & { readonly key: string; readonly keys: string };
  readonly restore?: RestoreWish;
}

const { step, make, restore } = JSON.parse(process.argv[2] ?? '') as Cut;
let steps = 0;
const onStep = (): void => {
  steps += 1;
  if (steps === step) process.kill(process.pid, 'SIGKILL');
};
if (make)
  writeBackup({ ...make, key: Buffer.from(make.key, 'base64'), keys: Buffer.from(make.keys, 'base64') }, onStep);
if (restore) await restoreBackup(restore, onStep);
process.exit(steps);
