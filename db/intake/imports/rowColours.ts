interface Found {
  rows: number;
  /** Rows whose next row above has the colour too. */
  below: number;
}

/** Counts the rows that a colour sets apart: people mark with it what no column says, and no colour is read. */
export class RowColours {
  private rows = 0;
  private before: readonly string[] = [];
  private readonly found = new Map<string, Found>();
  /** How many rows have these colours together. */
  private readonly together = new Map<string, { readonly colours: readonly string[]; rows: number }>();

  add(colours: readonly string[] = []): void {
    this.rows += 1;
    for (const colour of colours) {
      const { rows, below } = this.found.get(colour) ?? { rows: 0, below: 0 };
      this.found.set(colour, { rows: rows + 1, below: below + (this.before.includes(colour) ? 1 : 0) });
    }
    this.before = colours;
    const key = colours.join(' ');
    const same = this.together.get(key);
    if (same) same.rows += 1;
    else this.together.set(key, { colours, rows: 1 });
  }

  marked(): number {
    let marked = 0;
    for (const { colours, rows } of this.together.values())
      if (colours.some((colour) => this.isMark(colour))) marked += rows;
    return marked;
  }

  /** Fewer than half of the rows have it, and it is no band of every second row. */
  private isMark(colour: string): boolean {
    const { rows, below } = this.found.get(colour) ?? { rows: 0, below: 0 };
    const isBand = rows * 3 >= this.rows && below * 10 < rows;
    return rows * 2 < this.rows && !isBand;
  }
}
