import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { memoryFolder } from './memoryFolder.ts';

it('clears what killed runs left in memory, and nothing of one that runs or of others', () => {
  const root = mkdtempSync(join(tmpdir(), 'vigie-root-'));
  try {
    const nobody = 2 ** 22 + 1;
    for (const name of [`vigie-run-${nobody}`, `vigie-run-${process.ppid}`, 'another']) {
      mkdirSync(join(root, name));
      writeFileSync(join(root, name, 'kept'), '');
    }
    const { TMPDIR } = memoryFolder(root, '/tmp', 12);
    expect(TMPDIR).toBe(join(root, 'vigie-run-12'));
    expect(existsSync(TMPDIR!)).toBe(true);
    expect(existsSync(join(root, `vigie-run-${nobody}`))).toBe(false);
    expect(existsSync(join(root, `vigie-run-${process.ppid}`, 'kept'))).toBe(true);
    expect(existsSync(join(root, 'another', 'kept'))).toBe(true);
    expect(memoryFolder(root, TMPDIR)).toEqual({ TMPDIR });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
