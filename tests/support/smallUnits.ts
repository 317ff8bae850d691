import { sampleNegativeBinomial } from '../../db/estimator/negativeBinomial.ts';
import { defaultAssumptions } from '../../db/estimator/assumptions.ts';
import { samplingOf, type Sampling } from '../../db/estimator/grades.ts';
import type { UnitPanel } from '../../db/estimator/panel.ts';
import { summariseFit } from '../../db/estimator/posterior.ts';
import { rampShare } from '../../db/estimator/ramp.ts';
import { createRandom } from '../../db/estimator/random.ts';
import { sampleBinomial } from '../../db/estimator/samplers.ts';
import { fitCapacity } from '../../db/estimator/sampler/fit.ts';
import { sortUnits } from '../../db/estimator/usable.ts';
import { monthsFrom } from './unitPanels.ts';

/** Sizes of the negative binomial laws, as in the larger simulation. */
const [capacitySize, inflowSize] = [10, 15];
const correlation = 0.85;

/**
 * The panel of a fictitious detachment: 24 to 60 months, 1 to 10 referrals in each, and half an FTE to three in all, some of them funded from a
 * month on, whose productivity differs. Own staff close 60 to 110 % of what comes in.
 */
function smallUnit(seed: number): UnitPanel {
  const random = createRandom(seed, 'small unit');
  const between = (low: number, high: number): number => low + (high - low) * random.uniform();
  const whole = (low: number, high: number): number => Math.floor(between(low, high + 1));
  const length = whole(24, 60);
  const inflow = between(1, 10);
  const quarters = whole(2, 12);
  const funded = whole(1, quarters - 1) / 4;
  const base = quarters / 4 - funded;
  const start = whole(6, length - 6);
  const rate = (inflow * between(0.6, 1.1)) / base;
  const productivity = 0.7 + 0.4 * random.normal();
  const deviation = Math.abs(0.15 * random.normal());
  const ramp = [3, 6, 9, 12, 18][whole(0, 4)]!;
  let circumstance = deviation * random.normal();
  let backlog = Math.round(inflow * between(0.5, 6));
  const months = monthsFrom('2021-04', length).map((_, t) => {
    if (t > 0 && t % 3 === 0)
      circumstance = correlation * circumstance + deviation * Math.sqrt(1 - correlation ** 2) * random.normal();
    const experienced = t < start ? 0 : funded * rampShare(t - start, ramp, 0.25);
    const fte = Math.max(base / 2, base + productivity * experienced);
    const capacity = sampleNegativeBinomial(
      random,
      rate * fte * Math.exp(circumstance + 0.2 * random.normal()),
      capacitySize,
    );
    const referred = sampleNegativeBinomial(random, inflow, inflowSize);
    const closed = Math.min(capacity, backlog + referred);
    backlog += referred - closed;
    const administrative = sampleBinomial(random, closed, 0.15);
    return { referred, investigated: closed - administrative, administrative, backlog };
  });
  const unknown = months.map(() => null);
  return {
    unitId: 'U01',
    months: monthsFrom('2021-04', length),
    inflowReferred: months.map(({ referred }) => referred),
    inflowProactive: unknown,
    outflowInvestigated: months.map(({ investigated }) => investigated),
    outflowAdministrative: months.map(({ administrative }) => administrative),
    backlog: months.map((month) => month.backlog),
    fteBase: months.map(() => base),
    fteFunded: months.map((_, t) => (t >= start ? funded : 0)),
    overtimeBase: unknown,
    overtimeFunded: unknown,
    definitionId: months.map(() => 'open files, version 1'),
  };
}

/** Whether the chains agree on one such unit, sampled as the application does; null where its staff is refused before. */
export function samplingOfSmallUnit(seed: number): Sampling | null {
  const { usable } = sortUnits([smallUnit(seed)]);
  if (usable.length === 0) return null;
  const fit = fitCapacity(usable, defaultAssumptions, { seed: seed + 7 });
  return samplingOf(summariseFit(fit, defaultAssumptions), 'prior');
}
