import { extractFields, type ExtractField, type ExtractKind, type ExtractMapping } from '#contract/intake/extracts';
import type { UnitId } from '#contract/ground/ids';
import { fold } from '../imports/aliases.ts';
import { guessDateOrder } from '../imports/dates.ts';
import { headerWords } from './aliases.ts';

function fieldsOf(kind: ExtractKind): readonly ExtractField[] {
  const { required, optional } = extractFields[kind];
  return [...required, ...optional];
}

/** The field of this kind that each column's name means; the first column of a name has it. */
export function columnsByName(kind: ExtractKind, header: readonly string[]): ExtractMapping['columns'] {
  const columns: ExtractMapping['columns'] = {};
  for (const [column, name] of header.entries()) {
    const folded = fold(name);
    const field = fieldsOf(kind).find((each) => headerWords[each].includes(folded));
    if (field !== undefined && columns[field] === undefined) columns[field] = column;
  }
  return columns;
}

/** A line above the names of the columns, which are two at least: the marking of a list that Vigie exported, for one. */
export function isTitle(cells: readonly string[]): boolean {
  return cells.filter((each) => each.trim() !== '').length < 2;
}

const dateFields = ['openedOn', 'concludedOn', 'arrestedOn', 'laidOn', 'disposedOn', 'clearedOn'] as const;

export function suggestMapping(
  kind: ExtractKind,
  header: readonly string[],
  rows: readonly (readonly string[])[],
  unitIds: readonly UnitId[],
): ExtractMapping {
  const columns = columnsByName(kind, header);
  const dates = dateFields.flatMap((field) => {
    const column = columns[field];
    return column === undefined ? [] : rows.map((cells) => cells[column] ?? '');
  });
  return { columns, dateOrder: guessDateOrder(dates), unitId: unitIds.length === 1 ? (unitIds[0] ?? null) : null };
}
