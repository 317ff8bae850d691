import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hideFromTotals, hideSmall } from '../../../../db/reporting/suppression/hide.ts';
import { smallCount, type Cell, type Table } from '../../../../db/reporting/suppression/table.ts';
import { attack } from './attack.ts';

/** Rows and columns with their totals, all to be published; the totals of the rows known already where asked. */
function crossed(values: readonly (readonly number[])[], areTotalsKnown: boolean): Table {
  const cells: Cell[] = [];
  const add = (id: string, value: number, isKnown = false): number =>
    cells.push({
      ...{ id, value, lower: 0, cost: 1, state: isKnown ? 'published' : 'open' },
      protect: isKnown ? null : smallCount(value),
    }) - 1;
  const inner = values.map((row, r) => row.map((value, c) => add(`${r} ${c}`, value)));
  const total = (id: string, parts: readonly number[], isKnown: boolean) => {
    const whole = add(
      id,
      parts.reduce((sum, part) => sum + cells[part]!.value, 0),
      isKnown,
    );
    return [[whole, -1] as const, ...parts.map((part) => [part, 1] as const)];
  };
  const rows = inner.map((row, r) => total(`row ${r}`, row, areTotalsKnown));
  const columns = inner[0]!.map((_, c) =>
    total(
      `column ${c}`,
      inner.map((row) => row[c]!),
      areTotalsKnown,
    ),
  );
  return { cells, relations: [...rows, ...columns] };
}

describe('what is hidden', () => {
  it('keeps every small count from an attacker who solves for it, or is refused whole', () => {
    const row = fc.array(fc.nat(9), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 3, maxLength: 4 }), fc.boolean(), (values, areTotalsKnown) => {
        const table = crossed(values, areTotalsKnown);
        const hidden = areTotalsKnown ? hideFromTotals(table) : hideSmall(table);
        if (hidden === null) {
          expect(areTotalsKnown).toBe(true);
          return;
        }
        const { rangeOf } = attack(table, hidden);
        for (const [position, { protect }] of table.cells.entries()) {
          if (protect === null) continue;
          const [low, high] = rangeOf(position);
          // Totals that are known already may leave less than the whole range, and never one value alone.
          expect(high).toBeGreaterThan(low);
          if (!areTotalsKnown) expect([low <= protect[0], high >= protect[1]]).toEqual([true, true]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is refused where no other table fits the totals that are known already', () => {
    expect(hideFromTotals(crossed([[3]], true))).toBeNull();
  });
});
