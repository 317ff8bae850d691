import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { beforeEach, describe, expect } from 'vitest';
import type { AuditFact } from '../../../db/ground/kernel/database.ts';
import { leaveAsFolder, leaveWorkspace } from '../../../db/store/leaveWorkspace.ts';
import { openFolder } from '../../../db/store/signIn.ts';
import { transact } from '../../../db/store/transact.ts';
import type { ActionContext } from '../../../db/store/types.ts';
import { administrator } from '../../support/store.ts';
import { it, test } from '../../support/fixtures/shared/store.ts';

const method = 'lists.export';
const fact: AuditFact = { facts: { rows: 3 } };
let folder: string;
let path: string;
let after: number;

const context = (): Pick<ActionContext, 'transact' | 'method' | 'mayWrite'> => ({
  method,
  mayWrite: () => true,
  transact: (work) => transact(test.store, method, work),
});
const failing: typeof context = () => ({
  method,
  mayWrite: () => true,
  transact: () => Promise.reject(new Error('the audit cannot be written')),
});
const raw = () => test.store.requireUnlocked().raw;
/** The facts of each entry on exports since the test began. */
const audited = (): unknown[] =>
  raw()
    .prepare('SELECT facts FROM audit_entry WHERE sequence > ? AND method = ? ORDER BY sequence')
    .pluck()
    .all(after, method)
    .map((facts) => JSON.parse(String(facts)) as unknown);
const last = (): number => raw().prepare('SELECT max(sequence) FROM audit_entry').pluck().get() as number;
const inProgress = () => raw().prepare('SELECT count(*) FROM leaving_file').pluck().get();
beforeEach(() => {
  folder = mkdtempSync(join(test.parent, 'leave-'));
  path = join(folder, 'out.csv');
  after = last();
});

const ended = (how: 'done' | 'not_done') => ({ begun: after + 1, ended: how });

const ways = {
  'in memory': 'text',
  streamed: (stream: Writable) => {
    // The entry is there before the first byte is.
    expect(audited()).toEqual([fact.facts]);
    expect(inProgress()).toBe(1);
    stream.end('text');
    return Promise.resolve();
  },
} as const;

describe.each(Object.entries(ways))('a file %s', (_way, bytes) => {
  it('is audited, written whole, and its end is audited', async () => {
    await leaveWorkspace(context(), { path, bytes, fact });
    expect(readFileSync(path, 'utf8')).toBe('text');
    expect(readdirSync(folder)).toEqual(['out.csv']);
    expect(audited()).toEqual([fact.facts, ended('done')]);
    expect(inProgress()).toBe(0);
  });

  it('is not written where the audit cannot be', async () => {
    await expect(leaveWorkspace(failing(), { path, bytes, fact })).rejects.toThrow('audit');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is in the audit where it cannot be written, and leaves nothing beside', async () => {
    mkdirSync(path);
    await expect(leaveWorkspace(context(), { path, bytes, fact })).rejects.toThrow();
    expect(audited()).toEqual([fact.facts, ended('not_done')]);
    expect(readdirSync(folder)).toEqual(['out.csv']);
  });
});

describe('a folder', () => {
  const leaving = () => ({ parent: folder, name: 'pack', files: [{ name: 'a.csv', bytes: Buffer.from('a') }], fact });

  it('takes another name where its own is taken', async () => {
    expect(await leaveAsFolder(context(), leaving())).toBe('pack');
    expect(await leaveAsFolder(context(), leaving())).toBe('pack-2');
    expect(audited()).toEqual([fact.facts, ended('done'), fact.facts, { begun: after + 3, ended: 'done' }]);
  });

  it('is not written where the audit cannot be, and audited where it cannot be written', async () => {
    await expect(leaveAsFolder(failing(), leaving())).rejects.toThrow('audit');
    expect(readdirSync(folder)).toEqual([]);
    await expect(leaveAsFolder(context(), { ...leaving(), parent: path })).rejects.toThrow();
    expect(audited()).toEqual([fact.facts, ended('not_done')]);
  });
});

describe('an export that is cut off while it is written', () => {
  const begun = { list: 'referrals', rows: 15_003 };

  /** The store ends in the midst of the writing, which never returns: nothing of the export runs any more, as after a kill. */
  async function cutOff(): Promise<void> {
    await new Promise<void>((cut) => {
      const bytes = (stream: Writable): Promise<void> => {
        stream.write('readable line\n'.repeat(begun.rows), () => {
          test.store.close();
          cut();
        });
        return new Promise(() => undefined);
      };
      void leaveWorkspace(context(), { path, bytes, fact: { facts: begun } });
    });
  }

  it('is in the audit; the next sign-in removes what was written and says that it did not end', async () => {
    await cutOff();
    expect(readdirSync(folder)).toEqual([expect.stringMatching(/^out\.csv\.[0-9a-f]{8}\.part$/)]);
    openFolder(test.store, test.folder);
    await test.call('session.signIn', administrator);
    expect(readdirSync(folder)).toEqual([]);
    expect(audited()).toEqual([begun, { begun: after + 1, ended: 'not_done' }]);
    expect(inProgress()).toBe(0);
  });

  it('is looked for again where its folder cannot be reached', async () => {
    await cutOff();
    const elsewhere = `${folder}-unplugged`;
    renameSync(folder, elsewhere);
    openFolder(test.store, test.folder);
    await test.call('session.signIn', administrator);
    expect(inProgress()).toBe(1);
    renameSync(elsewhere, folder);
    await test.signInAs('admin');
    expect(readdirSync(folder)).toEqual([]);
    expect(inProgress()).toBe(0);
  });
});
