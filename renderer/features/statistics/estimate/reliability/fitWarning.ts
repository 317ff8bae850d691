import type { Fit } from '#contract/statistics/evidence';

/** Source: Vehtari and others (2021), section 4. */
export const fewestEffective = 400;
const highestRHat = 1.01;

/** Why the ends of the intervals are approximate; null where they are not. */
export function fitWarning({ effectiveSampleSize, rHat }: Fit): 'fewEffective' | 'notConverged' | null {
  if (rHat !== null && rHat > highestRHat) return 'notConverged';
  return effectiveSampleSize !== null && effectiveSampleSize < fewestEffective ? 'fewEffective' : null;
}
