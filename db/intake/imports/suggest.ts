import type { UnitId } from '#contract/ground/ids';
import type { ImportField, ImportMapping } from '#contract/intake/imports';
import { fieldByHeader, fold } from './aliases.ts';
import { guessDateOrder } from './dates.ts';

/** The field that each column's name stands for; the first column of a name has it. */
export function columnsByName(header: readonly string[]): Partial<Record<ImportField, number>> {
  const columns: Partial<Record<ImportField, number>> = {};
  for (const [column, name] of header.entries()) {
    const field = fieldByHeader.get(fold(name));
    if (field && columns[field] === undefined) columns[field] = column;
  }
  return columns;
}

/** What can be proposed from the names and the first rows. A person with one unit imports for it. */
export function suggestMapping(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  unitIds: readonly UnitId[],
): ImportMapping {
  const columns = columnsByName(header);
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
