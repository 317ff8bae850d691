import { afterEach, beforeEach, describe, expect, vi } from 'vitest';
import type { ReferralId, UnitId } from '#contract/ground/ids';
import { storeContract, type ReadName } from '#contract/index';
import { endBursts } from '../../../../db/store/bursts.ts';
import { createUnitAndUser } from '../../../support/store.ts';
import { unauditedReads } from '../../../security/unauditedReads.ts';
import { it, test } from '../../../support/fixtures/shared/store.ts';

let unitId: UnitId;
let referralId: ReferralId;
let after = 0;

const raw = () => test.store.requireUnlocked().raw;
/** What came into the journal since the test began. */
function entries(): { method: string; outcome: string; facts: unknown; subject: string | null }[] {
  const rows = raw()
    .prepare(
      'SELECT method, outcome, facts, subject_id AS subject FROM audit_entry WHERE sequence > ? ORDER BY sequence',
    )
    .all(after) as { method: string; outcome: string; facts: string; subject: string | null }[];
  return rows.map((row) => ({ ...row, facts: JSON.parse(row.facts) as unknown }));
}
const shown = () => entries().map(({ method, outcome, facts }) => [method, outcome, facts]);

const list = () =>
  test.call('referrals.list', {
    filter: {},
    sort: { column: 'receivedOn', descending: true },
    from: { at: 'start' },
    size: 50,
  });

it.beforeAll(async () => {
  ({ unitId } = await createUnitAndUser(test));
  for (const summary of ['harbour', 'harvest', 'meadow'])
    ({ id: referralId } = await test.call('referrals.log', {
      unitId,
      source: 'ncecc',
      receivedOn: '2026-10-02' as never,
      summary,
    } as never));
});
beforeEach(async () => {
  await endBursts(test.store);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  // A view of the test before is over.
  vi.advanceTimersByTime(120_000);
  after = raw().prepare('SELECT max(sequence) FROM audit_entry').pluck().get() as number;
});
afterEach(() => {
  vi.useRealTimers();
});

describe('every read', () => {
  const reads = Object.entries(storeContract).flatMap(([name, method]) =>
    method.type === 'read' ? [{ name: name as ReadName, audited: method.audited }] : [],
  );

  it('is audited, or is on the list of those that are not, with the reason', () => {
    const not = reads.flatMap(({ name, audited }) =>
      typeof audited === 'object' ? [[name, (audited as { not: string }).not] as const] : [],
    );
    expect(Object.fromEntries(not)).toEqual(unauditedReads);
    expect(reads.length).toBeGreaterThan(100);
    expect(reads.length - not.length).toBeGreaterThan(50);
  });

  it('of a part of a file names the file by its scope', () => {
    const parts = Object.entries(storeContract).filter(
      ([, method]) => method.type === 'read' && (method.audited as unknown) === 'part',
    );
    expect(parts.length).toBeGreaterThan(10);
    for (const [name, method] of parts)
      expect([name, Object.keys('scope' in method ? (method.scope ?? {}) : {})]).toEqual([
        name,
        [expect.stringMatching(/^(investigation|referral|file)$/)],
      ]);
  });
});

