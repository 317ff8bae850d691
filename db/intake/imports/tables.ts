import { importField, type ImportField } from '#contract/intake/imports';
import { fold } from './aliases.ts';
import { chooseColumns, type Columns } from './columns.ts';
import { contentOf } from './content.ts';
import { firstTable, namesOf, saidIn } from './headerLines.ts';
import type { Ahead, ReadAs } from './types.ts';

/** Of each column of the first table, where a later one has it. */
interface Order {
  readonly places: readonly (number | null)[];
  /** Cells of a whole row of the later table. */
  readonly width: number;
}

/** What the columns of a later table mean, by their names and by the rows below them. */
function columnsBelow(names: readonly string[], ahead: Ahead, { present }: ReadAs): Columns {
  const rows = firstTable(names, ahead());
  const cells = (column: number) => rows.map((each) => each[column] ?? '');
  return chooseColumns(
    names,
    names.map((_, column) => contentOf(cells(column), { ...present, units: [] })),
  );
}

/** Where a later table has each column of the first, by its name or by what it means; null where it has them in the same places. */
function orderOf(names: readonly string[], ahead: Ahead, as: ReadAs): Order | null {
  const { header } = as;
  const { columns } = as.mapping;
  const own = names.map(fold);
  if (header.every((name, column) => fold(name) === '' || own[column] === fold(name))) return null;
  const meant = columnsBelow(names, ahead, as);
  // A cell of an end may hold its state, its date or both.
  const otherHalf = (field: ImportField): number | undefined => {
    if (field !== 'conclusion' && field !== 'concludedOn') return undefined;
    const other = field === 'conclusion' ? 'concludedOn' : 'conclusion';
    return columns[other] === undefined ? meant[other] : undefined;
  };
  const fieldOf = (column: number) => importField.options.find((field) => columns[field] === column);
  const places = header.map((name, column) => {
    const folded = fold(name);
    if (folded === '' || own[column] === folded) return column;
    const place = own.indexOf(folded);
    if (place >= 0) return place;
    const field = fieldOf(column);
    return (field && (meant[field] ?? otherHalf(field))) ?? null;
  });
  const width = own.findLastIndex((name) => name !== '') + 1;
  return places.every((place, column) => place === column) ? null : { places, width };
}

/** A row of a later table in the order of the first; one that is cut short is refused as it is. */
function arranged(cells: readonly string[], order: Order | null): readonly string[] {
  if (order === null || cells.length < order.width) return cells;
  return order.places.map((place) => (place === null ? '' : (cells[place] ?? '')));
}

const keyOf = (names: readonly string[]): string => JSON.stringify(names.map(fold));

/** The tables of a register, one below another: each by the names of its columns, wherever they are repeated. */
export function tablesOf(as: ReadAs) {
  const names = namesOf(as.header);
  const known: { readonly key: string; readonly order: Order | null }[] = [{ key: keyOf(as.header), order: null }];
  let current = 0;
  const orderNow = (): Order | null => known[current]?.order ?? null;
  return {
    current: (): number => current,
    /** The first table begins, on another sheet. */
    restart: (): void => {
      current = 0;
    },
    /** Whether the table that begins has a column that is not read. */
    begin: (line: readonly string[], ahead: Ahead, isBelowRows: boolean): boolean => {
      const key = keyOf(line);
      // Right below the names of the first table it is a second line of them.
      const held = isBelowRows ? known.findIndex((each) => each.key === key) : 0;
      current = held < 0 ? known.push({ key, order: orderOf(line, ahead, as) }) - 1 : held;
      const places = orderNow()?.places ?? [];
      return (
        isBelowRows &&
        line.some((name, place) => saidIn([name]).length > 0 && !names.has(fold(name)) && !places.includes(place))
      );
    },
    arranged: (cells: readonly string[]): readonly string[] => arranged(cells, orderNow()),
  };
}

export type Tables = ReturnType<typeof tablesOf>;
