import type { Month } from '#contract/ground/dates';
import type { Agreement } from '#contract/reporting/agreements';
import type { Scope } from '../estimate/useEstimate.ts';

/** Whether the agreement is the one asked about, or funds the unit asked about at the end of the month. */
function isOf({ id, units }: Agreement, scope: Scope, month: Month): boolean {
  if ('agreementId' in scope) return id === scope.agreementId;
  if (!('unitId' in scope)) return false;
  return units.some(
    ({ unitId, from, to }) =>
      unitId === scope.unitId && from.slice(0, 7) <= month && (to === null || to.slice(0, 7) > month),
  );
}

/** Last month of the agreement that the page is about, or of the last to end of those that fund its unit; null where none goes on. */
export function agreementEnd(agreements: readonly Agreement[], scope: Scope, lastMonth: Month): Month | null {
  const ends = agreements
    .filter((each) => isOf(each, scope, lastMonth))
    .map(({ endsOn }) => endsOn.slice(0, 7) as Month);
  const last = ends.sort().at(-1);
  return last === undefined || last <= lastMonth ? null : last;
}
