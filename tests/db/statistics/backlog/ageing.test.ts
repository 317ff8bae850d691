import { beforeEach, describe, expect } from 'vitest';
import { today } from '../../../support/store.ts';
import { historyOf } from './history.ts';
import { it, test, unitId } from '../../../support/fixtures/unit.ts';

let history: ReturnType<typeof historyOf>;

beforeEach(() => {
  history = historyOf(test, unitId);
});

const ageing = (on: string = today) => test.call('backlog.ageing', { on: on });
const files = async (on: string = today) =>
  (await test.call('backlog.agedFiles', { on: on, offset: 0, size: 100 })).files;
const agesOn = async (on: string = today) => (await files(on)).map(({ age }) => age);

describe('the age bands', () => {
  it('begin and end on their days', async () => {
    // 2026-11-24 less 0, 30, 31, 90, 91, 180, 181, 365 and 366 days.
    for (const on of [
      '2026-11-24',
      '2026-10-25',
      '2026-10-24',
      '2026-08-26',
      '2026-08-25',
      '2026-05-28',
      '2026-05-27',
      '2025-11-24',
      '2025-11-23',
    ])
      await history.receive(on);
    expect(await ageing()).toEqual({
      on: today,
      files: 9,
      bands: { to_30: 2, to_90: 2, to_180: 2, to_365: 2, over_365: 1 },
      median: 91,
      p75: 181,
      p90: 366,
      declared: 0,
      ruleChanges: [],
    });
    expect(await agesOn()).toEqual([366, 365, 181, 180, 91, 90, 31, 30, 0]);
  });

  it('have no percentile where no file is open', async () => {
    const referral = await history.receive('2026-01-10');
    await history.move(referral, '2026-02-10');
    expect(await ageing()).toMatchObject({ files: 0, median: null, p75: null, p90: null });
    expect(await ageing('2026-02-09')).toMatchObject({ files: 1, median: 30 });
  });

  it('open as lists that hold as many files', async () => {
    for (const on of ['2026-11-01', '2026-10-01', '2026-09-01', '2025-01-01', '2025-01-02']) await history.receive(on);
    const { bands } = await ageing();
    for (const band of ['to_30', 'to_90', 'to_180', 'to_365', 'over_365'] as const) {
      const list = await test.call('backlog.agedFiles', { on: today, band, offset: 0, size: 1 });
      expect([band, list.total]).toEqual([band, bands[band]]);
      expect(list.files).toHaveLength(Math.min(1, list.total));
    }
    const second = await test.call('backlog.agedFiles', { on: today, band: 'over_365', offset: 1, size: 1 });
    expect(second.files.map(({ receivedOn }) => receivedOn)).toEqual(['2025-01-02']);
  });

  it('open by state of waiting as many files as the board counts in it', async () => {
    for (const on of ['2026-10-01', '2026-10-02', '2026-10-03']) await history.receive(on);
    const lab = await test.call('investigations.open', { unitId, openedOn: '2026-10-04', referralIds: [], lead: null });
    await test.call('investigations.open', { unitId, openedOn: '2026-10-05', referralIds: [], lead: null });
    await test.call('investigations.wait', {
      files: [{ investigationId: lab.id, version: 1 }],
      state: 'lab',
      since: today,
    });
    const { waiting } = await test.call('backlog.board', { from: '2026-10', to: '2026-11' });
    expect(waiting).toMatchObject({ unassigned: 4, lab: 1 });
    for (const [state, count] of Object.entries(waiting ?? {})) {
      const list = await test.call('backlog.agedFiles', {
        ...{ on: today, offset: 0, size: 50 },
        waiting: state as keyof NonNullable<typeof waiting>,
      });
      expect([state, list.total, list.files.every((file) => file.waiting === state)]).toEqual([state, count, true]);
    }
  });

  it('leave out what was declared as a sum, and say how much', async () => {
    await history.receive('2026-03-01');
    const declare =
      "INSERT INTO unit_month VALUES (?, 'backlog_opening', '2026-01', 1, 40, 'complete', 'declared', NULL)";
    test.store.requireUnlocked().raw.prepare(declare).run(unitId);
    expect(await ageing()).toMatchObject({ files: 1, declared: 40 });
    expect(await ageing('2026-02-15')).toMatchObject({ files: 0, declared: 40 });
    expect(await ageing('2025-12-31')).toMatchObject({ files: 0, declared: 0 });
  });

  it('leave no trace of the future', async () => {
    expect(await test.refusal('backlog.ageing', { on: '2026-11-25' })).toMatchObject({
      code: 'invalid_input',
    });
  });
});

