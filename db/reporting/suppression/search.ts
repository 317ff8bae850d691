import { at } from '../../estimator/numbers.ts';
import type { Group } from './groups.ts';
import { MoveSolver, type Freedom, type Goal } from './moves.ts';
import { findWorld, type World } from './worlds.ts';

/** A group while its hidden cells are chosen. */
export interface Search {
  readonly group: Group;
  readonly solver: MoveSolver;
  /** 1 where a cell is not published. */
  readonly hidden: Uint8Array;
  /** Every world found so far. */
  readonly worlds: World[];
}

/** A goal with the world that reaches it by hidden cells alone. */
export interface Reached {
  readonly goal: Goal;
  /** Null where none was found. */
  world: World | null;
}

/** Hidden cells move almost for nothing, and not quite: a short way round is better than a long one. */
const hiddenCost = 0.01;

export function beginSearch(group: Group): Search {
  return {
    group,
    solver: new MoveSolver(group.relations, group.cells.length),
    hidden: Uint8Array.from(group.cells, ({ state, protect }) => (state === 'withheld' || protect ? 1 : 0)),
    worlds: [],
  };
}

function freedomOf({ group, hidden }: Search, mayHide: boolean): Freedom {
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

const moves = (world: World | null, cell: number): boolean => world !== null && world[cell] !== 0;

/** A world known already that reaches the goal by hidden cells alone, or a new one; it may hide more where that is allowed. */
function worldFor(search: Search, goal: Goal, mayHide: boolean): World | null {
  const { worlds, hidden, solver, group } = search;
  const known = worlds.find(
    (world) =>
      at(world, goal.cell) * goal.direction >= goal.amount &&
      world.every((change, cell) => change === 0 || hidden[cell] === 1),
  );
  if (known) return known;
  const world = findWorld(solver, group, goal, freedomOf(search, mayHide));
  if (world) worlds.push(world);
  return world;
}

/** The goal, or what earlier releases leave of it to a release that publishes nothing. */
function withinReach(search: Search, goal: Goal): Goal {
  const { up, down, cost } = freedomOf(search, true);
  const move = search.solver.move(goal, { up, down, cost: cost.fill(0) });
  const reach = move ? Math.floor(at(move, goal.cell) * goal.direction + 1e-6) : goal.amount;
  return { ...goal, amount: Math.min(goal.amount, reach) };
}

/** Hides what the goal needs, by the cheapest way. */
export function hideFor(search: Search, asked: Goal): Reached {
  let goal = asked;
  let world = worldFor(search, goal, true);
  if (!world) {
    goal = withinReach(search, asked);
    if (goal.amount > 0 && goal.amount < asked.amount) world = worldFor(search, goal, true);
  }
  for (const cell of search.hidden.keys()) if (moves(world, cell)) search.hidden[cell] = 1;
  return { goal, world };
}

/** Whether every goal whose world moves the cell can be reached with it published; if so its world is another from then on. */
function canPublish(search: Search, reached: readonly Reached[], cell: number): boolean {
  search.hidden[cell] = 0;
  const mended: (readonly [Reached, World])[] = [];
  for (const each of reached) {
    if (!moves(each.world, cell)) continue;
    const other = worldFor(search, each.goal, false);
    if (!other) {
      search.hidden[cell] = 1;
      return false;
    }
    mended.push([each, other]);
  }
  for (const [each, world] of mended) each.world = world;
  return true;
}

/** Publishes again what later choices have made needless. What no goal's world moves is needless too: hiding it is no help. */
export function publishNeedless(search: Search, reached: readonly Reached[]): void {
  const { group, hidden } = search;
  const complements = group.cells
    .map(({ state, protect, cost }, cell) => ({ cell, cost, may: state === 'open' && protect === null }))
    .filter(({ cell, may }) => may && hidden[cell] === 1)
    .sort((a, b) => b.cost - a.cost || b.cell - a.cell);
  for (const { cell } of complements) canPublish(search, reached, cell);
  for (const { cell } of complements) if (!reached.some(({ world }) => moves(world, cell))) hidden[cell] = 0;
}
