import { describe, expect, vi } from 'vitest';
import { defaultAssumptions } from '#contract/statistics/assumptions';
import { encodeAnswer, readAnswer, writeAnswer } from '../../../../../db/statistics/estimate/answers.ts';
import { auditEntry } from '../../../../../db/ground/schema/common/audit.ts';
import { laboratoryAnswer } from '../../../../../db/ground/schema/common/laboratory.ts';
import { unitMonth } from '../../../../../db/ground/schema/common/unitMonths.ts';
import { keepLater } from '../../../../../db/store/keep.ts';
import { administrator, createTestStore } from '../../../../support/store.ts';
import { newJob, panelsOf, unitWorkspaceOf } from './support.ts';
import { ofEach } from '../../../../support/fixtures/make.ts';

const { it, made: laboratory } = ofEach(() => unitWorkspaceOf(panel!));

const [panel] = panelsOf(2, 30);

const question = () => ({
  scope: { unitId: laboratory.unitIds[0]! },
  lastMonth: laboratory.lastMonth,
  assumptions: defaultAssumptions,
  jobId: newJob(),
});
/** The question that takes the least to answer. */
const look = () => laboratory.test.call('counterfactual.placebos', question());
const held = () => laboratory.test.store.requireUnlocked().read.select().from(laboratoryAnswer);

/** The write follows the answer: it is waited for, as no user would. */
async function keptAnswers(count: number): Promise<void> {
  await vi.waitFor(async () => {
    expect(await held()).toHaveLength(count);
  }, 5000);
}

describe('an answer of the laboratory', () => {
  it('is there at once after the next sign-in, the same to the draw', async () => {
    const first = await laboratory.test.call('counterfactual.run', question());
    await keptAnswers(2);
    await laboratory.test.signInAs('officer');
    const second = await laboratory.test.call('counterfactual.run', question());
    expect(first.fromMemory).toBe(false);
    expect(second).toEqual({ ...first, fromMemory: true, milliseconds: second.milliseconds });
    expect(new Set((await held()).map(({ task, hash }) => `${task} ${hash}`))).toEqual(
      new Set(['estimate', 'crossChecks'].map((task) => `${task} ${first.inputsHash}`)),
    );
  });

  it('is no act of the user: the audit does not tell of it', async () => {
    const { read } = laboratory.test.store.requireUnlocked();
    const before = await read.$count(auditEntry);
    await look();
    await keptAnswers(1);
    expect(await read.$count(auditEntry)).toBe(before);
  });

  it('is given even where it cannot be kept', async () => {
    const { raw } = laboratory.test.store.requireUnlocked();
    raw.pragma('query_only = ON');
    expect((await look()).fromMemory).toBe(false);
    await new Promise((done) => setTimeout(done, 50));
    raw.pragma('query_only = OFF');
    expect(await held()).toEqual([]);
    expect((await look()).fromMemory).toBe(true);
  });

  it('is computed again where what was kept cannot be read', async () => {
    const first = await look();
    await keptAnswers(1);
    laboratory.test.store.requireUnlocked().raw.exec("UPDATE laboratory_answer SET value = 'AAAA'");
    await laboratory.test.signInAs('officer');
    expect(await look()).toEqual(first);
    await vi.waitFor(async () => {
      expect((await held())[0]!.value).not.toBe('AAAA');
    });
  });

  it('opens under the next key of the workspace', async () => {
    await look();
    await keptAnswers(1);
    const { test } = laboratory;
    const before = await held();
    await test.signInAs('admin');
    const { id } = await test.call('users.create', {
      login: 'leaver',
      displayName: 'Leaver',
      roles: ['supervisor'],
      unitIds: (await test.call('units.list', {})).units.map((unit) => unit.id),
      passphrase: administrator.passphrase,
    });
    await test.call('users.disable', { userId: id });
    await test.signInAs('officer');
    expect(await held()).toEqual(before);
    expect((await look()).fromMemory).toBe(true);
  });

  it('never reaches the workspace that is opened after its own', async () => {
    const { store } = laboratory.test;
    const other = await createTestStore('unit');
    const own = store.unlocked;
    try {
      keepLater(store, async () => {
        const value = await encodeAnswer(1);
        return (tx) => writeAnswer(tx, { task: 'placebos', hash: 'late', methodVersion: 2 }, value, 0);
      });
      // As when one workspace is closed and another opened before it was the write's turn.
      store.unlocked = other.store.unlocked;
      await new Promise((done) => setTimeout(done, 50));
      expect(await other.store.requireUnlocked().read.$count(laboratoryAnswer)).toBe(0);
    } finally {
      store.unlocked = own;
      other.dispose();
    }
  });

  it('is not that of whoever sees more units', async () => {
    const { test, unitIds } = laboratory;
    await test.signInAs('admin');
    const second = await test.call('units.save', {
      code: 'U02',
      name: { en: 'Unit 2', fr: 'Unité 2' },
      service: 'Service',
      active: true,
    });
    const { tx } = test.store.requireUnlocked();
    const rows = await tx.select().from(unitMonth);
    await tx.insert(unitMonth).values(rows.map((row) => ({ ...row, unitId: second.id })));
    const { users } = await test.call('users.list', {});
    const { id: userId, roles } = users.find((user) => user.login === 'officer')!;
    const seeing = async (seen: readonly string[], version: number) => {
      await test.signInAs('admin');
      await test.call('users.grant', { userId, version, roles, unitIds: [...seen] });
      await test.signInAs('officer');
    };
    await seeing([...unitIds, second.id], 1);
    await look();
    await keptAnswers(1);
    await seeing(unitIds, 2);
    expect((await look()).fromMemory).toBe(false);
    await keptAnswers(2);
    expect(new Set((await held()).map((row) => row.hash)).size).toBe(2);
    await seeing([...unitIds, second.id], 3);
    expect((await look()).fromMemory).toBe(true);
  });
});

