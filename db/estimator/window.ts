import { at } from './numbers.ts';
import { isReported, type UnitPanel } from './panel.ts';
import type { Refusal } from './reasons.ts';

/** Indices into the panel's months: what is used, from when funded, and the last month with a known backlog. */
export type Window = { readonly first: number; readonly fundingStart: number | null; readonly last: number };

type Found = { readonly window: Window } | { readonly refusals: readonly Refusal[] };

function indicesWhere(from: number, to: number, holds: (t: number) => boolean): number[] {
  const found: number[] = [];
  for (let t = from; t <= to; t += 1) if (holds(t)) found.push(t);
  return found;
}

function refuse(panel: UnitPanel, code: Refusal['code'], months: readonly number[]): Refusal {
  return { code, months: months.map((t) => at(panel.months, t)) };
}

/** First months of a new definition of backlog. A month without a recorded definition is not a change. */
function definitionChanges(panel: UnitPanel, from: number, to: number): number[] {
  const changes: number[] = [];
  let current: string | null = null;
  for (let t = from; t <= to; t += 1) {
    const definition = at(panel.definitionId, t);
    if (definition === null) continue;
    if (current !== null && definition !== current) changes.push(t);
    current = definition;
  }
  return changes;
}

function isFunded(panel: UnitPanel, t: number): boolean {
  return (at(panel.fteFunded, t) ?? 0) > 0 || (at(panel.overtimeFunded, t) ?? 0) > 0;
}

/** Reasons for which a panel with known months `known` to `last`, funded from `start` (null: never), has no answer. */
function findRefusals(
  panel: UnitPanel,
  known: number,
  start: number | null,
  last: number,
  changes: readonly number[],
): Refusal[] {
  const fundedFrom = start ?? last + 1;
  const missing = indicesWhere(known, last, (t) => {
    return at(panel.fteFunded, t) === null || (t >= fundedFrom && at(panel.fteBase, t) === null);
  });
  const changed = changes.filter((t) => t >= fundedFrom);
  const silent = start !== null && indicesWhere(start, last, (t) => isReported(panel, t)).length === 0;
  const refusals: Refusal[] = [];
  if (missing.length > 0) refusals.push(refuse(panel, 'fte_missing', missing));
  if (changed.length > 0) refusals.push(refuse(panel, 'definition_changed', changed));
  if (silent) refusals.push(refuse(panel, 'no_reported_month_after', []));
  return refusals;
}

/** The last month up to `counted` with a known backlog and staff: what is base matters once funded. */
function lastStaffed(panel: UnitPanel, start: number | null, counted: number): number {
  return (
    indicesWhere(0, counted, (t) => {
      const isBaseKnown = start === null || t < start || at(panel.fteBase, t) !== null;
      return at(panel.backlog, t) !== null && at(panel.fteFunded, t) !== null && isBaseKnown;
    }).at(-1) ?? -1
  );
}

/**
 * The months that can be used, or why there is no answer. The window opens at the first month whose funded FTE is known (a known 0 counts,
 * null does not) or, when the definition of backlog changed before the funding began, at that change; it closes at the last month with a
 * known backlog and staff, which is entered later than the counts. Refused: FTE in post not recorded inside it, the definition changed once
 * funded, no reported month once funded. Source: Vigie method note, section 1.
 */
export function findWindow(panel: UnitPanel): Found {
  const end = panel.months.length - 1;
  const known = panel.fteFunded.findIndex((value) => value !== null);
  if (known < 0)
    return {
      refusals: [
        refuse(
          panel,
          'fte_missing',
          indicesWhere(0, end, () => true),
        ),
      ],
    };
  const counted = panel.backlog.findLastIndex((value) => value !== null);
  if (counted < known) return { refusals: [refuse(panel, 'no_reported_month_after', [])] };
  const start = indicesWhere(known, end, (t) => isFunded(panel, t)).at(0) ?? null;
  const staffed = lastStaffed(panel, start, counted);
  const last = staffed < Math.max(known, start ?? known) ? counted : staffed;
  const changes = definitionChanges(panel, known, last);
  const refusals = findRefusals(panel, known, start, last, changes);
  if (refusals.length > 0) return { refusals };
  return { window: { first: Math.max(known, changes.at(-1) ?? 0), fundingStart: start, last } };
}
