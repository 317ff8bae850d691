import type { Clock } from '#contract/casework/clocks';
import type { CivilDate } from '#contract/ground/dates';
import { toDated, type AuthorityRecord } from './rows.ts';
import { clocksOf } from '../clocks/compute.ts';
import type { DatedRecord, Override } from '../clocks/record.ts';
import type { ClockSettings } from '../clocks/surroundings.ts';

export interface Known extends ClockSettings {
  readonly today: CivilDate;
  readonly overrides: ReadonlyMap<string, readonly Override[]>;
}

/** The clocks of each authority, computed with its parent and its children. */
export function clocksOfAll(
  rows: readonly AuthorityRecord[],
  { overrides, ...known }: Known,
): ReadonlyMap<string, readonly Clock[]> {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const under = new Map<string, DatedRecord[]>();
  for (const row of rows) {
    if (row.underId === null) continue;
    const beside = under.get(row.underId);
    if (beside) beside.push(toDated(row));
    else under.set(row.underId, [toDated(row)]);
  }
  return new Map(
    rows.map((row) => {
      const parent = row.underId === null ? undefined : byId.get(row.underId);
      const around = {
        ...known,
        parent: parent ? toDated(parent) : null,
        children: under.get(row.id) ?? [],
        overrides: overrides.get(row.id) ?? [],
      };
      return [row.id, clocksOf(toDated(row), around)] as const;
    }),
  );
}
