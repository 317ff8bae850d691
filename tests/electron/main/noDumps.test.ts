import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { refuseDumps } from '../../../electron/main/noDumps.ts';

it.runIf(process.platform === 'linux')(
  'a process that is excepted leaves no dump, and cannot ask for one again',
  async () => {
    const child = spawn('/bin/sh', ['-c', 'ulimit -c unlimited 2>/dev/null; exec sleep 60'], { stdio: 'ignore' });
    try {
      refuseDumps(child.pid!);
      await expect
        .poll(() =>
          /^Max core file size\s+(\S+)\s+(\S+)/m.exec(readFileSync(`/proc/${child.pid!}/limits`, 'utf8'))?.slice(1),
        )
        .toEqual(['0', '0']);
    } finally {
      child.kill('SIGKILL');
    }
  },
);
