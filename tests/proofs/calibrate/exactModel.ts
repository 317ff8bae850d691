import { generatePanel, type GeneratedPanel } from '../../../proofs/calibrate/panels/generate.ts';
import type { Fitted } from '../../../proofs/calibrate/panels/fitted.ts';
import { scenarios } from '../../../proofs/calibrate/panels/scenarios.ts';
import { scorePanel, type PanelScore } from '../../../proofs/calibrate/panels/score.ts';
import { createRandom, type Random } from '../../../db/estimator/random.ts';
import { sampleGamma, samplePoisson } from '../../../db/estimator/samplers.ts';

/** A fault put into the exact posterior: the metrics must find it. 1 and 0 = none. */
export type Fault = { readonly narrower: number; readonly shift: number };

const draws = 200;
const units = 30;
const months = 84;
const prior = generatePanel(scenarios.null, 1).parameters;

/** Truth ~ N(0, 1), seen with an error of N(0, 1): the posterior is N(seen / 2, 1 / 2). */
function normalCase(random: Random, fault: Fault): { readonly truth: number; readonly draws: Float64Array } {
  const truth = random.normal();
  const centre = (truth + random.normal()) / 2 + fault.shift;
  const deviation = Math.SQRT1_2 / fault.narrower;
  return { truth, draws: Float64Array.from({ length: draws }, () => centre + deviation * random.normal()) };
}

/** A small count of a rate ~ Gamma(1, 1), seen through a Poisson count of 3 times the rate: many ties at zero, as the gaps have. */
function countCase(random: Random, fault: Fault): { readonly truth: number; readonly draws: Int32Array } {
  const rate = sampleGamma(random, 1, 1);
  const seen = samplePoisson(random, 3 * rate);
  const centre = (1 + seen) / 4;
  const draw = (): number => {
    const exact = samplePoisson(random, sampleGamma(random, 1 + seen, 4));
    return Math.round(centre + (exact - centre) / fault.narrower + fault.shift);
  };
  return { truth: samplePoisson(random, rate), draws: Int32Array.from({ length: draws }, draw) };
}

/** Score of a panel whose posterior is known in closed form, or that posterior with a fault. */
export function scoreExactPanel(seed: number, fault: Fault): PanelScore {
  const random = createRandom(seed, 'exact');
  const parameter = (): ReturnType<typeof normalCase> => normalCase(random, fault);
  const [centre, spread, size, deviation] = [parameter(), parameter(), parameter(), parameter()];
  const gaps = Array.from({ length: units }, () => countCase(random, fault));
  const walkDeviation = parameter();
  const generated: GeneratedPanel = {
    panels: [],
    parameters: {
      ...prior,
      centre: centre.truth,
      spread: spread.truth,
      size: size.truth,
      deviation: deviation.truth,
      walkDeviation: walkDeviation.truth,
    },
    units: gaps.map(({ truth }) => ({
      funded: true,
      falsified: false,
      productivity: 0,
      backlog: new Array<number>(months).fill(0),
      backlogWithout: new Array<number>(months).fill(truth),
    })),
  };
  const fitted: Fitted = {
    parameters: {
      centre: centre.draws,
      spread: spread.draws,
      size: size.draws,
      deviation: deviation.draws,
      walkDeviation: walkDeviation.draws,
    },
    avoidedAt: (unit) => gaps[unit]!.draws,
  };
  return scorePanel(generated, fitted, seed);
}
