export interface Place {
  readonly row: number;
  readonly column: number;
}

export interface PlacedText {
  readonly place: Place;
  readonly text: string;
}

/** A rectangle of cells: where the selection began and where it has come to. */
export interface Range {
  readonly from: Place;
  readonly to: Place;
}

export function isInside({ from, to }: Range, { row, column }: Place): boolean {
  return (
    row >= Math.min(from.row, to.row) &&
    row <= Math.max(from.row, to.row) &&
    column >= Math.min(from.column, to.column) &&
    column <= Math.max(from.column, to.column)
  );
}

/** The texts of a rectangle, row by row. */
export function textsIn(range: Range, textAt: (place: Place) => string): readonly (readonly string[])[] {
  const span = (a: number, b: number): readonly number[] =>
    Array.from({ length: Math.abs(a - b) + 1 }, (_, index) => Math.min(a, b) + index);
  return span(range.from.row, range.to.row).map((row) =>
    span(range.from.column, range.to.column).map((column) => textAt({ row, column })),
  );
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The rectangle after Shift and an arrow, kept inside the grid; null where the key is another. */
export function extended(range: Range, key: string, rows: number, columns: number): Range | null {
  const step = steps[key];
  if (step === undefined) return null;
  const inside = (value: number, count: number): number => Math.min(count - 1, Math.max(0, value));
  const [down, across] = step;
  return {
    ...range,
    to: { row: inside(range.to.row + down, rows), column: inside(range.to.column + across, columns) },
  };
}

/** The cells of a pasted block that is pasted from a place on. A blank in it leaves the cell as it is: blank is never zero, and never an erasure. */
export function spread(block: readonly (readonly string[])[], from: Place, rows: number, columns: number) {
  const cells = block.flatMap((line, down) =>
    line.map((text, across) => ({ place: { row: from.row + down, column: from.column + across }, text: text.trim() })),
  );
  const inside = cells.filter(({ place }) => place.row < rows && place.column < columns);
  return { cells: inside.filter(({ text }) => text !== ''), outside: cells.length - inside.length };
}
