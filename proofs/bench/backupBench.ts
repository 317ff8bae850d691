import { randomUUID } from 'node:crypto';
import { copyFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Measured } from './measure.ts';
import type { Volume } from './volume.ts';

/** A backup of the large workspace, written and read again from end to end; compared with a plain copy of the file. */
export async function benchBackup({ test }: Volume): Promise<readonly Measured[]> {
  const { raw } = test.store.requireUnlocked();
  raw.pragma('wal_checkpoint(TRUNCATE)');
  const began = performance.now();
  const { bytes } = await test.call('backups.make', { jobId: randomUUID() });
  const value = (performance.now() - began) / 1000;
  const copy = join(test.parent, 'copy.db');
  const beganCopy = performance.now();
  copyFileSync(join(test.folder, 'store.db'), copy);
  const beside = (performance.now() - beganCopy) / 1000;
  const megabytes = statSync(copy).size / 2 ** 20;
  rmSync(copy);
  const none = { beside: null, ratio: null };
  return [
    { name: 'backup made and verified, beside a copy of the file', value, unit: 's', beside, ratio: value / beside },
    {
      name: 'backup, size beside that of the store',
      value: bytes / 2 ** 20,
      unit: 'MB',
      beside: megabytes,
      ratio: null,
    },
    { name: 'backup, speed', value: megabytes / value, unit: 'MB/s', ...none },
  ];
}
