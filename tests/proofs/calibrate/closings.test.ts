import { describe, expect, it } from 'vitest';
import { chanceFrom } from '../../../proofs/calibrate/closings/chance.ts';
import type { Book } from '../../../proofs/calibrate/closings/side.ts';
import { simulateClosings } from '../../../proofs/calibrate/closings/simulate.ts';
import { closingNames } from '../../../proofs/calibrate/worlds/made.ts';
import { mean, sum } from '../../../db/estimator/numbers.ts';
import { checkPanel } from '../../../db/estimator/panel.ts';

function imbalances({ opening, outside, opened, investigated, administrative, backlog }: Book): number[] {
  return backlog.filter((files, month) => {
    const before = month === 0 ? opening : backlog[month - 1]!;
    return files !== before + outside[month]! + opened[month]! - investigated[month]! - administrative[month]!;
  });
}

const last = 77;

describe.each(closingNames)('a panel of the world %s', (name) => {
  const simulated = simulateClosings(name, 5);
  const { panels, units, books } = simulated;

  it('is a panel of 27 units, 24 of them funded, the same for the same seed', () => {
    for (const panel of panels) checkPanel(panel);
    expect(panels).toHaveLength(27);
    expect(panels.filter(({ fteFunded }) => fteFunded[last]! > 0)).toHaveLength(24);
    expect(units.filter(({ funded }) => funded)).toHaveLength(24);
    expect(simulateClosings(name, 5)).toStrictEqual(simulated);
  });

  it('loses and gains no file in either world', () => {
    for (const { withFunding, without } of books) {
      expect(imbalances(withFunding)).toEqual([]);
      expect(imbalances(without)).toEqual([]);
      expect(without.outside).toEqual(withFunding.outside);
    }
  });

  it('reports what happened with the funding, the last month always, about 3 % of the others not', () => {
    panels.forEach(({ backlog, outflowAdministrative }, unit) => {
      expect(backlog[last]).toBe(units[unit]!.backlog[last]);
      outflowAdministrative.forEach((files, month) => {
        if (files !== null) expect(files).toBe(books[unit]!.withFunding.administrative[month]);
      });
    });
    const missing = mean(panels.flatMap(({ backlog }) => backlog.map((files) => Number(files === null))));
    expect(missing).toBeGreaterThan(0.015);
    expect(missing).toBeLessThan(0.045);
  });

  it('has one path before the funding, and without any funded staff throughout', () => {
    panels.forEach(({ fteFunded }, unit) => {
      const start = fteFunded.findIndex((fte) => fte! > 0);
      const before = start < 0 ? last + 1 : start;
      expect(units[unit]!.backlogWithout.slice(0, before)).toEqual(units[unit]!.backlog.slice(0, before));
    });
    const unfunded = simulateClosings(name, 5, 0);
    for (const { withFunding, without } of unfunded.books) expect(without).toEqual(withFunding);
  });
});

describe('the truth of a world', () => {
  const closed = (name: (typeof closingNames)[number], side: 'withFunding' | 'without'): number =>
    sum(simulateClosings(name, 5).books.flatMap((book) => book[side].administrative));

  it('follows its own law: with the work fewer are closed without the staff, with the inflow as many, with the stock more', () => {
    expect(closed('work', 'without')).toBeLessThan(closed('work', 'withFunding'));
    expect(closed('stock', 'without')).toBeGreaterThan(closed('stock', 'withFunding'));
    const { books } = simulateClosings('inflow', 5);
    for (const { withFunding, without } of books) expect(without.administrative).toEqual(withFunding.administrative);
  });

  it('is no gap where funded staff close nothing', () => {
    for (const { backlog, backlogWithout } of simulateClosings('idle', 5).units)
      expect(backlogWithout).toEqual(backlog);
  });

  it('loses two fifths of each stock in one month of every third unit, and is that of mixed before it', () => {
    const [mixed, cleaned] = (['mixed', 'cleanup'] as const).map((name) => {
      return simulateClosings(name, 5).books.map(({ without }) => without);
    });
    const losses = mixed!.map(({ administrative, backlog }, unit) => {
      const own = cleaned![unit]!.administrative;
      const month = own.findIndex((files, t) => files !== administrative[t]);
      return month < 0 ? null : { lost: own[month]! - administrative[month]!, stock: backlog[month - 1]! };
    });
    const found = losses.filter((loss) => loss !== null);
    expect(losses.map((loss) => loss !== null)).toEqual(losses.map((_, unit) => unit % 3 === 0));
    const share = sum(found.map(({ lost }) => lost)) / sum(found.map(({ stock }) => stock));
    expect(share).toBeGreaterThan(0.33);
    expect(share).toBeLessThan(0.46);
  });
});

describe('chance of its own', () => {
  const chance = chanceFrom(4, 'test');
  const many = Array.from({ length: 20_000 });
  const moments = (draw: () => number): readonly [number, number] => {
    const values = many.map(draw);
    const centre = mean(values);
    return [centre, mean(values.map((value) => (value - centre) ** 2))];
  };

  it.each([
    ['share', () => chance.share(), 1 / 2, 1 / 12],
    ['bell', () => chance.bell(), 0, 1],
    ['luck of a whole shape', () => chance.luck(5), 1, 1 / 5],
    ['luck of a half shape', () => chance.luck(2.5), 1, 1 / 2.5],
    ['count', () => chance.count(7), 7, 7],
    ['wait', () => chance.wait(0.2), 4, 20],
  ] as const)('%s has its mean and its variance', (_, draw, centre, variance) => {
    const [foundMean, foundVariance] = moments(draw);
    expect(Math.abs(foundMean - centre)).toBeLessThan(5 * Math.sqrt(variance / many.length));
    expect(Math.abs(foundVariance / variance - 1)).toBeLessThan(0.1);
  });
});
