import { useQueries } from '@tanstack/react-query';
import type { UnitId } from '#contract/ground/ids';
import type { Output } from '#contract/index';
import { call } from '../../../bridge/bridge.ts';
import { currentMonth } from '../../../lib/currentMonth.ts';

export type CountingRule = Output<'countingRules.list'>['rules'][number];

/** Each unit's rule in force this month; undefined for a unit that states none, null while it is being read. */
export function useRules(unitIds: readonly UnitId[]): readonly (CountingRule | undefined)[] | null {
  const answers = useQueries({
    queries: unitIds.map((unitId) => ({
      queryKey: ['countingRules.list', { unitId }],
      queryFn: () => call('countingRules.list', { unitId }),
    })),
  });
  if (answers.some((answer) => answer.data === undefined)) return null;
  return answers.map(({ data }) =>
    data?.rules
      .filter((rule) => rule.validFrom.slice(0, 7) <= currentMonth())
      .toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
      .at(-1),
  );
}
