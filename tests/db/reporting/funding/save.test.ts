import { beforeEach, describe, expect } from 'vitest';
import type { FundingCells } from '#contract/reporting/fundingCells';
import type { Register } from '#contract/reporting/fundingColumns';
import type { Input, Output } from '#contract/index';
import { newSender, quarterOne, type Sender } from '../../../support/packs.ts';
import { Refused } from '../../../support/store.ts';
import { it, coordination } from '../../../support/fixtures/coordination.ts';

let sender: Sender;
let agreementId: string;
beforeEach(async () => {
  sender = newSender();
  await coordination.receive(sender, quarterOne, 1);
  agreementId = await coordination.agreementFor([sender]);
});

type Changes = Input<'funding.save'>['changes'];

const grid = (register: Register = 'budget', fiscalYear = 2026) => ({ agreementId, register, fiscalYear });
const rows = async (register?: Register, year?: number) =>
  (await coordination.test.call('funding.rows', grid(register, year))).rows;
const save = (changes: Changes, register?: Register, year?: number) =>
  coordination.test.call('funding.save', { ...grid(register, year), changes });
const add = (cells: FundingCells): Changes[number] => ({ do: 'add', cells });
const line = (code: string, cells: FundingCells = {}) => add({ code, category: 'overtime', ...cells });

/** The fields of a refused save, as `path: code`. */
async function problems(changes: Changes, register?: Register): Promise<readonly string[]> {
  const failed: unknown = await save(changes, register).catch((error: unknown) => error);
  if (!(failed instanceof Refused)) throw new Error('the save was not refused');
  return (failed.failure.fields ?? []).map(({ path, code }) => `${path}: ${code}`);
}

const shownOf = (held: Output<'funding.rows'>['rows'], ...keys: readonly string[]) =>
  held.map(({ version, cells }) => [version, ...keys.map((key) => cells[key])]);

describe('a grid', () => {
  it('keeps what it was given, by code, year and register, and nothing else', async () => {
    await save([
      line('B', { budget: 123_450, q1WhyFr: '  attente du laboratoire ' }),
      line('A', { unitId: sender.unitId }),
    ]);
    await save([line('A')], 'budget', 2025);
    await save([add({ code: 'P1', role: 'analyst', funding: 'funded', fte: 50, filledOn: '2026-04-01' })], 'positions');
    expect(shownOf(await rows(), 'code', 'budget', 'q1WhyFr', 'unitId', 'q4Actual')).toEqual([
      [1, 'A', null, null, sender.unitId, null],
      [1, 'B', 123_450, 'attente du laboratoire', null, null],
    ]);
    expect(shownOf(await rows('budget', 2025), 'code')).toEqual([[1, 'A']]);
    expect(shownOf(await rows('positions', 1999), 'code', 'fte', 'filledOn', 'leftOn')).toEqual([
      [1, 'P1', 50, '2026-04-01', null],
    ]);
    expect(await rows('risks')).toEqual([]);
  });

  it('changes cells alone, and lets two rows change codes', async () => {
    await save([line('A', { budget: 1 }), line('B', { budget: 2 })]);
    const [a, b] = await rows();
    await save([
      { do: 'change', id: a!.id, version: 1, cells: { code: 'B' } },
      { do: 'change', id: b!.id, version: 1, cells: { code: 'A', q1Actual: 5 } },
    ]);
    expect(shownOf(await rows(), 'code', 'budget', 'q1Actual')).toEqual([
      [2, 'A', 2, 5],
      [2, 'B', 1, null],
    ]);
  });

  it('is not overwritten from a stale screen, and takes all of a change or nothing', async () => {
    await save([line('A')]);
    const [a] = await rows();
    await save([{ do: 'change', id: a!.id, version: 1, cells: { budget: 5 } }]);
    const stale = coordination.test.refusal('funding.save', {
      ...grid(),
      changes: [line('C'), { do: 'change', id: a!.id, version: 1, cells: { budget: 6 } }],
    });
    expect(await stale).toEqual({ code: 'conflict', reason: 'version_conflict' });
    expect(shownOf(await rows(), 'code', 'budget')).toEqual([[2, 'A', 5]]);
  });

  it.each<readonly [string, Register, readonly FundingCells[], readonly string[]]>([
    ['a line without category', 'budget', [{ code: 'A' }], ['changes.0.category: required']],
    ['a line without code', 'budget', [{ category: 'tools', code: ' ' }], ['changes.0.code: required']],
    [
      'a code twice, whatever its case',
      'budget',
      [
        { code: 'a', category: 'tools' },
        { code: 'A', category: 'tools' },
      ],
      ['changes.0.code: code_taken', 'changes.1.code: code_taken'],
    ],
    [
      'cents with a fraction of a cent',
      'risks',
      [{ code: 'R', likelihood: 'low', effect: 'low', owner: 'x'.repeat(121) }],
      ['changes.0.owner: too_long'],
    ],
    [
      'a unit that nobody knows',
      'budget',
      [{ code: 'A', category: 'tools', unitId: 'U99' }],
      ['changes.0.unitId: unknown_unit'],
    ],
    [
      'a column that there is not',
      'budget',
      [{ code: 'A', category: 'tools', colour: 'red' }],
      ['changes.0.colour: unrecognized_keys'],
    ],
    [
      'a day that there is not',
      'activities',
      [{ code: 'A', status: 'planned', startedOn: '2026-02-30' }],
      ['changes.0.startedOn: not_a_date'],
    ],
    [
      'leaving before coming',
      'positions',
      [{ code: 'P', role: 'analyst', funding: 'funded', fte: 100, filledOn: '2026-05-01', leftOn: '2026-04-30' }],
      ['changes.0.leftOn: date_before_previous'],
    ],
    [
      'fewer than no person',
      'positions',
      [{ code: 'P', role: 'analyst', funding: 'funded', fte: -100 }],
      ['changes.0.fte: negative'],
    ],
    [
      'a hidden picture',
      'risks',
      [{ code: 'R', likelihood: 'low', effect: 'high', riskEn: `data:image/png;base64,${'A'.repeat(40)}` }],
      ['changes.0.riskEn: contains_binary'],
    ],
  ])('refuses %s', async (_name, register, cells, expected) => {
    expect(await problems(cells.map(add), register)).toEqual(expected);
    expect(await rows(register)).toEqual([]);
  });

  it('is written to the audit with what it was and became', async () => {
    await save([line('A', { budget: 100 })]);
    const entries = coordination.test.store
      .requireUnlocked()
      .raw.prepare(
        "SELECT e.facts, v.side, v.value FROM audit_entry e JOIN audit_value v USING (sequence) WHERE method = 'funding.save'",
      )
      .all() as { facts: string; side: string; value: string }[];
    expect(entries.map(({ side }) => side)).toEqual(['before', 'after']);
    expect(JSON.parse(entries[0]!.facts)).toMatchObject({
      register: 'budget',
      fiscalYear: 2026,
      added: 1,
      changed: 0,
      removed: 0,
    });
    expect(entries[0]!.facts).not.toContain('overtime');
    expect(entries[1]!.value).toContain('"budget":100');
  });
});

