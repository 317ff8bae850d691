import type { UnitId } from '#contract/ground/ids';
import type { ImportMapping } from '#contract/intake/imports';
import { chooseColumns, withOwnNumber } from './columns.ts';
import { contentOf } from './content.ts';
import { guessDateOrder } from './dates.ts';
import type { KnownUnit } from './proposals.ts';
import type { Present } from './types.ts';

export interface Surroundings {
  readonly unitIds: readonly UnitId[];
  readonly units: readonly KnownUnit[];
  readonly present: Present;
}

/** What can be proposed from the names and the first rows. A person with one unit imports for it. */
export function suggestMapping(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  { unitIds, units, present }: Surroundings,
): ImportMapping {
  const contents = header.map((_, column) =>
    contentOf(
      rows.map((cells) => cells[column] ?? ''),
      { ...present, units },
    ),
  );
  const columns = withOwnNumber(chooseColumns(header, contents), header, contents);
  const dates = [columns.receivedOn, columns.concludedOn].flatMap((column) =>
    column === undefined ? [] : rows.map((cells) => cells[column] ?? ''),
  );
  return {
    columns,
    dateOrder: guessDateOrder(dates),
    unitId: unitIds.length === 1 ? (unitIds[0] ?? null) : null,
    sourceDefault: null,
  };
}
