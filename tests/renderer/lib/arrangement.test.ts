import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { arranged, boundedWidth, moved, withColumn, type Arrangement } from '../../../renderer/lib/arrangement.ts';
import { pastedCell, rowsAsText } from '../../../renderer/lib/useCopyRows.ts';

const columns = [
  { id: 'a', width: 80, max: 120 },
  { id: 'b', width: 90 },
  { id: 'c', width: 100, max: 'rest' as const },
];
const orderOf = (held: Arrangement) => arranged(columns, held).map(({ id }) => id);

describe('the columns of a list', () => {
  it('stand as the list brings them until they are arranged', () => {
    expect(arranged(columns, null)).toBe(columns);
  });

  it('move one place at a time and no further than the ends', () => {
    const once = moved(columns, null, 'c', -1);
    expect(orderOf(once)).toEqual(['a', 'c', 'b']);
    expect(orderOf(moved(columns, once, 'c', -1))).toEqual(['c', 'a', 'b']);
    expect(moved(columns, once, 'b', 1)).toBe(once);
    expect(moved(columns, null, 'a', -1)).toBeNull();
    expect(moved(columns, null, 'none', 1)).toBeNull();
  });

  it('keep the width that they were given and grow no more', () => {
    const [first] = arranged(columns, withColumn(columns, null, 'a', { width: 200 }));
    expect(first).toEqual({ id: 'a', width: 200, max: 200, isShown: null });
    expect([boundedWidth(3), boundedWidth(99.6), boundedWidth(9999)]).toEqual([40, 100, 1200]);
  });

  it('are all there whatever was kept: one that is new comes last, one that is gone is passed over', () => {
    const kept = [
      { id: 'gone', isShown: true, width: null },
      { id: 'c', isShown: false, width: null },
    ];
    expect(orderOf(kept)).toEqual(['c', 'a', 'b']);
    const steps = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(1 as const, -1 as const)));
    fc.assert(
      fc.property(steps, (all) => {
        const last = all.reduce<Arrangement>((held, [id, by]) => moved(columns, held, id, by), null);
        expect(orderOf(last).toSorted()).toEqual(['a', 'b', 'c']);
      }),
    );
  });
});

describe('rows on the clipboard', () => {
  it('are a table with headings that a spreadsheet takes and runs nothing of', () => {
    const wanted = [
      { id: 'n', header: 'Number', text: (row: { n: string; t: string }) => row.n },
      { id: 't', header: 'Text', text: (row: { n: string; t: string }) => row.t },
    ];
    const rows = [
      { n: '1', t: '=1+1' },
      { n: '2', t: 'two\tcells\r\nin one' },
    ];
    expect(rowsAsText(wanted, rows)).toBe("Number\tText\r\n1\t'=1+1\r\n2\ttwo cells in one");
    expect(pastedCell('\t=1')).toBe(' =1');
  });
});
