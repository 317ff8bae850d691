import type { TableRow } from '../../documents/tables/types.ts';

/** Lines below the names of a later table from which its columns can be seen. */
const most = 60;

/** Each line of a file with a look at those that follow it. */
export async function* lookingAhead(
  records: AsyncIterable<TableRow>,
): AsyncGenerator<{ readonly record: TableRow; readonly ahead: () => readonly (readonly string[])[] }> {
  const waiting: TableRow[] = [];
  const ahead = () => waiting.map(({ cells }) => cells);
  for await (const record of records) {
    waiting.push(record);
    if (waiting.length <= most) continue;
    const next = waiting.shift();
    if (next !== undefined) yield { record: next, ahead };
  }
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) yield { record: next, ahead };
}
