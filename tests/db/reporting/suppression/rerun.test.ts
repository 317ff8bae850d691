import { expect, it } from 'vitest';
import { createRandom } from '../../../../db/estimator/random.ts';
import { protect } from '../../../../db/reporting/suppression/protect.ts';
import type { Table } from '../../../../db/reporting/suppression/table.ts';
import { crossed } from './tables.ts';

type Values = readonly (readonly number[])[];

/** The costs that a workspace's secret gives, as a release sets them: up to four times those of the level. */
function keyed(table: Table, secret: number): Table {
  const random = createRandom(secret, 'costs');
  return { ...table, cells: table.cells.map((cell) => ({ ...cell, cost: cell.cost * (1 + 3 * random.uniform()) })) };
}

const same = (a: ReadonlySet<number>, b: ReadonlySet<number>): boolean =>
  a.size === b.size && [...a].every((each) => b.has(each));

/** Every 2 by 3 table that agrees with what is published of one. */
function* worldsOf(values: Values, hidden: ReadonlySet<number>): Generator<Values> {
  const shown = crossed(values).cells.map(({ value }, position) => (hidden.has(position) ? null : value));
  const inner = values.flat().map((value, position) => (hidden.has(position) ? null : value));
  function* fill(position: number, found: readonly number[]): Generator<Values> {
    if (position === 6) {
      const world = [found.slice(0, 3), found.slice(3)];
      if (crossed(world).cells.every(({ value }, cell) => shown[cell] === null || shown[cell] === value)) yield world;
      return;
    }
    const known = inner[position];
    for (let value = known ?? 0; value <= (known ?? 18); value += 1) yield* fill(position + 1, [...found, value]);
  }
  yield* fill(0, []);
}

it('tells hardly any count to whoever runs the choice on every possible table without knowing the secret', () => {
  const random = createRandom(20, 'tables');
  const secrets = Array.from({ length: 8 }, (_, index) => index);
  let [small, told] = [0, 0];
  for (let repeat = 0; repeat < 14; repeat += 1) {
    const draw = (): number => Math.floor(16 * random.uniform() * random.uniform());
    const values = [
      [draw(), draw(), draw()],
      [draw(), draw(), draw()],
    ];
    const table = crossed(values);
    const { hidden } = protect(keyed(table, 0));
    // Four free cells are as many as can be tried in a moment.
    if ([...hidden].filter((position) => position < 6).length > 4) continue;
    const possible = [...worldsOf(values, hidden)].filter((world) =>
      secrets.some((secret) => same(protect(keyed(crossed(world), secret)).hidden, hidden)),
    );
    for (const [position, { protect: range }] of table.cells.entries()) {
      if (!range) continue;
      small += 1;
      if (new Set(possible.map((world) => crossed(world).cells[position]!.value)).size === 1) told += 1;
    }
  }
  expect(small).toBeGreaterThan(20);
  expect(told / small).toBeLessThan(0.05);
}, 30_000);