describe('undoing', () => {
  const undoable = async () => (await coordination.test.call('funding.rows', grid())).undoable;

  it('takes the changes back one after another, rows that were removed included', async () => {
    await save([line('A', { budget: 1 }), line('B', { budget: 2 })]);
    const [a, b] = await rows();
    await save([
      { do: 'change', id: a!.id, version: 1, cells: { budget: 10 } },
      { do: 'remove', id: b!.id, version: 1 },
      line('C'),
    ]);
    const [last] = await undoable();
    expect(last).toMatchObject({ kind: 'grid', added: 1, changed: 1, removed: 1, savedBy: 'Coordinator' });
    await coordination.test.call('funding.undo', { changeId: last!.id });
    expect(shownOf(await rows(), 'code', 'budget')).toEqual([
      [3, 'A', 1],
      [3, 'B', 2],
    ]);
    const [first, ...others] = await undoable();
    expect(others).toEqual([]);
    await coordination.test.call('funding.undo', { changeId: first!.id });
    expect(await rows()).toEqual([]);
    expect(await undoable()).toEqual([]);
  });

  it('is refused once a row has changed since, and offered again when it is as it was', async () => {
    const { changeId } = await save([line('A', { budget: 1 })]);
    const [a] = await rows();
    await save([{ do: 'change', id: a!.id, version: 1, cells: { budget: 2 } }]);
    expect((await undoable()).map(({ changed }) => changed)).toEqual([1]);
    expect(await coordination.test.refusal('funding.undo', { changeId })).toEqual({
      code: 'conflict',
      reason: 'version_conflict',
    });
    await save([{ do: 'change', id: a!.id, version: 2, cells: { budget: 1 } }]);
    expect((await undoable()).map(({ id }) => id)).toContain(changeId);
    await coordination.test.call('funding.undo', { changeId });
    expect(await coordination.test.refusal('funding.undo', { changeId })).toEqual({ code: 'conflict' });
  });

  it('gives no code back that another row has taken', async () => {
    await save([line('A')]);
    const [a] = await rows();
    const { changeId } = await save([{ do: 'remove', id: a!.id, version: 1 }]);
    await save([line('A')]);
    expect(await coordination.test.refusal('funding.undo', { changeId })).toEqual({
      code: 'conflict',
      reason: 'code_taken',
    });
  });
});

describe('the outlook', () => {
  it('tells the end of the agreement, what will lapse and what was left', async () => {
    const quarters = { q1Forecast: 10, q1Actual: 20, q2Forecast: 10, q2Actual: 10, q3Forecast: 15, q4Forecast: 5 };
    await save([line('A', { budget: 100, ...quarters })]);
    const closed = { q1Actual: 10, q2Actual: 10, q3Actual: 10, q4Actual: 40 };
    await save([line('A', { budget: 100, ...closed })], 'budget', 2025);
    const outlook = (fiscalYear: number) => coordination.test.call('funding.outlook', { agreementId, fiscalYear });
    expect(await outlook(2026)).toEqual({
      endsOn: '2028-03-31',
      daysLeft: 493,
      lines: 1,
      budget: 100,
      spent: 30,
      stillForecast: 20,
      lapsing: 50,
      incomplete: 0,
      unspentBefore: 30,
    });
    expect((await outlook(2027)).unspentBefore).toBeNull();
    expect((await outlook(2025)).lines).toBe(1);
  });

  it('is not for a unit’s workspace, nor for an unknown agreement', async () => {
    const input = { agreementId: sender.unitId, fiscalYear: 2026 };
    expect(await coordination.test.refusal('funding.outlook', input)).toEqual({ code: 'not_found' });
  });
});