describe('the answers that are kept', () => {
  const key = (hash: string) => ({ task: 'estimate', hash, methodVersion: 2 }) as const;
  const times = async () => (await held()).map((row) => row.createdAt).sort((a, b) => a - b);

  it('are the last forty', async () => {
    const { tx, read } = laboratory.test.store.requireUnlocked();
    const answer = { draws: new Map([['2026-09', Int32Array.of(3, -1, 2)]]) };
    const value = await encodeAnswer(answer);
    for (let at = 1; at <= 43; at += 1) await writeAnswer(tx, key(`hash ${at}`), value, at);
    expect(await times()).toEqual(Array.from({ length: 40 }, (_, index) => index + 4));
    expect(await readAnswer(read, key('hash 3'))).toBeUndefined();
    expect(await readAnswer(read, key('hash 4'))).toEqual(answer);
    expect(await readAnswer(read, { ...key('hash 4'), methodVersion: 3 })).toBeUndefined();
  });

  it('are no larger together than they may be, and one that is too large by itself is not kept', async () => {
    const { tx } = laboratory.test.store.requireUnlocked();
    const most = { answers: 40, bytes: 100 };
    for (const at of [1, 2, 3]) await writeAnswer(tx, key(`hash ${at}`), 'A'.repeat(40), at, most);
    expect(await times()).toEqual([2, 3]);
    await writeAnswer(tx, key('huge'), 'A'.repeat(101), 4, most);
    expect(await times()).toEqual([2, 3]);
  });

  it('are those of the method in use', async () => {
    const { tx } = laboratory.test.store.requireUnlocked();
    await writeAnswer(tx, key('old'), 'A', 1);
    await writeAnswer(tx, { ...key('new'), methodVersion: 3 }, 'A', 2);
    expect((await held()).map((row) => row.hash)).toEqual(['new']);
  });
});