describe('what is seen', () => {
  it('is one entry for a view of a record, however often its page is refreshed', async () => {
    for (let times = 0; times < 5; times += 1) await test.call('referrals.get', { referralId });
    expect(entries()).toMatchObject([{ method: 'referrals.get', outcome: 'done', subject: referralId }]);
    vi.advanceTimersByTime(61_000);
    await test.call('referrals.get', { referralId });
    expect(entries()).toHaveLength(2);
  });

  it('covers the parts of the same file, and not the people in it', async () => {
    const { id } = await test.call('investigations.open', {
      unitId,
      openedOn: '2026-10-03',
      referralIds: [],
      lead: null,
    });
    after += 1;
    await test.call('investigations.get', { investigationId: id });
    await test.call('tasks.list', { investigationId: id });
    await test.call('devices.list', { investigationId: id });
    await test.call('persons.list', { file: { kind: 'investigation', id } });
    expect(entries().map(({ method, subject }) => [method, subject])).toEqual([
      ['investigations.get', id],
      ['persons.list', id],
    ]);
  });

  it('is one entry at once for a list, and one with the count when the burst ends', async () => {
    for (let times = 0; times < 4; times += 1) await list();
    expect(shown()).toEqual([['referrals.list', 'done', { rows: 3 }]]);
    await endBursts(test.store);
    expect(shown()).toEqual([
      ['referrals.list', 'done', { rows: 3 }],
      ['referrals.list', 'done', { rows: 9, times: 3 }],
    ]);
  });

  it('is written after ten quiet seconds, and after a minute where nothing is quiet', async () => {
    await list();
    await list();
    vi.advanceTimersByTime(10_001);
    await endBursts(test.store);
    expect(shown()).toHaveLength(2);
    for (let seconds = 0; seconds < 65; seconds += 5) {
      await list();
      vi.advanceTimersByTime(5000);
    }
    await test.store.queue.run(() => Promise.resolve());
    expect(shown().length).toBeGreaterThanOrEqual(4);
  });

  it('waits where the journal cannot be written, and is counted afterwards', async () => {
    await list();
    raw().exec("CREATE TEMP TRIGGER no BEFORE INSERT ON main.audit_entry BEGIN SELECT RAISE(ABORT, 'no'); END");
    await list();
    await endBursts(test.store);
    raw().exec('DROP TRIGGER temp.no');
    await endBursts(test.store);
    expect(shown()).toEqual([
      ['referrals.list', 'done', { rows: 3 }],
      ['referrals.list', 'done', { rows: 3 }],
    ]);
  });

  it('of aggregate figures leaves nothing', async () => {
    await test.call('referrals.waiting', {});
    await endBursts(test.store);
    expect(entries()).toEqual([]);
  });
});

describe('what is searched for', () => {
  it('is masked, can be forgotten, and is in the chain by its salted hash alone', async () => {
    for (const text of ['ha', 'har', 'harb']) await test.call('search.everywhere', { text });
    await endBursts(test.store);
    expect(entries().map(({ method, facts }) => [method, facts])).toEqual([
      ['search.everywhere', expect.objectContaining({ rows: 2 })],
      ['search.everywhere', expect.objectContaining({ rows: 3, times: 2 })],
    ]);
    expect(JSON.stringify(entries())).not.toContain('harb');
    const values = raw()
      .prepare("SELECT value FROM audit_value WHERE sequence > ? AND side = 'after' ORDER BY sequence")
      .pluck();
    expect(values.all(after)).toEqual(['"ha"', '"harb"']);
  });
});

describe('what is refused', () => {
  const stranger = '0199a1b2-0000-7000-8000-000000000000' as ReferralId;

  it('is audited for an id that is nowhere, with the count of the storm', async () => {
    for (let times = 0; times < 20; times += 1) await test.refusal('referrals.get', { referralId: stranger });
    await endBursts(test.store);
    expect(entries()).toEqual([
      { method: 'referrals.get', outcome: 'refused', facts: { code: 'not_found' }, subject: stranger },
      { method: 'referrals.get', outcome: 'refused', facts: { code: 'not_found', times: 19 }, subject: stranger },
    ]);
  });

  it('is audited for a wrong version and for what the role may not do', async () => {
    const edit = { referralId, externalNumber: null, priorityReceived: null, summary: 'x' };
    expect(await test.refusal('referrals.edit', { ...edit, version: 99 })).toMatchObject({ code: 'conflict' });
    expect(await test.refusal('users.list', {})).toMatchObject({ code: 'forbidden' });
    expect(await test.refusal('referrals.get', { referralId: 'x' })).toMatchObject({
      code: 'invalid_input',
    });
    expect(shown()).toEqual([
      ['referrals.edit', 'refused', { code: 'conflict', reason: 'version_conflict' }],
      ['users.list', 'refused', { code: 'forbidden' }],
    ]);
  });
});
