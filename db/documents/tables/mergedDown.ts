import { rangeOf, type CellRange } from '../workbook/sheetCells.ts';
import type { TableRow } from './types.ts';

interface Given {
  readonly last: number;
  readonly text: string;
}

function withTexts(cells: readonly string[], given: ReadonlyMap<number, Given>): readonly string[] {
  const filled = [...cells];
  for (const [column, { text }] of given) {
    if ((filled[column - 1] ?? '').trim() !== '') continue;
    while (filled.length < column - 1) filled.push('');
    filled[column - 1] = text;
  }
  return filled;
}

/**
 * The merged cells of a sheet that go over several lines: what the first says, a person sees on each of them. A line that holds nothing of its
 * own is none, so that a title or a whole row over two lines comes once.
 */
export class MergedDown {
  private readonly ranges: CellRange[] = [];

  add(text: string): void {
    const range = rangeOf(text);
    if (range && range.last.row > range.first.row) this.ranges.push(range);
  }

  /** The rows in the order of their lines, with what merged cells give them. */
  carried(rows: readonly TableRow[]): readonly TableRow[] {
    if (this.ranges.length === 0) return rows;
    const waiting = this.ranges.toSorted((a, b) => b.first.row - a.first.row);
    // One range at a time in a column: however many a file claims, a row costs no more than its columns.
    const given = new Map<number, Given>();
    return rows.map(({ cells: own, ...row }) => {
      for (const [column, { last }] of given) if (row.line > last) given.delete(column);
      const cells = withTexts(own, given);
      for (let next = waiting.at(-1); next && next.first.row <= row.line; next = waiting.at(-1)) {
        waiting.pop();
        const { first, last } = next;
        const text = first.row === row.line ? (own[first.column - 1] ?? '') : '';
        if (text.trim() !== '') given.set(first.column, { last: last.row, text });
      }
      return { ...row, cells };
    });
  }
}
