import { describe, expect } from 'vitest';
import { lockFigure, type LockFigure } from '#contract/casework/devices';
import type { Quarter } from '#contract/ground/dates';
import { sum } from '../../../../db/estimator/numbers.ts';
import { openFile } from '../../../support/authorities.ts';
import { conclude } from '../../../support/caseFiles.ts';
import { createUnitAndUser } from '../../../support/store.ts';
import { reason, struck } from '../../../support/corrections.ts';
import { it, test, unitId, investigationId as file } from '../../../support/fixtures/investigation.ts';

interface Given {
  readonly count?: number;
  readonly seizedOn?: string;
  readonly locked?: boolean | null;
  readonly unlockedOn?: string | null;
  readonly endedOn?: string;
  readonly endReason?: 'returned';
}
const facts = {
  kind: 'phone' as const,
  ...{ count: 1, label: null, authorityId: null, seizedOn: '2026-10-05', queuedOn: null, lab: null },
  ...{ beganOn: null, examinedOn: null, endedOn: null, endReason: null },
};
const given = (more: Given) => ({ investigationId: file, ...facts, ...more });
const record = (more: Given) => test.call('devices.record', given(more));
const recordInError = async (more: Given) => {
  const { id } = await record(more);
  await test.call('corrections.strike', struck({ kind: 'investigation', id: file }, 'device', id));
};
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
    await recordInError({ count: 9, locked: true });
    // Seized, locked, not known, opened, still locked: in July to September and in October to the day.
    expect(await quarters()).toEqual([
      [7, 6, 0, 0, 6],
      [2, 1, 1, 3, 3],
    ]);
    const { rows } = await test.call('devices.locks', { filter: {} });
    expect(rows).toHaveLength(8);
    expect(rows.at(-1)).toMatchObject({ unitId, quarter: { fiscalYear: 2026, quarter: 3 } });
  });

  it('has its file behind each figure that counts it, and of a sealed file is counted alone', async () => {
    const other = (await openFile(test, unitId)).id;
    await record({ count: 2, seizedOn: '2026-10-02', locked: true, unlockedOn: '2026-10-20' });
    await record({ count: 3, seizedOn: '2026-10-05', locked: true });
    await recordInError({ count: 9, locked: true });
    const returned = given({ seizedOn: '2026-10-06', endedOn: '2026-11-20', endReason: 'returned' });
    await test.call('devices.record', { ...returned, investigationId: other });
    const examined = { beganOn: '2026-11-02', examinedOn: '2026-11-05', seizedOn: '2026-09-30', locked: true };
    await test.call('devices.record', { ...given({}), ...examined, investigationId: other });
    const rowsOf = (figure: LockFigure, quarter: Quarter) =>
      test.call('devices.lockRows', { unitId, quarter, figure, offset: 0, size: 10 });
    const compare = async () => {
      for (const { quarter, ...figures } of (await test.call('devices.locks', { filter: { unitId } })).rows)
        for (const figure of lockFigure.options) {
          const { rows, length, total, sealed } = await rowsOf(figure, quarter);
          expect([figure, quarter, total + sealed]).toEqual([figure, quarter, figures[figure]]);
          expect([rows.length, sum(rows.map(({ count }) => count))]).toEqual([length, total]);
        }
    };
    const examinedFiles = () => test.call('devices.examinedRows', { filter: {}, offset: 0, size: 10 });
    const compareExamined = async () => {
      const [{ examined }, { total, sealed }] = [
        await test.call('devices.queue', { filter: {} }),
        await examinedFiles(),
      ];
      expect([examined, total + sealed]).toEqual([1, 1]);
    };
    await compare();
    await compareExamined();
    expect((await examinedFiles()).rows).toMatchObject([{ id: other, on: '2026-11-05', count: 1 }]);
    const now = { fiscalYear: 2026, quarter: 3 } as Quarter;
    const [inOther, inFile] = [
      { kind: 'investigation', id: other, on: '2026-10-06', count: 1 },
      { kind: 'investigation', id: file, on: '2026-10-05', count: 5 },
    ];
    expect(await rowsOf('seized', now)).toMatchObject({ rows: [inOther, inFile], length: 2, total: 6, sealed: 0 });
    expect((await rowsOf('opened', now)).rows).toMatchObject([{ id: file, on: '2026-10-20', count: 2 }]);
    expect((await rowsOf('examined', now)).rows).toMatchObject([{ id: other, on: '2026-11-05', count: 1 }]);
    await conclude(test, other, '2026-11-21');
    const act = { basis: 'court_order', reference: 'ON-1', reason: 'Order of the court' } as const;
    await test.call('seals.seal', { ...act, investigationIds: [other], referralIds: [] });
    await compare();
    await compareExamined();
    expect(await rowsOf('seized', now)).toMatchObject({ rows: [inFile], length: 1, total: 5, sealed: 1 });
    expect(await rowsOf('examined', now)).toEqual({ rows: [], length: 0, total: 0, sealed: 1 });
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
    await test.call('devices.change', { reason, ...given({ count: 2 }), deviceId: id, version: 1 });
    const { devices } = await test.call('devices.list', { investigationId: file });
    expect(devices).toMatchObject([{ count: 2, locked: true, unlockedOn: '2026-10-06' }]);
  });

  it('is counted for those of the unit', async () => {
    await test.signInAs('admin');
    const { unitId: theirs } = await createUnitAndUser(test, { login: 'other', code: 'U02' });
    await test.signInAs('officer');
    expect(await test.refusal('devices.locks', { filter: { unitId: theirs } })).toEqual({ code: 'forbidden' });
    const asked = { quarter: { fiscalYear: 2026, quarter: 3 }, figure: 'seized', offset: 0, size: 10 } as const;
    expect(await test.refusal('devices.lockRows', { unitId: theirs, ...asked })).toEqual({ code: 'forbidden' });
  });
});
