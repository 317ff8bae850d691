import type { Translate } from '../../../../i18n/text.ts';
import { groupOf, movementOf, type Group, type Movement } from '../headline/movement.ts';
import type { EstimatedUnit } from '../estimatedUnit.ts';

const groups: readonly Group[] = ['grewFewer', 'grewUnclear', 'held', 'fell', 'unknown'];
const movements: readonly Movement[] = ['grew', 'held', 'fell', 'unknown'];

/** The units by change of backlog, in the order of the groups; without empty groups. */
export function groupUnits(units: readonly EstimatedUnit[]): readonly (readonly [Group, readonly EstimatedUnit[]])[] {
  return groups
    .map((group) => [group, units.filter(({ estimate }) => groupOf(estimate) === group)] as const)
    .filter(([, members]) => members.length > 0);
}

/** "Backlog since each unit's funding began: grew in 15; stable in 4; fell in 7." */
export function movementSentence(units: readonly EstimatedUnit[], t: Translate): string {
  const list = movements
    .map((movement) => ({
      movement,
      count: units.filter(({ estimate }) => movementOf(estimate) === movement).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ movement, count }) => t(`counterfactual:movementCount.${movement}`, { count }))
    .join('; ');
  return t('counterfactual:units.since', { list });
}
