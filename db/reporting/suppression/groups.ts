import { at } from '../../estimator/numbers.ts';
import type { Cell, Relation, Table } from './table.ts';

/** Cells that are bound to one another through relations of cells that are not known, with those relations. */
export interface Group {
  readonly cells: readonly Cell[];
  /** Place of each cell in the whole table. */
  readonly positions: readonly number[];
  /** In positions of the group; what is published is a constant and has no part in them. */
  readonly relations: readonly Relation[];
}

function rootOf(parents: number[], cell: number): number {
  let root = cell;
  while (at(parents, root) !== root) root = at(parents, root);
  parents[cell] = root;
  return root;
}

/** Splits a table where published cells part it: what happens in one group tells nothing of another. */
export function groupsOf({ cells, relations }: Table): readonly Group[] {
  const unknown = relations.map((relation) => relation.filter(([cell]) => at(cells, cell).state !== 'published'));
  const parents = cells.map((_, position) => position);
  for (const relation of unknown)
    for (const [cell] of relation) parents[rootOf(parents, cell)] = rootOf(parents, at(relation, 0)[0]);
  const members = new Map<number, number[]>();
  for (const [position, { state }] of cells.entries()) {
    if (state === 'published') continue;
    const root = rootOf(parents, position);
    members.set(root, [...(members.get(root) ?? []), position]);
  }
  const bound = new Map<number, Relation[]>();
  for (const relation of unknown) {
    const first = relation[0];
    if (!first) continue;
    const root = rootOf(parents, first[0]);
    bound.set(root, [...(bound.get(root) ?? []), relation]);
  }
  return [...members].map(([root, positions]) => {
    const local = new Map(positions.map((position, index) => [position, index]));
    return {
      cells: positions.map((position) => at(cells, position)),
      positions,
      relations: (bound.get(root) ?? []).map((relation) =>
        relation.map(([cell, coefficient]) => [local.get(cell) ?? 0, coefficient] as const),
      ),
    };
  });
}
