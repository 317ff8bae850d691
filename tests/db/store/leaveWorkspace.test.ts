import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditFact } from '../../../db/ground/kernel/database.ts';
import { leaveAsFolder, leaveWorkspace } from '../../../db/store/leaveWorkspace.ts';
import type { ActionContext } from '../../../db/store/types.ts';

const fact: AuditFact = { facts: { rows: 3 } };
let folder: string;
let path: string;
let audited: AuditFact[];

/** Commits as dispatch does: the fact is there once the work is done. */
const transact: ActionContext['transact'] = async (work) => {
  const { output, audit } = await work(undefined as never);
  audited.push(audit);
  return output;
};
const failing: ActionContext['transact'] = () => Promise.reject(new Error('the audit cannot be written'));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-leave-'));
  path = join(folder, 'out.csv');
  audited = [];
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const ways = {
  'in memory': 'text',
  streamed: (building: string) => {
    // The fact is there before the first byte is.
    expect(audited).toEqual([fact]);
    writeFileSync(building, 'text');
    return Promise.resolve();
  },
} as const;

describe.each(Object.entries(ways))('a file %s', (_way, bytes) => {
  it('is audited, and written whole', async () => {
    await leaveWorkspace({ transact, mayWrite }, { path, bytes, fact });
    expect(readFileSync(path, 'utf8')).toBe('text');
    expect(readdirSync(folder)).toEqual(['out.csv']);
    expect(audited).toEqual([fact]);
  });

  it('is not written where the audit cannot be', async () => {
    await expect(leaveWorkspace({ transact: failing, mayWrite }, { path, bytes, fact })).rejects.toThrow('audit');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is in the audit where it cannot be written, and leaves nothing beside', async () => {
    mkdirSync(path);
    await expect(leaveWorkspace({ transact, mayWrite }, { path, bytes, fact })).rejects.toThrow();
    expect(audited).toEqual([fact]);
    expect(readdirSync(folder)).toEqual(['out.csv']);
  });
});

const mayWrite = () => true;

describe('a folder', () => {
  const leaving = () => ({ parent: folder, name: 'pack', files: [{ name: 'a.csv', bytes: Buffer.from('a') }], fact });

  it('takes another name where its own is taken', async () => {
    expect(await leaveAsFolder({ transact }, leaving())).toBe('pack');
    expect(await leaveAsFolder({ transact }, leaving())).toBe('pack-2');
    expect(audited).toEqual([fact, fact]);
  });

  it('is not written where the audit cannot be, and audited where it cannot be written', async () => {
    await expect(leaveAsFolder({ transact: failing }, leaving())).rejects.toThrow('audit');
    expect(readdirSync(folder)).toEqual([]);
    await expect(leaveAsFolder({ transact }, { ...leaving(), parent: path })).rejects.toThrow();
    expect(audited).toEqual([fact]);
    expect(existsSync(path)).toBe(false);
  });
});
