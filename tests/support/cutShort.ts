import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const steps = ['writeFileSync', 'fsyncSync', 'renameSync', 'rmSync'] as const;

/** Runs the work and calls `before` ahead of each step on files: a copy of the folder is then what a cut of power there leaves. */
export async function atEachStep(work: () => Promise<unknown>, before: () => void): Promise<void> {
  const real = Object.fromEntries(steps.map((name) => [name, fs[name]]));
  for (const name of steps)
    Object.assign(fs, {
      [name]: (...args: readonly unknown[]) => {
        Object.assign(fs, real);
        before();
        Object.assign(fs, wrapped);
        return (real[name] as (...args: readonly unknown[]) => unknown)(...args);
      },
    });
  const wrapped = Object.fromEntries(steps.map((name) => [name, fs[name]]));
  syncBuiltinESMExports();
  try {
    await work();
  } finally {
    Object.assign(fs, real);
    syncBuiltinESMExports();
  }
}

/** Every write of a file ends after half of it and says nothing, as on a disk with a little room left. */
export async function withHalfWrites(work: () => Promise<unknown>): Promise<void> {
  const real = fs.writeFileSync;
  fs.writeFileSync = (path, data, options) => {
    const bytes = Buffer.from(data as string);
    real(path, bytes.subarray(0, bytes.length / 2), options);
  };
  syncBuiltinESMExports();
  try {
    await work();
  } finally {
    fs.writeFileSync = real;
    syncBuiltinESMExports();
  }
}
