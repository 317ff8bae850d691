import { lineKey } from '../../documents/tables/lineKey.ts';
import type { TableRow } from '../../documents/tables/types.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { lookingAhead, type SeenRow } from './lookingAhead.ts';

interface Names {
  readonly isNames: true;
  readonly names: readonly string[];
  readonly sheet: string | null;
  /** The lines above them. */
  readonly titles: readonly (readonly string[])[];
}

/** The names of a table's columns, on each of its sheets, or a line below them. */
type Below = Names | ({ readonly isNames: false } & SeenRow);

/**
 * The lines from the names of the columns on. Each further sheet has lines of its own above them: on the first sheet they are found by
 * their place, on the others by what they say.
 */
export async function* belowNames(rows: AsyncIterable<TableRow>, headerRow = 0): AsyncGenerator<Below> {
  let key: string | null = null;
  let sheet: string | null = null;
  let titles: (readonly string[])[] = [];
  let isFound = false;
  const requireFound = (): void => {
    if (key !== null && !isFound) throw new StoreFailure('invalid_input', 'not_a_workbook', 'sheet');
  };
  for await (const { row, ahead } of lookingAhead(rows)) {
    const own = row.sheet ?? null;
    if (own !== sheet) {
      requireFound();
      sheet = own;
      isFound = false;
      titles = [];
    }
    if (isFound) {
      yield { isNames: false, row, ahead };
      continue;
    }
    isFound = key === null ? titles.length === headerRow : lineKey(row.cells) === key;
    if (isFound) {
      key ??= lineKey(row.cells);
      yield { isNames: true, names: row.cells, sheet, titles };
    } else titles.push(row.cells);
  }
  requireFound();
}
