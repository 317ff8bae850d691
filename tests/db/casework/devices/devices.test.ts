import { describe, expect } from 'vitest';
import type { CivilDate } from '#contract/ground/dates';
import type { DeviceFacts } from '#contract/casework/devices';
import { addDays } from '../../../../db/ground/kernel/days.ts';
import { medianDaysInQueue } from '../../../../db/casework/devices/rules.ts';
import { authorityInput, openFile } from '../../../support/authorities.ts';
import { createUnitAndUser } from '../../../support/store.ts';
import { stored } from '../../../support/stored.ts';
import { reason, struck } from '../../../support/corrections.ts';
import { it, test, unitId, investigationId as file } from '../../../support/fixtures/investigation.ts';

const facts = {
  kind: 'phone',
  count: 2,
  label: null,
  authorityId: null,
  seizedOn: '2026-10-05' as CivilDate,
  queuedOn: null,
  lab: null,
  beganOn: null,
  examinedOn: null,
  endedOn: null,
  endReason: null,
  personId: null,
  place: null,
  locked: null,
  unlockedOn: null,
} as const satisfies DeviceFacts;

const record = (given: Partial<DeviceFacts> = {}) =>
  test.call('devices.record', { investigationId: file, ...facts, ...given });

async function months(): Promise<Record<string, number>> {
  const rows = await stored<{ cell: string; value: number }>(
    test,
    "SELECT measure || ' ' || month AS cell, value FROM unit_month WHERE measure LIKE 'devices%' ORDER BY 1",
  );
  return Object.fromEntries(rows.map(({ cell, value }) => [cell, value]));
}

describe('devices', () => {
  it('count in the month of their seizure and of their examination, and follow a correction', async () => {
    const { id } = await record({ queuedOn: '2026-10-06' as CivilDate });
    expect(await months()).toEqual({ 'devices_seized 2026-10': 2 });
    const examined = { ...facts, queuedOn: '2026-10-06', examinedOn: '2026-11-05' };
    await test.call('devices.change', { reason, investigationId: file, deviceId: id, version: 1, ...examined });
    expect(await months()).toEqual({ 'devices_examined 2026-11': 2, 'devices_seized 2026-10': 2 });
    const mended = { ...examined, count: 3, examinedOn: '2026-10-30' };
    await test.call('devices.change', { reason, investigationId: file, deviceId: id, version: 2, ...mended });
    expect(await months()).toEqual({
      'devices_examined 2026-10': 3,
      'devices_seized 2026-10': 3,
    });
    const its = { kind: 'investigation', id: file } as const;
    const { id: correctionId } = await test.call('corrections.strike', struck(its, 'device', id, 3));
    expect(Object.values(await months()).every((value) => value === 0)).toBe(true);
    await test.call('corrections.restore', { file: its, correctionId, reason });
    expect(await months()).toEqual({ 'devices_examined 2026-10': 3, 'devices_seized 2026-10': 3 });
  });

  it('take their dates in order, none to come, and an end with its date', async () => {
    const refused = async (given: Partial<Record<keyof DeviceFacts, string>>) =>
      test.refusal('devices.record', { investigationId: file, ...facts, ...given } as never);
    expect(await refused({ examinedOn: '2026-10-04' })).toEqual({ code: 'invalid_input' });
    expect(await refused({ queuedOn: '2026-11-25' })).toEqual({ code: 'invalid_input' });
    expect(await refused({ endedOn: '2026-11-01' })).toEqual({ code: 'invalid_input' });
    const other = await openFile(test, unitId);
    const seizure = await test.call('authorities.record', authorityInput(other.id, 'seizure', '2026-10-05'));
    expect(await refused({ authorityId: seizure.id })).toEqual({ code: 'not_found' });
  });

  it('keep the file open and stand in the queue until they are examined or gone', async () => {
    await record({ queuedOn: '2026-10-06' as CivilDate, lab: 'Lab' });
    const late = await record({ seizedOn: '2026-10-01' as CivilDate, kind: 'storage', count: 1 });
    await record({ examinedOn: '2026-10-15' as CivilDate });
    const queue = await test.call('devices.queue', { filter: { unitId } });
    expect(queue.rows.map((row) => [row.kind, row.count, row.state, row.waits])).toEqual([
      ['storage', 1, 'held', 54],
      ['phone', 2, 'queued', 49],
    ]);
    expect(queue).toMatchObject({ devices: 3, medianDays: 10, examined: 2 });
    const { items } = await test.call('investigations.openItems', { investigationId: file });
    expect(items.map((item) => item.kind)).toEqual(['device', 'device']);
    const gone = { ...facts, kind: 'storage' as const, count: 1, seizedOn: '2026-10-01' };
    await test.call('devices.change', {
      reason,
      investigationId: file,
      deviceId: late.id,
      version: 1,
      ...gone,
      endedOn: '2026-10-20',
      endReason: 'returned',
    });
    expect((await test.call('devices.queue', { filter: {} })).devices).toBe(2);
  });

  it('are seen by their own unit alone', async () => {
    await record();
    await test.signInAs('admin');
    await createUnitAndUser(test, { login: 'other', code: 'U02' });
    expect((await test.call('devices.queue', { filter: {} })).rows).toEqual([]);
    expect(await test.refusal('devices.list', { investigationId: file })).toEqual({ code: 'not_found' });
  });
});

describe('the median time in the queue', () => {
  it('counts every device once', () => {
    const row = (count: number, days: number) => ({
      ...facts,
      count,
      queuedOn: facts.seizedOn,
      examinedOn: addDays(facts.seizedOn, days),
    });
    expect(medianDaysInQueue([])).toEqual({ days: null, n: 0 });
    expect(medianDaysInQueue([facts])).toEqual({ days: null, n: 0 });
    expect(medianDaysInQueue([row(1, 90), row(3, 10)])).toEqual({ days: 10, n: 4 });
    expect(medianDaysInQueue([row(1, 10), row(1, 31)])).toEqual({ days: 20.5, n: 2 });
  });
});