describe('a file', () => {
  it('keeps its day of receipt when an investigation carries it over', async () => {
    const referral = await history.receive('2026-01-01');
    const investigation = await history.open('2026-06-01', [referral]);
    await history.wait(investigation, '2026-07-01', 'lab');
    expect(await files()).toEqual([
      {
        kind: 'investigation',
        id: investigation,
        number: 'E2026-00001',
        unitId,
        receivedOn: '2026-01-01',
        age: 327,
        waiting: 'lab',
        since: '2026-07-01',
        sinceUncertain: null,
        lead: null,
      },
    ]);
    const board = await test.call('backlog.board', { from: '2026-01', to: '2026-11' });
    expect(board.olderThanYear).toBe(0);
    await history.receive('2025-11-23');
    const old = await history.open('2026-10-01', [await history.receive('2025-01-01')]);
    expect(await test.call('backlog.board', { from: '2026-01', to: '2026-11' })).toMatchObject({
      olderThanYear: 2,
    });
    expect((await ageing()).bands.over_365).toBe(2);
    await history.wait(old, '2026-10-02', 'crown_or_court');
    expect((await ageing()).bands.over_365).toBe(1);
  });

  it('is counted once, however many referrals and investigations it has', async () => {
    const [first, second] = [await history.receive('2026-01-01'), await history.receive('2026-02-01')];
    const carrier = await history.open('2026-03-01', [first, second]);
    expect(await agesOn()).toEqual([327]);
    const further = await history.open('2026-04-01', [first]);
    expect((await files()).map(({ id, receivedOn }) => [id, receivedOn])).toEqual([
      [carrier, '2026-01-01'],
      [further, '2026-04-01'],
    ]);
  });

  it('leaves for court and ages from its receipt when it comes back', async () => {
    const investigation = await history.open('2026-03-01', [await history.receive('2026-02-01')]);
    await history.wait(investigation, '2026-04-01', 'crown_or_court');
    await history.wait(investigation, '2026-06-01', 'active');
    await history.conclude(investigation, '2026-07-01');
    await history.reopen(investigation, '2026-08-01');
    const days = ['2026-03-31', '2026-04-01', '2026-05-31', '2026-06-01', '2026-07-01', '2026-08-01'];
    const ages = [];
    for (const day of days) ages.push(await agesOn(day));
    expect(ages).toEqual([[58], [], [], [120], [], [181]]);
  });

  it('at court stays where the counting rule keeps it', async () => {
    const investigation = await history.open('2026-03-01', [await history.receive('2026-02-01')]);
    await history.wait(investigation, '2026-04-01', 'crown_or_court');
    expect(await agesOn()).toEqual([]);
    await history.rule('2026-01-01', 'include_court');
    expect(await agesOn()).toEqual([296]);
    await history.rule('2026-11-01', 'exclude_court');
    expect(await agesOn()).toEqual([]);
    expect(await agesOn('2026-10-31')).toEqual([272]);
    expect(await ageing('2026-11-24')).toMatchObject({ ruleChanges: [] });
    await history.receive('2026-03-03');
    expect((await ageing('2026-11-24')).ruleChanges).toEqual([{ month: '2026-11', unitId }]);
  });

  it('that was bundled stands under its head, and again for itself when split off', async () => {
    const [head, other] = [await history.receive('2026-01-01'), await history.receive('2026-02-01')];
    expect(await agesOn()).toEqual([327, 296]);
    await history.bundle(head, [other], '2026-03-01');
    expect(await agesOn()).toEqual([327]);
    await history.split(other, '2026-04-01');
    expect(await agesOn()).toEqual([327, 296]);
    expect(await agesOn('2026-03-15')).toEqual([73]);
  });

  it('shows how it stands now, also on a day in the past', async () => {
    const referral = await history.receive('2026-01-01');
    await history.move(referral, '2026-05-01', 'not_viable');
    expect(await files('2026-03-01')).toMatchObject([
      { kind: 'referral', waiting: null, since: '2026-05-01', age: 59 },
    ]);
  });
});

