import { beforeEach, describe, expect } from 'vitest';
import type { InvestigationId, UnitId } from '#contract/ground/ids';
import { chargedFigure, type ChargedFigure } from '#contract/statistics/survival';
import { sum } from '../../../../db/estimator/numbers.ts';
import { clearCharges } from '../../../support/cleared.ts';
import { today } from '../../../support/store.ts';
import { createOfficerOfTwo } from '../../../support/twoUnits.ts';
import { historyOf } from './history.ts';
import { it, test } from '../../../support/fixtures/store.ts';

let units: readonly [UnitId, UnitId];
beforeEach(async () => {
  units = await createOfficerOfTwo(test);
});

interface Laid {
  readonly laidOn: string;
  readonly counts?: number;
  readonly disposedOn?: string;
  readonly stage?: 'laid' | 'recommended';
}

/** A file of its own for each charge. */
async function lay(unitId: UnitId, { laidOn, counts = 1, disposedOn, stage = 'laid' }: Laid): Promise<InvestigationId> {
  const investigationId = await historyOf(test, unitId).open('2026-01-02');
  await test.call('charges.record', { investigationId, laidOn, counts, stage, section: '163.1(4)' });
  if (disposedOn === undefined) return investigationId;
  const [charge] = (await test.call('investigations.get', { investigationId })).charges;
  const outcome = { disposition: 'stayed', disposedOn } as const;
  await test.call('charges.dispose', { investigationId, chargeId: charge!.id, version: charge!.version, outcome });
  return investigationId;
}

/** After 10, 20 (two counts) and 40 days; without outcome on 2026-11-24 for 30 and 70. */
async function layHistory(unitId: UnitId): Promise<void> {
  await lay(unitId, { laidOn: '2026-09-01', disposedOn: '2026-09-11' });
  await lay(unitId, { laidOn: '2026-09-01', disposedOn: '2026-09-21', counts: 2 });
  await lay(unitId, { laidOn: '2026-09-01', disposedOn: '2026-10-11' });
  await lay(unitId, { laidOn: '2026-10-25' });
  await lay(unitId, { laidOn: '2026-09-15' });
  // Neither counts: one is not laid, one was laid before the period.
  await lay(unitId, { laidOn: '2026-09-02', stage: 'recommended' });
  await lay(unitId, { laidOn: '2026-08-31', disposedOn: '2026-09-01' });
}

const asked = async (on: string = today, unitIds: readonly UnitId[] = units) =>
  (await test.call('backlog.survival', { unitIds: [...unitIds], on, from: '2026-09', by: 'all' })).charged;

describe('the time from charge to disposition', () => {
  it('is estimated by count, with charges that are open followed to the day asked about', async () => {
    const [unitId] = units;
    await layHistory(unitId);
    // 6 counts: 5/6 without outcome after 10 days, 3/6 after 20; 2 of them followed to 40, then 1/4.
    const now = { unitId, counts: 6, disposed: 4, open: 2, quarter: 20, median: 20, threeQuarters: 40 };
    expect(await asked(today, [unitId])).toEqual([now]);
    // 5 counts: 4/5 after 10 days; one last seen after 15; 4/5 of 1/3 after 20, and no further.
    const earlier = { unitId, counts: 5, disposed: 3, open: 2, quarter: 20, median: 20, threeQuarters: null };
    expect(await asked('2026-09-30', [unitId])).toEqual([earlier]);
  });

  it('is not reached where too few have ended', async () => {
    const [unitId] = units;
    await lay(unitId, { laidOn: '2026-09-01' });
    const one = { unitId, counts: 1, disposed: 0, open: 1, quarter: null, median: null, threeQuarters: null };
    expect(await asked(today, [unitId])).toEqual([one]);
    await lay(unitId, { laidOn: '2026-09-01', disposedOn: '2026-09-01' });
    expect(await asked(today, [unitId])).toEqual([
      { unitId, counts: 2, disposed: 1, open: 1, quarter: 0, median: 0, threeQuarters: null },
    ]);
  });

  it('is pooled over the units from their charges, each unit below', async () => {
    const [first, second] = units;
    expect(await asked()).toEqual([]);
    await layHistory(first);
    const none = { unitId: second, counts: 0, disposed: 0, open: 0, quarter: null, median: null, threeQuarters: null };
    const one = { unitId: first, counts: 6, disposed: 4, open: 2, quarter: 20, median: 20, threeQuarters: 40 };
    expect(await asked()).toEqual([{ ...one, unitId: null }, one, none]);
    await lay(second, { laidOn: '2026-09-01', disposedOn: '2026-09-06', counts: 3 });
    // 9 counts: 6/9 after 5 days, 5/9 after 10, 3/9 after 20; one last seen after 30; half of that after 40.
    const both = { unitId: null, counts: 9, disposed: 7, open: 2, quarter: 5, median: 20, threeQuarters: 40 };
    const other = { unitId: second, counts: 3, disposed: 3, open: 0, quarter: 5, median: 5, threeQuarters: 5 };
    expect(await asked()).toEqual([both, one, other]);
  });

  it('has its files behind each count of charges, and of a sealed file counts the charges alone', async () => {
    const [first, second] = units;
    await layHistory(first);
    const sealed = await lay(second, { laidOn: '2026-09-02', disposedOn: '2026-09-06', counts: 3 });
    const open = await lay(second, { laidOn: '2026-11-01', counts: 2 });
    const rowsOf = (figure: ChargedFigure, unitIds: readonly UnitId[], on: string = today) =>
      test.call('backlog.chargedRows', { unitIds: [...unitIds], from: '2026-09-01', on, figure, offset: 0, size: 10 });
    const compare = async () => {
      for (const on of [today, '2026-09-30'])
        for (const { unitId, ...figures } of await asked(on))
          for (const figure of chargedFigure.options) {
            const { rows, length, total, sealed: more } = await rowsOf(figure, unitId === null ? units : [unitId], on);
            expect([on, unitId, figure, total + more]).toEqual([on, unitId, figure, figures[figure]]);
            expect([rows.length, sum(rows.map(({ count }) => count))]).toEqual([length, total]);
          }
    };
    await compare();
    const [inOpen, inSealed] = [
      { kind: 'investigation', id: open, unitId: second, on: '2026-11-01', count: 2 },
      { kind: 'investigation', id: sealed, unitId: second, on: '2026-09-02', count: 3 },
    ];
    const both = { rows: [inOpen, inSealed], length: 2, total: 5, sealed: 0 };
    expect(await rowsOf('counts', [second])).toMatchObject(both);
    expect((await rowsOf('disposed', [second])).rows).toMatchObject([{ id: sealed, on: '2026-09-06', count: 3 }]);
    expect((await rowsOf('open', [second])).rows).toMatchObject([inOpen]);
    expect((await rowsOf('counts', units)).length).toBe(7);
    await clearCharges(test, sealed, '2026-11-02');
    await historyOf(test, second).conclude(sealed, '2026-11-02');
    const act = { basis: 'court_order', reference: 'ON-1', reason: 'Order of the court' } as const;
    await test.call('seals.seal', { ...act, investigationIds: [sealed], referralIds: [] });
    await compare();
    expect(await rowsOf('counts', [second])).toMatchObject({ rows: [inOpen], length: 1, total: 2, sealed: 3 });
    expect(await rowsOf('disposed', [second])).toEqual({ rows: [], length: 0, total: 0, sealed: 3 });
  });
});
