import { at } from '../../estimator/numbers.ts';
import type { Group } from './groups.ts';
import type { Freedom, Goal, MoveSolver } from './moves.ts';

/** Whole changes of a group's cells that keep every relation: the true values plus it are another table that may be the true one. */
export type World = Int32Array;

/** Of a move in whole numbers: nothing is left to the solver's rounding. */
function isWorld(group: Group, world: World, { up, down }: Freedom): boolean {
  return (
    world.every((change, cell) => change <= at(up, cell) && -change <= at(down, cell)) &&
    group.relations.every(
      (relation) => relation.reduce((total, [cell, coefficient]) => total + coefficient * at(world, cell), 0) === 0,
    )
  );
}

/** A cell furthest from a whole number, or -1. */
function mostBroken(move: Float64Array): number {
  let found = -1;
  let most = 1e-6;
  for (const [cell, change] of move.entries()) {
    const broken = Math.abs(change - Math.round(change));
    if (broken > most) [found, most] = [cell, broken];
  }
  return found;
}

const maximumDepth = 40;

/**
 * The cheapest move found that brings the goal's cell the whole amount, in whole numbers; null where there is none. A
 * programme's answer with fractions is corrected by holding one broken cell after another nearer to its true value: that
 * may miss a world, which hides more cells than needed, and never takes one that is none.
 */
export function findWorld(solver: MoveSolver, group: Group, goal: Goal, freedom: Freedom): World | null {
  const up = Float64Array.from(freedom.up);
  const down = Float64Array.from(freedom.down);
  for (let depth = 0; depth < maximumDepth; depth += 1) {
    const move = solver.move(goal, { ...freedom, up, down });
    if (!move || at(move, goal.cell) * goal.direction < goal.amount - 1e-6) return null;
    const broken = mostBroken(move);
    if (broken < 0) {
      const world = Int32Array.from(move, (change) => Math.round(change));
      return isWorld(group, world, freedom) ? world : null;
    }
    const change = at(move, broken);
    if (change > 0) up[broken] = Math.floor(change);
    else down[broken] = Math.floor(-change);
  }
  return null;
}