describe('the curve of time in the backlog', () => {
  const survival = (by: 'all' | 'source' | 'fiscal_year', from = '2026-01') =>
    test.call('backlog.survival', { on: today, from: from, by });

  it('takes what has left as events, and what is open or bundled as last seen', async () => {
    const ids = [];
    for (const on of ['2026-01-01', '2026-01-01', '2026-01-01', '2026-01-01', '2026-01-01'])
      ids.push(await history.receive(on));
    const [concluded, transferred, bundled, charged, open] = ids;
    await history.move(concluded!, '2026-01-11');
    await history.move(transferred!, '2026-01-21', 'transferred_out');
    await history.bundle(open!, [bundled!], '2026-01-16');
    await history.wait(await history.open('2026-01-05', [charged!]), '2026-01-31', 'crown_or_court');
    const { curves } = await survival('all');
    expect(curves).toHaveLength(1);
    expect(curves[0]).toMatchObject({
      group: { kind: 'all' },
      files: 5,
      left: 3,
      steps: { days: [10, 15, 20, 30, 327], atRisk: [5, 4, 3, 2, 1] },
      median: { value: 30 },
    });
    const expected = [0.8, 0.8, 0.8 * (2 / 3), 0.4 * (2 / 3), 0.4 * (2 / 3)];
    for (const [index, share] of curves[0]!.steps.survival.entries()) expect(share).toBeCloseTo(expected[index]!, 12);
  });

  it('ends a file at its first leaving, and does not begin one for a further investigation', async () => {
    const referral = await history.receive('2026-02-01');
    await history.move(referral, '2026-02-11');
    await history.move(referral, '2026-03-01', 'received');
    await history.move(referral, '2026-03-31');
    const carried = await history.receive('2026-02-01');
    await history.open('2026-02-05', [carried]);
    await history.open('2026-02-15', [carried]);
    await history.open('2026-02-20');
    const { curves } = await survival('all');
    expect(curves[0]).toMatchObject({ files: 3, left: 1, steps: { days: [10, 277, 296], atRisk: [3, 2, 1] } });
  });

  it('shows at most four sources, the rest together', async () => {
    const sources = ['ncecc', 'ncecc', 'ncecc', 'public', 'public', 'school', 'school', 'other', 'cybertip'] as const;
    for (const source of sources) await history.receive('2026-02-01', source);
    await history.open('2026-02-01');
    const { curves } = await survival('source');
    expect(curves.map(({ group, files: count }) => [group, count])).toEqual([
      [{ kind: 'source', source: 'ncecc' }, 3],
      [{ kind: 'source', source: 'public' }, 2],
      [{ kind: 'source', source: 'school' }, 2],
      [{ kind: 'other_sources' }, 3],
    ]);
  });

  it('compares the fiscal year with the one before', async () => {
    for (let index = 0; index < 8; index += 1) {
      const slow = await history.receive('2025-05-01');
      await history.move(slow, `2025-0${String(7 + (index % 2))}-1${String(index)}`);
      const fast = await history.receive('2026-05-01');
      await history.move(fast, `2026-05-1${String(index)}`);
    }
    const { curves, test: logRank, from } = await survival('fiscal_year', '2026-10');
    expect(from).toBe('2025-04-01');
    expect(curves.map(({ group, median }) => [group, median.value])).toEqual([
      [{ kind: 'fiscal_year', fiscalYear: 2026 }, 12],
      [{ kind: 'fiscal_year', fiscalYear: 2025 }, 76],
    ]);
    expect(logRank!.pValue).toBeLessThan(0.001);
  });

  it('has no curve of nothing', async () => {
    expect(await survival('fiscal_year')).toMatchObject({ curves: [], test: null });
  });
});

describe('referrals that became investigations', () => {
  const bySource = async (from: string, on: string = today) =>
    (await test.call('backlog.survival', { from, on, by: 'source' })).investigated;

  it('are counted by source over the days asked for, each once, without bundled ones and later links', async () => {
    const first = await history.receive('2026-08-03');
    const second = await history.receive('2026-08-04');
    const head = await history.receive('2026-08-05', 'public');
    await history.bundle(head, [second], '2026-08-06');
    await history.receive('2026-08-07', 'public');
    await history.receive('2026-06-05');
    await history.open('2026-09-10', [first]);
    // A second investigation of the same referral counts it once.
    await history.open('2026-09-11', [first]);
    const before = [
      { source: 'public', referrals: 2, investigated: 0 },
      { source: 'ncecc', referrals: 1, investigated: 0 },
    ];
    expect(await bySource('2026-07', '2026-09-09')).toEqual(before);
    expect(await bySource('2026-07')).toEqual([before[0], { ...before[1], investigated: 1 }]);
    expect((await bySource('2026-06'))[0]).toEqual({ source: 'ncecc', referrals: 2, investigated: 1 });
    const all = await test.call('backlog.survival', { from: '2026-07', on: today, by: 'all' });
    expect(all.investigated).toEqual([]);
  });
});
