import type { TableRow } from '../../documents/tables/types.ts';
import type { Ahead } from './types.ts';

/** Lines below the names of a later table from which its columns can be seen. */
const most = 60;

export interface SeenRow {
  readonly row: TableRow;
  readonly ahead: Ahead;
}

/** Each line of a file with a look at those that follow it on its sheet. */
export async function* lookingAhead(rows: AsyncIterable<TableRow>): AsyncGenerator<SeenRow> {
  const waiting: TableRow[] = [];
  const seen = (row: TableRow): SeenRow => ({
    row,
    ahead: () => waiting.filter(({ sheet }) => sheet === row.sheet).map(({ cells }) => cells),
  });
  for await (const row of rows) {
    waiting.push(row);
    if (waiting.length <= most) continue;
    const next = waiting.shift();
    if (next !== undefined) yield seen(next);
  }
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) yield seen(next);
}
