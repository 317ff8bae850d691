import { describe, expect, it } from 'vitest';
import { drawMonth, type MonthInput } from '../../../proofs/calibrate/panels/unitMonth.ts';
import { mean } from '../../../db/estimator/numbers.ts';
import { createRandom } from '../../../db/estimator/random.ts';

const usual: MonthInput = {
  base: 6,
  ramped: 3,
  productivity: 0.8,
  level: 4,
  size: 10,
  referred: 30,
  openedPerFte: { base: 0, funded: 0 },
  closureChance: 0,
  sharedLuck: true,
  exponent: 1,
  referenceFte: 6,
  lowestCapacityShare: 0.5,
};
const busy = { backlog: 5000, backlogWithout: 5000 };
const count = 20_000;

/** Files closed with the funding, and how many fewer without it; audits left out. */
function closedIn(month: MonthInput): { readonly closed: readonly number[]; readonly fewer: readonly number[] } {
  const random = createRandom(6, 'test');
  const outcomes = Array.from({ length: count }, () => drawMonth(random, busy, month));
  return {
    closed: outcomes.map(({ investigated }) => investigated),
    fewer: outcomes.map(({ backlog, backlogWithout }) => backlogWithout - backlog),
  };
}

function variance(values: readonly number[]): number {
  const centre = mean(values);
  return mean(values.map((value) => (value - centre) ** 2));
}

describe('a month with more work than staff', () => {
  it('closes NegBin(rate x effective FTE, size), and the funded staff’s part is binomial given that', () => {
    const { closed, fewer } = closedIn(usual);
    const expected = 4 * (6 + 0.8 * 3);
    const spread = expected + expected ** 2 / 10;
    expect(Math.abs(mean(closed) - expected)).toBeLessThan(4 * Math.sqrt(spread / count));
    expect(Math.abs(variance(closed) / spread - 1)).toBeLessThan(0.06);
    const share = 2.4 / 8.4;
    expect(Math.abs(mean(fewer) / mean(closed) - share)).toBeLessThan(0.005);
    const around = fewer.map((value, k) => value - share * closed[k]!);
    expect(Math.abs(mean(around.map((value) => value ** 2)) / (expected * share * (1 - share)) - 1)).toBeLessThan(0.06);
  });

  it('closes fewer with funded staff who get in the way, but never less than half of what base staff can do', () => {
    const { closed, fewer } = closedIn({ ...usual, productivity: -0.5 });
    expect(Math.abs(mean(closed) - 4 * 4.5)).toBeLessThan(0.3);
    expect(fewer.every((value) => value <= 0)).toBe(true);
    expect(Math.abs(mean(closedIn({ ...usual, productivity: -5 }).closed) - 4 * 3)).toBeLessThan(0.25);
  });

  it('lets returns diminish around the reference FTE: base staff alone close what they did', () => {
    const { closed, fewer } = closedIn({ ...usual, exponent: 0.75 });
    const expected = 4 * 6 * (8.4 / 6) ** 0.75;
    expect(Math.abs(mean(closed) - expected)).toBeLessThan(0.4);
    expect(Math.abs(mean(closed) - mean(fewer) - 24)).toBeLessThan(0.4);
  });

  it('spreads the difference wider when each world has its own luck', () => {
    const spread = (sharedLuck: boolean): number => variance(closedIn({ ...usual, sharedLuck }).fewer);
    expect(spread(false)).toBeGreaterThan(10 * spread(true));
  });
});

describe('a month with more staff than work', () => {
  it('closes all there is in the world with the funding, and never leaves less than nothing in the other', () => {
    const random = createRandom(7, 'test');
    for (let k = 0; k < 500; k += 1) {
      const month = drawMonth(random, { backlog: 1, backlogWithout: 4 }, { ...usual, referred: 2 });
      expect(month.investigated).toBeLessThanOrEqual(3);
      expect(month.backlog).toBeGreaterThanOrEqual(0);
      expect(month.backlogWithout).toBeGreaterThanOrEqual(0);
    }
  });
});

describe('administrative closures', () => {
  it('take the same share of both stocks, and the same files where the stocks are the same', () => {
    const random = createRandom(8, 'test');
    const idle = { ...usual, level: 1e-9, closureChance: 0.1, referred: 0 };
    const same = drawMonth(random, busy, idle);
    expect(same.backlogWithout).toBe(same.backlog);
    const months = Array.from({ length: 2000 }, () => drawMonth(random, { backlog: 1000, backlogWithout: 1500 }, idle));
    expect(Math.abs(mean(months.map(({ backlog }) => backlog)) - 900)).toBeLessThan(1.5);
    expect(Math.abs(mean(months.map(({ backlogWithout }) => backlogWithout)) - 1350)).toBeLessThan(2);
    expect(variance(months.map(({ backlog, backlogWithout }) => backlogWithout - backlog))).toBeLessThan(60);
  });
});
