import { at } from '../analysis/numbers.ts';
import { groupsOf, type Group } from './groups.ts';
import { MoveSolver, type Freedom, type Goal } from './moves.ts';
import { checkTable, type Table } from './table.ts';
import { findWorld, type World } from './worlds.ts';

export interface Protection {
  /** Positions of the open cells that must not be published. */
  readonly hidden: ReadonlySet<number>;
  /** Positions of the cells with a range that what is published here could tell of. */
  readonly guarded: readonly number[];
  /** Positions of the guarded cells that cannot be protected even with every open cell hidden. */
  readonly unprotected: readonly number[];
}

interface State {
  readonly group: Group;
  readonly solver: MoveSolver;
  /** 1 where a cell is not published. */
  readonly hidden: Uint8Array;
  readonly worlds: World[];
}

/** Hidden cells move almost for nothing, and not quite: a short way round is better than a long one. */
const hiddenCost = 0.01;

function freedomOf({ group, hidden }: State, mayHide: boolean): Freedom {
  const free = (position: number): boolean => mayHide || hidden[position] === 1;
  return {
    up: Float64Array.from(group.cells, (_, position) => (free(position) ? Infinity : 0)),
    down: Float64Array.from(group.cells, ({ value, lower }, position) => {
      if (!free(position)) return 0;
      return lower === null ? Infinity : value - lower;
    }),
    cost: Float64Array.from(group.cells, ({ cost }, position) => (hidden[position] === 1 ? hiddenCost : cost)),
  };
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

const moves = (world: World, cell: number): boolean => world[cell] !== 0;

/** A world known already that reaches the goal by hidden cells alone, or a new one. */
function worldFor(state: State, goal: Goal, mayHide: boolean): World | null {
  const { worlds, hidden, solver, group } = state;
  const known = worlds.find(
    (world) =>
      at(world, goal.cell) * goal.direction >= goal.amount &&
      world.every((change, cell) => change === 0 || hidden[cell] === 1),
  );
  if (known) return known;
  const world = findWorld(solver, group, goal, freedomOf(state, mayHide));
  if (world) worlds.push(world);
  return world;
}

/** Hides what each goal needs, the cheapest first; gives the world by which each is reached. */
function hideFor(state: State, goals: readonly Goal[]): Map<Goal, World> {
  const reached = new Map<Goal, World>();
  for (const goal of goals) {
    const world = worldFor(state, goal, true);
    if (!world) continue;
    reached.set(goal, world);
    for (const cell of world.keys()) if (moves(world, cell)) state.hidden[cell] = 1;
  }
  return reached;
}

/** Publishes again what later choices have made needless: a cell that no goal's world moves is known to all anyway. */
function publishNeedless(state: State, reached: Map<Goal, World>): void {
  const { group, hidden } = state;
  const complements = group.cells
    .map(({ state: kind, protect, cost }, cell) => ({ cell, cost, may: kind === 'open' && protect === null }))
    .filter(({ cell, may }) => may && hidden[cell] === 1)
    .sort((a, b) => b.cost - a.cost || b.cell - a.cell);
  for (const { cell } of complements) {
    hidden[cell] = 0;
    const mended = new Map<Goal, World>();
    for (const [goal, world] of reached) {
      if (!moves(world, cell)) continue;
      const other = worldFor(state, goal, false);
      if (!other) {
        hidden[cell] = 1;
        break;
      }
      mended.set(goal, other);
    }
    if (hidden[cell] === 0) for (const [goal, world] of mended) reached.set(goal, world);
  }
  for (const { cell } of complements) if (![...reached.values()].some((world) => moves(world, cell))) hidden[cell] = 0;
}

function protectGroup(group: Group): { readonly hidden: Uint8Array; readonly unprotected: readonly number[] } {
  const hidden = Uint8Array.from(group.cells, ({ state, protect }) => (state === 'withheld' || protect ? 1 : 0));
  const state: State = { group, hidden, worlds: [], solver: new MoveSolver(group.relations, group.cells.length) };
  const goals = goalsOf(group);
  const reached = hideFor(state, goals);
  publishNeedless(state, reached);
  return { hidden, unprotected: goals.filter((goal) => !reached.has(goal)).map(({ cell }) => cell) };
}

/**
 * Chooses which open cells of a table must not be published, so that no cell that is to be protected can be told more
 * closely than its range: for both ends of the range there is a table of whole numbers with every published number,
 * every relation and every known bound in which the cell stands there. A cell hidden for the sake of others has at least
 * two values so. The choice looks at relations and costs, not at hidden values, except that a cell cannot fall below its
 * bound. A heuristic of the family of Kelly, Golden and Assad (1992), "Cell suppression: disclosure protection for
 * sensitive tabular data", Networks 22: for each cell the cheapest way by linear programming, then what is needless is
 * published again. The loss is small, not the least.
 * @throws RangeError as `checkTable`.
 */
export function protect(table: Table): Protection {
  checkTable(table);
  const hidden = new Set<number>();
  const guarded: number[] = [];
  const unprotected: number[] = [];
  for (const group of groupsOf(table)) {
    // Where nothing is open nothing is added to what is known already.
    if (!group.cells.some(({ state }) => state === 'open')) continue;
    const found = protectGroup(group);
    for (const [cell, position] of group.positions.entries()) {
      const { state, protect: range } = at(group.cells, cell);
      if (found.hidden[cell] === 1 && state === 'open') hidden.add(position);
      if (range !== null) guarded.push(position);
    }
    unprotected.push(...new Set(found.unprotected.map((cell) => at(group.positions, cell))));
  }
  return { hidden, guarded, unprotected };
}
