import type { Estimate } from '#contract/statistics/estimate';
import type { EventStudies, Summary } from '#contract/statistics/evidence';

/** `unknown` where a method that the rule needs has no result. */
export type Agreement = 'agrees' | 'outsideBand' | 'otherSign' | 'neither' | 'unknown';

function structuralOf({ crossChecks }: Pick<Estimate, 'crossChecks'>): Summary | null {
  const check = crossChecks.find(({ method }) => method === 'structural');
  return check?.status === 'estimated' ? check.avoided : null;
}

/**
 * Whether the other methods agree: the mean lies inside the 80 % range of the structural model, and has the sign of the event study's effect on
 * productivity. Source: Vigie method note, section 6.
 */
export function agreementOf(
  estimate: Pick<Estimate, 'avoided' | 'crossChecks'>,
  events: EventStudies | null,
): Agreement {
  const structural = structuralOf(estimate);
  const effect = events?.status === 'estimated' ? events.productivity.after : null;
  if (structural === null || effect === null) return 'unknown';
  const { mean } = estimate.avoided;
  const isInside = mean >= structural.p10 && mean <= structural.p90;
  const isAlike = Math.sign(mean) === Math.sign(effect.att);
  if (isInside) return isAlike ? 'agrees' : 'otherSign';
  return isAlike ? 'outsideBand' : 'neither';
}
