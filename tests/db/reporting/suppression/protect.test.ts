import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attack } from './attack.ts';
import { protect } from '../../../../db/reporting/suppression/protect.ts';
import type { Table } from '../../../../db/reporting/suppression/table.ts';
import { libraryRange, mayBe, publish } from './attackers.ts';
import { crossed, cube, ledger, TableBuilder } from './tables.ts';

/** Counts as units have them: many zeros, many small, some large. */
const count = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 25 }));
const matrix = (rows: number, columns: number) =>
  fc.array(fc.array(count, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows });
const anyCrossed = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
  .chain(([rows, columns]) => matrix(rows, columns))
  .map(crossed);
const anyCube = fc.array(matrix(2, 3), { minLength: 2, maxLength: 3 }).map(cube);
const anyLedger = fc
  .array(
    fc.record({
      opening: fc.integer({ min: 0, max: 60 }),
      flows: fc.array(count, { minLength: 4, maxLength: 4 }),
      correction: fc.integer({ min: -8, max: 8 }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map(ledger);
const anyTable = fc.oneof(anyCrossed, anyCube, anyLedger);

function eachSecret(table: Table, hidden: ReadonlySet<number>): readonly number[] {
  return [...table.cells.keys()].filter(
    (position) => table.cells[position]!.state === 'withheld' || hidden.has(position),
  );
}

describe('a protected table', () => {
  it('publishes no small count, and of the others leaves most', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const { hidden, unprotected } = protect(table);
        expect(unprotected).toEqual([]);
        for (const [position, cell] of table.cells.entries())
          if (cell.protect && cell.state === 'open') expect(hidden.has(position)).toBe(true);
        for (const position of hidden) expect(table.cells[position]!.state).toBe('open');
      }),
      { numRuns: 300 },
    );
  });

  it('lets a hidden cell stand at both ends of its range, for whoever tries every table', () => {
    fc.assert(
      fc.property(fc.oneof(matrix(2, 3), matrix(3, 3), matrix(1, 4)), (values) => {
        const table = crossed(values);
        const { hidden } = protect(table);
        const published = publish(table, hidden);
        for (const position of hidden) {
          const { protect: range, value } = table.cells[position]!;
          if (range) for (const end of range) expect(mayBe(published, position, end, 140), `${end}`).toBe(true);
          else
            expect([-4, -3, -2, -1, 1, 2, 3, 4].some((by) => mayBe(published, position, value + by, 140))).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('gives no bound inside a range to another solver, whatever the table', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const { hidden } = protect(table);
        const published = publish(table, hidden);
        for (const position of eachSecret(table, hidden)) {
          const { protect: range } = table.cells[position]!;
          const [low, high] = libraryRange(published, position);
          if (range) expect([low <= range[0], high >= range[1]]).toEqual([true, true]);
          else expect(high).toBeGreaterThan(low);
        }
      }),
      { numRuns: 80 },
    );
  });

  it('hides a complement only where it is needed', () => {
    // One small count in a row and a column: a rectangle of four cells is the least that protects it.
    const { hidden } = protect(
      crossed([
        [3, 20, 30],
        [40, 50, 60],
        [70, 80, 90],
      ]),
    );
    expect(hidden.size).toBe(4);
    // Two that protect each other: nothing more.
    expect(
      protect(
        crossed([
          [2, 3, 30],
          [3, 2, 60],
          [70, 80, 90],
        ]),
      ).hidden.size,
    ).toBe(4);
    expect(
      protect(
        crossed([
          [0, 20],
          [30, 40],
        ]),
      ).hidden.size,
    ).toBe(0);
  });

  it('does not lean on two small counts that add up to too little', () => {
    // 1 + 1 published as 2 would leave 0, 1 and 2 alone.
    const builder = new TableBuilder();
    builder.total(
      'all',
      ['a', 'b', 'c'].map((id, index) => builder.cell(id, [1, 1, 40][index]!)),
      { cost: 20 },
    );
    const { hidden } = protect(builder.table);
    expect([...hidden]).toEqual([0, 1, 2]);
  });

  it('is the same each time', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        expect([...protect(table).hidden]).toEqual([...protect(table).hidden]);
      }),
      { numRuns: 30 },
    );
  });

  it('keeps what earlier releases left of a range, where they told more before the cell was in a table', () => {
    const builder = new TableBuilder();
    const parts = [builder.cell('a', 2), builder.cell('b', 1), builder.cell('c', 9)];
    // What was published is that a and b are 3 together; that 12 is the sum of all is not published yet.
    builder.total('a and b', parts.slice(0, 2), { state: 'withheld' });
    builder.relations.push([
      [3, 1],
      [builder.cell('known', 3, { state: 'published' }), -1],
    ]);
    builder.total('all', parts);
    const { hidden, kept, unprotected } = protect(builder.table);
    expect([...kept]).toEqual([
      [0, [1, 3]],
      [1, [1, 3]],
      [3, [3, 3]],
    ]);
    expect([[...hidden], unprotected]).toEqual([[0, 1], []]);
  });

  it('refuses a table whose numbers do not agree', () => {
    const builder = new TableBuilder();
    builder.relations.push([
      [builder.cell('a', 5), 1],
      [builder.cell('b', 6), -1],
    ]);
    expect(() => protect(builder.table)).toThrow(RangeError);
  });
});

describe('the attack', () => {
  it('finds the bounds that another solver finds, for any cells hidden', () => {
    fc.assert(
      fc.property(anyTable, fc.infiniteStream(fc.boolean()), (table, coin) => {
        const hidden = new Set([...table.cells.keys()].filter(() => coin.next().value));
        const published = publish(table, hidden);
        const { rangeOf } = attack(table, hidden);
        for (const position of table.cells.keys()) {
          const [low, high] = rangeOf(position);
          const [expectedLow, expectedHigh] = libraryRange(published, position);
          expect(low).toBeCloseTo(expectedLow, 6);
          expect(high).toBeCloseTo(expectedHigh, 6);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('gives back a small count that was hidden alone', () => {
    const table = crossed([
      [3, 20],
      [30, 40],
    ]);
    const { rangeOf } = attack(table, new Set([0]));
    expect(rangeOf(0)).toEqual([3, 3]);
    expect(libraryRange(publish(table, new Set([0])), 0)).toEqual([3, 3]);
    expect([1, 2, 3, 4].filter((value) => mayBe(publish(table, new Set([0])), 0, value, 140))).toEqual([3]);
  });
});
