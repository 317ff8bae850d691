import type { UnitId } from '#contract/ground/ids';
import { useRead } from '../bridge/queries.ts';

const none = { providers: [], agencies: [] } as const;

/** What the unit, or all units of the user, called providers and child-protection agencies so far, to choose from while one types. */
export function useUsedNames(unitId: UnitId | null = null) {
  return useRead('partners.names', unitId === null ? {} : { unitId }).data ?? none;
}
