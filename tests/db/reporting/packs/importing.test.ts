import { describe, expect } from 'vitest';
import type { Month } from '#contract/ground/dates';
import {
  newSender,
  packText,
  payloadFor,
  quarterOne,
  quarterThree,
  quarterTwo,
  wholeCells,
} from '../../../support/packs.ts';
import { it, coordination } from '../../../support/fixtures/coordination.ts';

const first = '2026-04' as Month;

async function receivedBy(unitId: string, month: string): Promise<number | null | undefined> {
  const { cells } = await coordination.test.call('unitMonths.grid', {
    unitId: unitId,
    from: month,
    to: month,
    measures: ['received'],
  });
  return cells[0]?.value;
}

describe('a key met for the first time', () => {
  const sender = newSender();
  const text = packText(
    payloadFor(sender, quarterOne, 1, wholeCells(sender.unitId, first, '2026-06' as Month)),
    sender.key,
  );

  it('is refused without its fingerprint, and with another one', async () => {
    const { test, write } = coordination;
    const file = test.grant(write(text)) as never;
    const refused = { code: 'forbidden', reason: 'pack_key_not_confirmed' };
    expect(await test.refusal('packs.import', { file })).toEqual(refused);
    expect(await test.refusal('packs.import', { file, confirmFingerprint: newSender().fingerprint })).toEqual(refused);
    expect((await test.call('packs.list', {})).packs).toEqual([]);
    expect(await test.call('packs.inspect', { file })).toMatchObject({
      keyConfirmed: false,
      alreadyHeld: false,
      workspaceName: 'Service U01',
      months: 3,
    });
  });

  it('is trusted once confirmed, for its own workspace and no other', async () => {
    const { test, write, receive } = coordination;
    await receive(sender, quarterOne, 1, wholeCells(sender.unitId, first, '2026-06' as Month));
    const next = packText(
      payloadFor(sender, quarterTwo, 2, wholeCells(sender.unitId, first, '2026-09' as Month)),
      sender.key,
    );
    await test.call('packs.import', { file: test.grant(write(next)) });
    const other = { ...newSender('U02'), key: sender.key };
    const foreign = packText(
      payloadFor(other, quarterOne, 3, wholeCells(other.unitId, first, '2026-06' as Month)),
      sender.key,
    );
    expect(await test.refusal('packs.import', { file: test.grant(write(foreign)) })).toEqual({
      code: 'conflict',
      reason: 'pack_waits',
    });
    expect((await test.call('keys.confirmed', {})).keys).toEqual([
      expect.objectContaining({ fingerprint: sender.fingerprint, label: 'Service U01' }),
    ]);
  });
});

describe('importing a pack', () => {
  it('adds its unit, its values and its record', async () => {
    const { test, receive } = coordination;
    const sender = newSender();
    const panel = wholeCells(sender.unitId, first, '2026-06' as Month);
    const imported = await receive(sender, quarterOne, 5, panel);
    expect(imported).toMatchObject({ unitsAdded: 1, values: panel.length });
    expect((await test.call('units.list', {})).units).toEqual([
      expect.objectContaining({ id: sender.unitId, code: 'U01' }),
    ]);
    expect((await test.call('packs.list', {})).packs).toEqual([
      expect.objectContaining({
        id: imported.id,
        quarter: quarterOne,
        units: [{ code: 'U01', name: { en: 'Unit U01', fr: 'Unité U01' } }],
        exportedAt: 5,
        importedBy: 'Coordinator',
        superseded: false,
      }),
    ]);
    expect(await receivedBy(sender.unitId, '2026-05')).toBe(30);
  });

  it('refuses a unit whose code another unit bears, and takes nothing of the pack', async () => {
    const { test, write, receive } = coordination;
    await receive(newSender('U01'), quarterOne, 1, undefined);
    const other = newSender('U01');
    const text = packText(payloadFor(other, quarterOne, 2, []), other.key);
    expect(
      await test.refusal('packs.import', {
        file: test.grant(write(text)),
        confirmFingerprint: other.fingerprint,
      }),
    ).toEqual({ code: 'conflict', reason: 'pack_unknown_unit' });
    expect((await test.call('packs.list', {})).packs).toHaveLength(1);
    expect((await test.call('keys.confirmed', {})).keys).toHaveLength(1);
  });
});

