import { describe, expect, it } from 'vitest';
import { inThread } from '../../support/inThread.ts';
import { isWhole } from '../../support/whole.ts';
import { judgeTotals } from './totals.ts';

const module = new URL('totals.ts', import.meta.url);
const seeds = isWhole ? [1, 2, 3, 4, 5, 6, 7, 8] : [1, 2, 3, 4];
/** At the least: of the intervals of 80 %. */
const most = isWhole ? seeds.length - 2 : seeds.length - 1;
const half = seeds.length / 2;
/** Months that are unlike each other by chance alone, as all were taken to be before. */
const withoutWalk = { fixedWalk: 1e-4, fixedDrift: 0 };

describe('a productivity of all units that rises by half a percent a month', () => {
  it('is not taken for the work of funded staff where few controls tell it', async () => {
    const blind = await inThread(module, judgeTotals, 'shared-drift-few-controls', withoutWalk, seeds);
    const found = await inThread(module, judgeTotals, 'shared-drift-few-controls', {}, seeds);
    expect(blind.inside).toBeLessThanOrEqual(half);
    expect(blind.bias).toBeGreaterThan(0.12);
    expect(found.inside).toBeGreaterThanOrEqual(most);
    expect(Math.abs(found.bias)).toBeLessThan(0.08);
  });

  it.runIf(isWhole)('nor where many do', async () => {
    const blind = await inThread(module, judgeTotals, 'shared-drift', withoutWalk, seeds);
    const found = await inThread(module, judgeTotals, 'shared-drift', {}, seeds);
    expect(blind.bias).toBeGreaterThan(0.12);
    expect(found.inside).toBeGreaterThanOrEqual(most);
    expect(Math.abs(found.bias)).toBeLessThan(0.08);
  });
});
