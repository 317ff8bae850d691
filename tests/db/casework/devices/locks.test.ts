import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InvestigationId, UnitId } from '#contract/ground/ids';
import { openFile } from '../../../support/authorities.ts';
import { copyOfUnit, createUnitAndUser, type TestStore } from '../../../support/store.ts';

let test: TestStore;
let unitId: UnitId;
let file: InvestigationId;
beforeEach(async () => {
  ({ test, unitId } = await copyOfUnit());
  file = (await openFile(test, unitId)).id;
});
afterEach(() => {
  test.dispose();
});

interface Given {
  readonly count?: number;
  readonly seizedOn?: string;
  readonly locked?: boolean | null;
  readonly unlockedOn?: string | null;
  readonly endedOn?: string;
  readonly endReason?: 'returned' | 'entered_in_error';
}
const facts = {
  kind: 'phone' as const,
  ...{ count: 1, label: null, authorityId: null, seizedOn: '2026-10-05', queuedOn: null, lab: null },
  ...{ beganOn: null, examinedOn: null, endedOn: null, endReason: null },
};
const given = (more: Given) => ({ investigationId: file, ...facts, ...more });
const record = (more: Given) => test.call('devices.record', given(more));
const quarters = async () => {
  const { rows } = await test.call('devices.locks', { filter: { unitId } });
  return rows
    .slice(-2)
    .map(({ seized, locked, notKnown, opened, stillLocked }) => [seized, locked, notKnown, opened, stillLocked]);
};

describe('whether a device was locked', () => {
  it('counts by the quarter of its seizure and that of its opening, and as long as it is locked', async () => {
    await record({ count: 2, seizedOn: '2026-07-02', locked: true, unlockedOn: '2026-10-20' });
    await record({ count: 3, seizedOn: '2026-09-30', locked: true });
    await record({ seizedOn: '2026-09-30', locked: false });
    await record({ seizedOn: '2026-10-01' });
    await record({ seizedOn: '2026-10-02', locked: true, unlockedOn: '2026-10-02' });
    // Returned while it was still locked.
    await record({ seizedOn: '2026-08-01', locked: true, endedOn: '2026-11-01', endReason: 'returned' });
    await record({ count: 9, locked: true, endedOn: '2026-11-01', endReason: 'entered_in_error' });
    // Seized, locked, not known, opened, still locked: in July to September and in October to the day.
    expect(await quarters()).toEqual([
      [7, 6, 0, 0, 6],
      [2, 1, 1, 3, 3],
    ]);
    const { rows } = await test.call('devices.locks', { filter: {} });
    expect(rows).toHaveLength(8);
    expect(rows.at(-1)).toMatchObject({ unitId, quarter: { fiscalYear: 2026, quarter: 3 } });
  });

  it('says when it was opened only of one that was locked, from its seizure to today', async () => {
    const refused = (more: Given, said: string) => expect(record(more)).rejects.toThrow(said);
    await refused({ locked: null, unlockedOn: '2026-10-06' }, 'locked');
    await refused({ locked: false, unlockedOn: '2026-10-06' }, 'locked');
    await refused({ locked: true, unlockedOn: '2026-10-04' }, 'date_before_previous');
    await refused({ locked: true, unlockedOn: '2026-11-25' }, 'date_in_future');
  });

  it('stays as it is by a change that does not say', async () => {
    const { id } = await record({ locked: true, unlockedOn: '2026-10-06' });
    await test.call('devices.change', { ...given({ count: 2 }), deviceId: id, version: 1 });
    const { devices } = await test.call('devices.list', { investigationId: file });
    expect(devices).toMatchObject([{ count: 2, locked: true, unlockedOn: '2026-10-06' }]);
  });

  it('is counted for those of the unit', async () => {
    await test.signInAs('admin');
    const { unitId: theirs } = await createUnitAndUser(test, { login: 'other', code: 'U02' });
    await test.signInAs('officer');
    expect(await test.refusal('devices.locks', { filter: { unitId: theirs } })).toEqual({ code: 'forbidden' });
  });
});
