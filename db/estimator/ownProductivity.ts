import type { EstimatedUnit } from './estimate.ts';
import type { UnitPanel } from './panel.ts';

/** With fewer funded FTE in post, a unit's productivity would be an officer's score. */
const leastFundedFte = 5;

/** The unit's own productivity, where its last month has staff enough for it to be of no one person. */
export function ownProductivity(
  { productivity, asOf }: Pick<EstimatedUnit, 'productivity' | 'asOf'>,
  { months, fteFunded }: Pick<UnitPanel, 'months' | 'fteFunded'>,
): EstimatedUnit['productivity'] {
  return (fteFunded[months.indexOf(asOf)] ?? 0) < leastFundedFte ? null : productivity;
}
