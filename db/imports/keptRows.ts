import { verdict, verdictReason, type Verdict, type VerdictReason } from '#contract/imports';
import { must } from '../kernel/assert.ts';

export interface KeptRow {
  readonly line: number;
  readonly verdict: Verdict;
  readonly reasons: readonly VerdictReason[];
  readonly cells: readonly string[];
}

const chunkSize = 1000;

interface Chunk {
  /** The cells of the chunk's rows, as JSON in UTF-8: outside the heap and about as large as the file. */
  readonly cells: Buffer;
  readonly lines: Uint32Array;
  /** Changed where the transaction that writes finds a number that came to be held after the preview. */
  readonly verdicts: Uint8Array;
  readonly reasons: Uint32Array;
}

/** The rows of a preview, kept compactly in chunks so that a file of many rows does not become millions of objects. */
export class KeptRows {
  private readonly chunks: Chunk[] = [];
  private waiting: KeptRow[] = [];
  private count = 0;

  get size(): number {
    return this.count;
  }

  add(row: KeptRow): void {
    this.waiting.push(row);
    this.count += 1;
    if (this.waiting.length === chunkSize) this.pack();
  }

  /** To be called once after the last `add`. */
  pack(): void {
    const rows = this.waiting;
    if (rows.length === 0) return;
    this.chunks.push({
      cells: Buffer.from(JSON.stringify(rows.map((row) => row.cells))),
      lines: Uint32Array.from(rows, (row) => row.line),
      verdicts: Uint8Array.from(rows, (row) => verdictCode(row.verdict)),
      reasons: Uint32Array.from(rows, (row) => reasonBits(row.reasons)),
    });
    this.waiting = [];
  }

  judge(index: number, judged: Pick<KeptRow, 'verdict' | 'reasons'>): void {
    const chunk = this.chunkOf(index);
    chunk.verdicts[index % chunkSize] = verdictCode(judged.verdict);
    chunk.reasons[index % chunkSize] = reasonBits(judged.reasons);
  }

  verdictOf(index: number): Verdict {
    return verdictAt(this.chunkOf(index), index % chunkSize);
  }

  /** Rows in the file's order in pieces of a thousand, so that the caller can let others run between them. */
  *pieces(): Generator<{ readonly first: number; readonly rows: readonly KeptRow[] }> {
    for (const [position, chunk] of this.chunks.entries()) {
      const cells = JSON.parse(chunk.cells.toString()) as string[][];
      const rows = cells.map((each, index) => rowAt(chunk, index, each));
      yield { first: position * chunkSize, rows };
    }
  }

  /** A window on the rows of one verdict. Only the chunks that hold the window are decoded. */
  window(wanted: Verdict, offset: number, size: number): { readonly rows: readonly KeptRow[]; readonly total: number } {
    const code = verdictCode(wanted);
    const rows: KeptRow[] = [];
    let total = 0;
    for (const chunk of this.chunks) {
      let cells: string[][] | null = null;
      for (const [index, each] of chunk.verdicts.entries()) {
        if (each !== code) continue;
        if (total >= offset && rows.length < size) {
          cells ??= JSON.parse(chunk.cells.toString()) as string[][];
          rows.push(rowAt(chunk, index, cells[index] ?? []));
        }
        total += 1;
      }
    }
    return { rows, total };
  }

  tally(): Tally {
    const counts = { new: 0, duplicate: 0, conflict: 0, invalid: 0 };
    const reasons: Partial<Record<VerdictReason, number>> = {};
    for (const chunk of this.chunks) {
      for (const index of chunk.verdicts.keys()) {
        counts[verdictAt(chunk, index)] += 1;
        for (const reason of reasonsAt(chunk, index)) reasons[reason] = (reasons[reason] ?? 0) + 1;
      }
    }
    return { counts, reasons };
  }

  private chunkOf(index: number): Chunk {
    return must(this.chunks[Math.floor(index / chunkSize)], 'a row is named by the place at which it was added');
  }
}

export interface Tally {
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly reasons: Readonly<Partial<Record<VerdictReason, number>>>;
}

function verdictCode(value: Verdict): number {
  return verdict.options.indexOf(value);
}

function reasonBits(reasons: readonly VerdictReason[]): number {
  return reasons.reduce((bits, each) => bits | (1 << verdictReason.options.indexOf(each)), 0);
}

function verdictAt(chunk: Chunk, index: number): Verdict {
  return must(verdict.options[chunk.verdicts[index] ?? -1], 'a verdict is kept by its place in the list');
}

function reasonsAt(chunk: Chunk, index: number): readonly VerdictReason[] {
  const bits = chunk.reasons[index] ?? 0;
  return bits === 0 ? [] : verdictReason.options.filter((_, place) => (bits & (1 << place)) !== 0);
}

function rowAt(chunk: Chunk, index: number, cells: readonly string[]): KeptRow {
  return {
    line: chunk.lines[index] ?? 0,
    verdict: verdictAt(chunk, index),
    reasons: reasonsAt(chunk, index),
    cells,
  };
}
