import type { Random } from '../random.ts';

/** Step of a random walk, learnt while the chain warms up and fixed afterwards. */
export type Walk = {
  scale: number;
  tried: number;
  accepted: number;
  learning: boolean;
  /** Where what walks has been: once that is known, every second proposal is drawn from there, wherever it is now. */
  law: { readonly mean: number; readonly deviation: number } | null;
  isJump: boolean;
};

const wanted = 0.44;

function walk(scale: number): Walk {
  return { scale, tried: 0, accepted: 0, learning: true, law: null, isJump: false };
}

export type Tuning = Readonly<
  Record<
    | 'rateMean'
    | 'rateShape'
    | 'inflowSlope'
    | 'level'
    | 'spread'
    | 'deviation'
    | 'size'
    | 'ridge'
    | 'productivity'
    | 'line'
    | 'waves'
    | 'scaleProductivity'
    | 'scaleCircumstance'
    | 'stretchCircumstance'
    | 'widenProductivity'
    | 'walkDeviation',
    Walk
  >
>;

export function createTuning(): Tuning {
  return {
    rateMean: walk(0.05),
    rateShape: walk(0.3),
    inflowSlope: walk(0.3),
    level: walk(0.03),
    spread: walk(0.5),
    deviation: walk(0.1),
    size: walk(0.05),
    ridge: walk(0.15),
    productivity: walk(0.3),
    line: walk(1),
    waves: walk(1),
    scaleProductivity: walk(0.5),
    scaleCircumstance: walk(0.1),
    stretchCircumstance: walk(0.2),
    widenProductivity: walk(0.5),
    walkDeviation: walk(0.8),
  };
}

/** A proposal from `now`: the step, and the log ratio of the densities of proposing it and of proposing the way back. */
export type Step = { by: number; ratio: number };

export function proposeStep(walk: Walk, now: number, random: Random): Step {
  walk.isJump = walk.law !== null && !walk.isJump;
  if (!walk.isJump || walk.law === null) return { by: walk.scale * random.normal(), ratio: 0 };
  const { mean, deviation } = walk.law;
  const next = random.normal();
  const before = (now - mean) / deviation;
  return { by: mean + deviation * next - now, ratio: 0.5 * (next * next - before * before) };
}

/** Metropolis decision for a log ratio. While learning, the step grows or shrinks towards an acceptance of 44 % (Robbins-Monro). */
export function tries(walk: Walk, logRatio: number, random: Random): boolean {
  const accepted = Math.log(random.uniform()) < logRatio;
  walk.tried += 1;
  if (accepted) walk.accepted += 1;
  if (walk.learning) walk.scale *= Math.exp((Number(accepted) - wanted) / Math.pow(walk.tried, 0.6));
  return accepted;
}

/** Ends the learning and forgets what was counted: from here on the chain is the one that is reported. */
export function fixTuning(tuning: Tuning): void {
  for (const each of Object.values(tuning)) {
    each.learning = false;
    each.tried = 0;
    each.accepted = 0;
  }
}
