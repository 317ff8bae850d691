import { describe, expect } from 'vitest';
import { defaultAssumptions, type Assumptions } from '#contract/statistics/assumptions';
import { auditEntry, auditValue } from '../../../../../db/ground/schema/common/audit.ts';
import { administrator, createTestStore } from '../../../../support/store.ts';
import { it, test } from '../../../../support/fixtures/unit.ts';

const cautious: Assumptions = { ...defaultAssumptions, substitutionShare: 0.25, rampMonths: 12 };

const list = async () => (await test.call('assumptionSets.list', {})).sets;
const taken = { code: 'conflict', reason: 'name_taken' };
const stale = { code: 'conflict', reason: 'version_conflict' };

describe('a set of assumptions', () => {
  it('is kept under its name, by whom and when', async () => {
    const { id } = await test.call('assumptionSets.save', { name: ' Cautious ', assumptions: cautious });
    const [set, ...others] = await list();
    expect(set).toMatchObject({ id, version: 1, name: 'Cautious', assumptions: cautious, savedBy: 'Officer officer' });
    expect(set!.savedAt).toBeLessThan(test.store.options.clock.now());
    expect(others).toEqual([]);
  });

  it('is replaced only by whoever saw it as it is', async () => {
    const { id } = await test.call('assumptionSets.save', { name: 'Cautious', assumptions: cautious });
    const other = { name: 'Cautious', assumptions: defaultAssumptions };
    expect(await test.refusal('assumptionSets.save', other)).toEqual(taken);
    expect(await test.refusal('assumptionSets.save', { ...other, version: 2 })).toEqual(stale);
    expect((await list()).map((set) => [set.version, set.assumptions])).toEqual([[1, cautious]]);
    expect(await test.call('assumptionSets.save', { ...other, version: 1 })).toEqual({ id });
    expect((await list()).map((set) => [set.id, set.version, set.assumptions])).toEqual([[id, 2, defaultAssumptions]]);
    expect(await test.refusal('assumptionSets.remove', { id, version: 1 })).toEqual(stale);
    await test.call('assumptionSets.remove', { id, version: 2 });
    expect(await list()).toEqual([]);
    expect(await test.refusal('assumptionSets.remove', { id, version: 2 })).toEqual({ code: 'not_found' });
    expect(await test.refusal('assumptionSets.save', { ...other, version: 2 })).toEqual({ code: 'not_found' });
  });

  it('is refused outside the bounds of the contract, and with a name of several lines', async () => {
    const code = 'invalid_input';
    const beyond = { ...cautious, substitutionShare: 0.95 };
    expect(await test.refusal('assumptionSets.save', { name: 'x', assumptions: beyond })).toEqual({ code });
    for (const name of ['', '   ', 'a\nb', 'a'.repeat(81)])
      expect(await test.refusal('assumptionSets.save', { name, assumptions: cautious })).toEqual({ code });
  });

  it('is audited with what it was and what it is', async () => {
    const { id } = await test.call('assumptionSets.save', { name: 'Cautious', assumptions: cautious });
    await test.call('assumptionSets.remove', { id, version: 1 });
    const { read } = test.store.requireUnlocked();
    const rows = (await read.select().from(auditEntry)).filter((row) => row.method.startsWith('assumptionSets.'));
    expect(rows.map((row) => [row.method, row.subjectKind, row.subjectId, row.outcome])).toEqual([
      ['assumptionSets.save', 'assumptionSet', id, 'done'],
      ['assumptionSets.remove', 'assumptionSet', id, 'done'],
    ]);
    const values = await read.select().from(auditValue);
    const saved = values.filter((value) => value.sequence === rows[0]!.sequence);
    expect(saved.map(({ side, value }): unknown => [side, JSON.parse(value)])).toEqual([
      ['before', null],
      ['after', { name: 'Cautious', assumptions: cautious }],
    ]);
  });

  it('is for supervisors and coordinators, in both kinds of workspace', async () => {
    await test.signInAs('admin');
    expect(await test.refusal('assumptionSets.list', {})).toEqual({ code: 'forbidden' });
    const coordination = await createTestStore('coordination');
    try {
      await coordination.call('users.create', {
        login: 'coordinator',
        displayName: 'Coordinator',
        roles: ['coordinator'],
        unitIds: [],
        passphrase: administrator.passphrase,
      });
      await coordination.signInAs('coordinator');
      await coordination.call('assumptionSets.save', { name: 'Cautious', assumptions: cautious });
      expect((await coordination.call('assumptionSets.list', {})).sets).toHaveLength(1);
    } finally {
      coordination.dispose();
    }
  });
});
