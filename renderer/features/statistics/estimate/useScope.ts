import type { UnitId } from '#contract/ground/ids';
import { useRead } from '../../../bridge/queries.ts';
import { useSession } from '../../../bridge/session.ts';
import { useFigureFilter } from '../../../lib/figureFilter.ts';
import type { Scope } from './useEstimate.ts';

/** What the page is about: as chosen before, otherwise all units together in a coordination workspace, the first unit elsewhere. */
export function useScope(): Scope | null {
  const { workspace } = useSession();
  const [filter] = useFigureFilter();
  const isCoordination = workspace.kind === 'coordination';
  const first = useFirstUnit(filter.unitId);
  const chosen = filter.scope ?? (isCoordination ? 'all' : 'unit');
  if (chosen === 'all') return { all: true };
  if (chosen === 'agreement' && isCoordination && filter.agreementId !== null)
    return { agreementId: filter.agreementId };
  return first === null ? null : { unitId: first };
}

/** The unit looked at last where it is still in reach, otherwise the first by code. */
function useFirstUnit(preferred: UnitId | null): UnitId | null {
  const { unitIds } = useSession();
  const units = useRead('units.list', {}).data?.units ?? [];
  const own = units.filter((unit) => unitIds.includes(unit.id)).toSorted((a, b) => a.code.localeCompare(b.code));
  return own.find((unit) => unit.id === preferred)?.id ?? own[0]?.id ?? null;
}
