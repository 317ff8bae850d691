import type { Fit } from '#contract/statistics/evidence';

export const fewestEffective = 100;
const highestRHat = 1.05;

/** Why the ends of the intervals are approximate; null where they are not. */
export function fitWarning({ effectiveSampleSize, rHat }: Fit): 'fewEffective' | 'notConverged' | null {
  if (effectiveSampleSize < fewestEffective) return 'fewEffective';
  return rHat > highestRHat ? 'notConverged' : null;
}
