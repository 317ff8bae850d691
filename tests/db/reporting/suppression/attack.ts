import { at } from '../../../../db/estimator/numbers.ts';
import { groupsOf, type Group } from '../../../../db/reporting/suppression/groups.ts';
import { MoveSolver, type Freedom } from '../../../../db/reporting/suppression/moves.ts';
import type { Range, Table } from '../../../../db/reporting/suppression/table.ts';

export interface Attack {
  /** The bounds that the published numbers set a cell of any position, to a millionth; both ends alike where they give it back. */
  readonly rangeOf: (position: number) => Range;
}

/**
 * What a reader can find out who knows every published number, every relation and every bound, by linear programming:
 * exact bounds over the reals, which hold the whole numbers too. The costs and ranges of the table are not looked at,
 * and its true values are only the point that the bounds are measured from.
 * @param hidden positions of the open cells that are not published
 */
export function attack({ cells, relations }: Table, hidden: ReadonlySet<number>): Attack {
  const seen = cells.map((cell, position) =>
    cell.state === 'open' && !hidden.has(position) ? { ...cell, state: 'published' as const } : cell,
  );
  const places = new Map(
    groupsOf({ cells: seen, relations }).flatMap((group) => {
      const attacked = {
        group,
        solver: new MoveSolver(group.relations, group.cells.length),
        freedom: freedomOf(group),
      };
      return group.positions.map((position, cell) => [position, { ...attacked, cell }] as const);
    }),
  );
  return {
    rangeOf: (position) => {
      const { value } = at(cells, position);
      const place = places.get(position);
      if (!place) return [value, value];
      const reach = (direction: 1 | -1): number => {
        const move = place.solver.move({ cell: place.cell, direction, amount: Infinity }, place.freedom);
        return move ? Math.round(at(move, place.cell) * 1e6) / 1e6 : direction * Infinity;
      };
      return [value + reach(-1), value + reach(1)];
    },
  };
}

function freedomOf({ cells }: Group): Freedom {
  return {
    up: new Float64Array(cells.length).fill(Infinity),
    down: Float64Array.from(cells, ({ value, lower }) => (lower === null ? Infinity : value - lower)),
    cost: new Float64Array(cells.length),
  };
}
