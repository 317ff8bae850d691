import { describe, expect, it } from 'vitest';
import { defaultAssumptions } from '../../../../db/estimator/assumptions.ts';
import { inThread } from '../../../support/inThread.ts';
import { times } from '../../../support/stress.ts';
import { isWhole } from '../../../support/whole.ts';
import { judgeChain, judgeMoves, moveNames } from './jointDistribution.ts';

const module = new URL('jointDistribution.ts', import.meta.url);
const assumptions = { ...defaultAssumptions, rampMonths: [3, 12] };

/** About 500 means are looked at: by chance the furthest is this many standard errors off once in 300 such files. */
const tooFar = 4.5;

/** Half as many replicates under `npm test` as in the whole run: they find what changes a law by more. */
const often = (few: number, many: number): number => (isWhole ? times(few, many) : few / 2);

describe('the sampler leaves the posterior as it is', () => {
  it('by each of its moves', async () => {
    const found = await inThread(module, judgeMoves, moveNames, assumptions, often(2000, 4000));
    expect(found).toHaveLength(17);
    expect(found.filter(({ distance }) => !(distance < tooFar))).toEqual([]);
  });

  it('by those that a fixed spread and diminishing returns change', async () => {
    // A wide prior lets the jumps between ramps go far.
    const relativeProductivity = { mean: 1, deviation: 1.5 };
    const other = { ...assumptions, relativeProductivity, fixedSpread: 0.3, capacityExponent: 0.7 };
    const found = await inThread(
      module,
      judgeMoves,
      ['unit', 'productivityLaw', 'ridge', 'stretchCircumstance', 'ramp'],
      other,
      often(4000, 8000),
    );
    expect(found.filter(({ distance }) => !(distance < tooFar))).toEqual([]);
  });

  it('by whole sweeps, with the data drawn anew before each', async () => {
    const { name, distance } = await inThread(module, judgeChain, assumptions, often(10_000, 20_000));
    expect(distance, name).toBeLessThan(tooFar);
  });
});
