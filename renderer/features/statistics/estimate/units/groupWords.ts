import type { Translate } from '../../../../i18n/text.ts';
import { groupOf, type Group } from '../headline/movement.ts';
import type { EstimatedUnit } from './estimatedUnit.ts';

const groups: readonly Group[] = ['grewAvoided', 'grewUnclear', 'held', 'fell', 'unknown'];

/** The units by what became of their backlog, each group in the order given; without those that have no member. */
export function groupUnits(units: readonly EstimatedUnit[]): readonly (readonly [Group, readonly EstimatedUnit[]])[] {
  return groups
    .map((group) => [group, units.filter(({ estimate }) => groupOf(estimate) === group)] as const)
    .filter(([, members]) => members.length > 0);
}

/** "Since each unit's funding began: in 15 the backlog grew although files were avoided; in 1 it fell." */
export function groupSentence(units: readonly EstimatedUnit[], t: Translate): string {
  const list = groupUnits(units)
    .map(([group, members]) => t(`counterfactual:groupCount.${group}`, { count: members.length }))
    .join('; ');
  return t('counterfactual:units.since', { list });
}
