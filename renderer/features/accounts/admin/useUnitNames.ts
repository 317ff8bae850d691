import { useMemo } from 'react';
import type { UnitId } from '#contract/ground/ids';
import { useRead } from '../../../bridge/queries.ts';
import { useFormat } from '../../../lib/useFormat.ts';

/** The units to choose from, and a user's units as their codes. */
export function useUnitNames() {
  const units = useRead('units.list', {});
  const { bilingual } = useFormat();
  return useMemo(() => {
    const list = units.data?.units ?? [];
    return {
      codesOf: (ids: readonly UnitId[]) =>
        list
          .filter((unit) => ids.includes(unit.id))
          .map((unit) => unit.code)
          .join(', '),
      choices: list
        .filter((unit) => unit.active)
        .map((unit) => ({ value: unit.id, label: `${unit.code} · ${bilingual(unit.name)}` })),
    };
  }, [units.data, bilingual]);
}
