import {
  smallCount,
  type Cell,
  type CellState,
  type Relation,
  type Table,
} from '../../../../db/reporting/suppression/table.ts';

interface Options {
  readonly signed?: boolean;
  readonly state?: CellState;
  readonly cost?: number;
}

/** Collects the cells and relations of a table; small counts are protected. */
export class TableBuilder {
  readonly cells: Cell[] = [];
  readonly relations: Relation[] = [];

  cell(id: string, value: number, { signed = false, state = 'open', cost = 1 }: Options = {}): number {
    const protect = state === 'published' ? null : smallCount(value);
    this.cells.push({ id, value, lower: signed ? null : 0, state, protect, cost });
    return this.cells.length - 1;
  }

  /** A cell that is the sum of others, with the relation that says so. */
  total(id: string, parts: readonly number[], options: Options = {}): number {
    const value = parts.reduce((sum, part) => sum + this.cells[part]!.value, 0);
    const total = this.cell(id, value, { cost: 6, ...options });
    this.relations.push([[total, -1], ...parts.map((part) => [part, 1] as const)]);
    return total;
  }

  get table(): Table {
    return { cells: this.cells, relations: this.relations };
  }
}

/** Rows by columns with the totals of each and of all. */
export function crossed(values: readonly (readonly number[])[]): Table {
  const builder = new TableBuilder();
  const inner = values.map((row, i) => row.map((value, j) => builder.cell(`${i},${j}`, value)));
  const rows = inner.map((row, i) => builder.total(`row ${i}`, row));
  inner[0]?.forEach((_, j) =>
    builder.total(
      `column ${j}`,
      inner.map((row) => row[j]!),
    ),
  );
  builder.total('all', rows, { cost: 12 });
  return builder.table;
}

/** Three ways of counting the same things, with every total over one or two of them. */
export function cube(values: readonly (readonly (readonly number[])[])[]): Table {
  const builder = new TableBuilder();
  const inner = values.map((plane, i) =>
    plane.map((line, j) => line.map((value, k) => builder.cell(`${i},${j},${k}`, value))),
  );
  const lines = inner.map((plane, i) => plane.map((line, j) => builder.total(`${i},${j},*`, line)));
  const backs = inner.map((plane, i) =>
    plane[0]!.map((_, k) =>
      builder.total(
        `${i},*,${k}`,
        plane.map((line) => line[k]!),
      ),
    ),
  );
  inner[0]!.forEach((plane, j) => {
    plane.forEach((_, k) =>
      builder.total(
        `*,${j},${k}`,
        inner.map((each) => each[j]![k]!),
      ),
    );
  });
  lines.forEach((plane, i) => builder.total(`${i},*,*`, plane));
  backs[0]!.forEach((_, k) =>
    builder.total(
      `*,*,${k}`,
      backs.map((plane) => plane[k]!),
    ),
  );
  return builder.table;
}

/** Units with an opening, flows in and out, a signed correction and a closing, and the totals over units of each. */
export function ledger(
  units: readonly { readonly opening: number; readonly flows: readonly number[]; readonly correction: number }[],
): Table {
  const builder = new TableBuilder();
  const rows = units.map(({ opening, flows, correction }, unit) => {
    const cells = [
      builder.cell(`${unit} opening`, opening, { cost: 3 }),
      ...flows.map((value, term) => builder.cell(`${unit} flow ${term}`, value)),
      builder.cell(`${unit} correction`, correction, { signed: true }),
    ];
    const signs = [1, ...flows.map((_, term) => (term % 2 === 0 ? 1 : -1)), 1];
    const closing = signs.reduce((sum, sign, index) => sum + sign * builder.cells[cells[index]!]!.value, 0);
    const last = builder.cell(`${unit} closing`, closing, { cost: 3, signed: closing < 0 });
    builder.relations.push([...cells.map((cell, index) => [cell, signs[index]!] as const), [last, -1]]);
    return [...cells, last];
  });
  rows[0]?.forEach((_, column) => {
    const parts = rows.map((row) => row[column]!);
    const signed = parts.some((part) => builder.cells[part]!.lower === null);
    builder.total(`total ${column}`, parts, { cost: 12, signed });
  });
  return builder.table;
}