describe('a later pack of the same quarter', () => {
  it('takes the place of the earlier one and withdraws what it no longer says', async () => {
    const { test, receive } = coordination;
    const sender = newSender();
    const whole = wholeCells(sender.unitId, first, '2026-06' as Month);
    await receive(sender, quarterOne, 10, whole);
    const corrected = whole
      .filter((cell) => cell.measure !== 'arrests')
      .map((cell) => (cell.measure === 'received' && cell.month === '2026-05' ? { ...cell, value: 33 } : cell));
    await receive(sender, quarterOne, 20, corrected);
    expect(await receivedBy(sender.unitId, '2026-05')).toBe(33);
    const { cells } = await test.call('unitMonths.grid', {
      unitId: sender.unitId,
      from: first,
      to: '2026-06',
      measures: ['arrests'],
    });
    expect(cells).toEqual([]);
    expect(
      (await test.call('packs.list', {})).packs.map(({ exportedAt, superseded }) => [exportedAt, superseded]),
    ).toEqual([
      [20, false],
      [10, true],
    ]);
  });

  it('is not taken when it is no later than the one held', async () => {
    const { test, write, receive } = coordination;
    const sender = newSender();
    const panel = wholeCells(sender.unitId, first, '2026-06' as Month);
    await receive(sender, quarterOne, 10, panel);
    for (const exportedAt of [9, 10]) {
      const text = packText(payloadFor(sender, quarterOne, exportedAt, panel), sender.key);
      expect(await test.refusal('packs.import', { file: test.grant(write(text)) })).toEqual({
        code: 'conflict',
        reason: 'pack_older_than_held',
      });
    }
  });
});

describe('months that packs of two quarters speak of', () => {
  const panelOf = (unitId: ReturnType<typeof newSender>['unitId'], last: string, received: number) =>
    wholeCells(unitId, first, last as Month, (_month, measure) => (measure === 'received' ? received : undefined));

  it('follow the pack exported last, whichever quarter it is of and in whatever order they come', async () => {
    const { receive } = coordination;
    const sender = newSender();
    await receive(sender, quarterOne, 10, panelOf(sender.unitId, '2026-06', 1));
    await receive(sender, quarterThree, 30, panelOf(sender.unitId, '2026-12', 3));
    expect(await receivedBy(sender.unitId, '2026-05')).toBe(3);
    const late = await receive(sender, quarterTwo, 20, panelOf(sender.unitId, '2026-09', 2));
    expect(late.values).toBe(0);
    expect(await receivedBy(sender.unitId, '2026-08')).toBe(3);
    await receive(sender, quarterOne, 40, panelOf(sender.unitId, '2026-06', 4));
    expect(await receivedBy(sender.unitId, '2026-05')).toBe(4);
    expect(await receivedBy(sender.unitId, '2026-08')).toBe(3);
  });

  it('are not brought back by an earlier export once a corrected pack says nothing of them', async () => {
    const { receive } = coordination;
    const sender = newSender();
    await receive(sender, quarterOne, 10, panelOf(sender.unitId, '2026-06', 1));
    await receive(sender, quarterOne, 30, []);
    await receive(sender, quarterTwo, 20, panelOf(sender.unitId, '2026-09', 2));
    expect(await receivedBy(sender.unitId, '2026-06')).toBeUndefined();
    expect(await receivedBy(sender.unitId, '2026-07')).toBe(2);
  });
});

describe('a pack looked at again', () => {
  it('shows the indicators and the rules that it brought', async () => {
    const { test, write } = coordination;
    const sender = newSender();
    const panel = wholeCells(sender.unitId, first, '2026-06' as Month);
    const statement = { en: 'All open files.', fr: 'Tous les dossiers ouverts.' };
    const text = packText(
      {
        ...payloadFor(sender, quarterOne, 1, panel),
        countingRules: [
          { unitId: sender.unitId, validFrom: '2020-04-01', backlogDefinition: 'include_court', statement },
        ],
        indicators: [
          {
            code: 'R1',
            unitCode: 'U01',
            value: 90,
            numerator: null,
            denominator: null,
            status: 'complete',
            definitionVersion: '1',
          },
        ],
      },
      sender.key,
    );
    const file = test.grant(write(text)) as never;
    const { id } = await test.call('packs.import', { file, confirmFingerprint: sender.fingerprint });
    expect(await test.call('packs.get', { packId: id })).toMatchObject({
      indicators: [{ unitCode: 'U01', code: 'R1', value: 90, status: 'complete', definitionVersion: '1' }],
      rules: [{ unitCode: 'U01', validFrom: '2020-04-01', statement }],
    });
    expect((await test.call('countingRules.list', { unitId: sender.unitId })).rules).toEqual([
      expect.objectContaining({ backlogDefinition: 'include_court', statement }),
    ]);
    expect((await test.call('packs.inspect', { file })).alreadyHeld).toBe(true);
  });
});

describe('the list of returns', () => {
  it('says how far the packs of each funded unit reach, and no longer what was withdrawn', async () => {
    const { test, receive, agreementFor } = coordination;
    const [one, two, unfunded] = [newSender('U01'), newSender('U02'), newSender('U03')];
    const received = async () => (await test.call('returns.list', {})).received;
    await receive(one, quarterOne, 1);
    const late = await receive(one, quarterThree, 2);
    await receive(two, quarterTwo, 3);
    await receive(unfunded, quarterThree, 4);
    await agreementFor([one, two]);
    expect(await received()).toEqual([
      { unitId: one.unitId, quarter: quarterThree },
      { unitId: two.unitId, quarter: quarterTwo },
    ]);
    await test.call('packs.withdraw', { packId: late.id, reason: 'In error.' });
    expect(await received()).toEqual([
      { unitId: two.unitId, quarter: quarterTwo },
      { unitId: one.unitId, quarter: quarterOne },
    ]);
  });
});
