import type { ArrangedColumn } from '#contract/casework/lists';

/** How the user has arranged the columns of a list; null as the list brings them. */
export type Arrangement = readonly ArrangedColumn[] | null;

interface Arrangeable {
  readonly id: string;
  readonly width: number;
  readonly max?: number | 'rest';
  readonly isShown?: boolean | null;
}

/** The columns in the user's order and widths. One that the arrangement does not know yet comes last. */
export function arranged<C extends Arrangeable>(columns: readonly C[], arrangement: Arrangement): readonly C[] {
  if (arrangement === null) return columns;
  const byId = new Map(columns.map((column) => [column.id, column]));
  const known = new Set(arrangement.map(({ id }) => id));
  const placed = arrangement.flatMap(({ id, isShown, width }) => {
    const column = byId.get(id);
    if (column === undefined) return [];
    // What nobody has decided stays as the list brings it.
    const decided = isShown ?? column.isShown ?? null;
    if (width === null) return [{ ...column, isShown: decided }];
    // Of a width that was chosen nothing grows.
    return [{ ...column, isShown: decided, width, max: width }];
  });
  return [...placed, ...columns.filter(({ id }) => !known.has(id))];
}

function entriesOf(columns: readonly Arrangeable[], arrangement: Arrangement): ArrangedColumn[] {
  const held = new Map((arrangement ?? []).map((each) => [each.id, each]));
  return arranged(columns, arrangement).map(({ id }) => held.get(id) ?? { id, isShown: null, width: null });
}

/** The column one place earlier or later; at an end it stays. */
export function moved(columns: readonly Arrangeable[], held: Arrangement, id: string, by: -1 | 1): Arrangement {
  const entries = entriesOf(columns, held);
  const from = entries.findIndex((each) => each.id === id);
  const [entry] = from < 0 ? [] : entries.slice(from, from + 1);
  const to = from + by;
  if (entry === undefined || to < 0 || to >= entries.length) return held;
  entries.splice(from, 1);
  entries.splice(to, 0, entry);
  return entries;
}

export function withColumn(
  columns: readonly Arrangeable[],
  held: Arrangement,
  id: string,
  change: Partial<Omit<ArrangedColumn, 'id'>>,
): Arrangement {
  return entriesOf(columns, held).map((each) => (each.id === id ? { ...each, ...change } : each));
}

export const narrowest = 40;
const widest = 1200;

export function boundedWidth(width: number): number {
  return Math.round(Math.min(widest, Math.max(narrowest, width)));
}
