import { at } from '../../estimator/numbers.ts';
import { groupsOf, type Group } from './groups.ts';
import type { Goal } from './moves.ts';
import { beginSearch, hideFor, publishNeedless, type Reached } from './search.ts';
import { checkTable, type Range, type Table } from './table.ts';

export interface Protection {
  /** Positions of the open cells that must not be published. */
  readonly hidden: ReadonlySet<number>;
  /**
   * The range that is kept for each protected cell that this release could disclose, by position: its own, or what earlier releases had
   * left of it where they disclosed more before it was a cell of any table.
   */
  readonly kept: ReadonlyMap<number, Range>;
  /** For each end of a kept range, another table that fits what is published and has the cell there. */
  readonly witnesses: readonly Witness[];
  /** Positions of cells for which no table was found at an end of that range. */
  readonly unprotected: readonly number[];
}

export type Report = (done: number, total: number) => void;

/** Changes from the true table, by position; what is not named does not change. */
export interface Witness {
  readonly position: number;
  readonly value: number;
  readonly changes: ReadonlyMap<number, number>;
}

function witnessOf({ cells, positions }: Group, { goal, world }: Reached): readonly Witness[] {
  if (world === null || goal.amount <= 0) return [];
  const changes = new Map<number, number>();
  for (const [cell, change] of world.entries()) if (change !== 0) changes.set(at(positions, cell), change);
  const value = at(cells, goal.cell).value + goal.direction * goal.amount;
  return [{ position: at(positions, goal.cell), value, changes }];
}

/** For each protected cell, the ways up and down that its range asks for. */
function goalsOf({ cells }: Group): readonly Goal[] {
  return cells.flatMap(({ value, protect }, cell) => {
    if (protect === null) return [];
    const goals: readonly Goal[] = [
      { cell, direction: 1, amount: protect[1] - value },
      { cell, direction: -1, amount: value - protect[0] },
    ];
    return goals.filter(({ amount }) => amount > 0);
  });
}

function keptRange(value: number, goals: readonly Goal[]): Range {
  const [low, high] = [-1, 1].map((direction) => {
    const goal = goals.find((each) => each.direction === direction);
    return value + direction * (goal?.amount ?? 0);
  });
  return [low ?? value, high ?? value];
}

interface GroupProtection {
  readonly hidden: Uint8Array;
  readonly reached: readonly Reached[];
}

function protectGroup(group: Group, onGoal: () => void): GroupProtection {
  const search = beginSearch(group);
  const reached = goalsOf(group).map((goal) => {
    onGoal();
    return hideFor(search, goal);
  });
  publishNeedless(search, reached);
  return { hidden: search.hidden, reached };
}

/**
 * Chooses which open cells of a table must not be published, so that no cell that is to be protected can be known more closely than its
 * range: for both ends of the range there is a table of whole numbers with every published number, every relation and every known bound in
 * which the cell has that value. A cell hidden for the sake of others has at least two values so. The choice looks at relations and costs,
 * not at hidden values, except that a cell cannot fall below its bound. A heuristic of the family of Kelly, Golden and Assad (1992), "Cell
 * suppression: disclosure protection for sensitive tabular data", Networks 22: for each cell the cheapest way by linear programming, then
 * what is needless is published again. The loss is small, not the least.
 * @param report how many of the ends of all ranges were looked for
 * @throws RangeError as `checkTable`.
 */
export function protect(table: Table, report: Report = () => undefined): Protection {
  checkTable(table);
  const hidden = new Set<number>();
  const kept = new Map<number, Range>();
  const unprotected = new Set<number>();
  const witnesses: Witness[] = [];
  // Where nothing is open nothing is added to what is known already.
  const groups = groupsOf(table).filter(({ cells }) => cells.some(({ state }) => state === 'open'));
  const total = groups.reduce((goals, group) => goals + goalsOf(group).length, 0);
  let done = 0;
  for (const group of groups) {
    const found = protectGroup(group, () => {
      report((done += 1), total);
    });
    witnesses.push(...found.reached.flatMap((each) => witnessOf(group, each)));
    for (const [cell, position] of group.positions.entries()) {
      const { state, value, protect: range } = at(group.cells, cell);
      if (found.hidden[cell] === 1 && state === 'open') hidden.add(position);
      if (range === null) continue;
      const own = found.reached.filter(({ goal }) => goal.cell === cell);
      const goals = own.map(({ goal }) => goal);
      kept.set(position, keptRange(value, goals));
      if (own.some(({ goal, world }) => world === null && goal.amount > 0)) unprotected.add(position);
    }
  }
  return { hidden, kept, witnesses, unprotected: [...unprotected] };
}
