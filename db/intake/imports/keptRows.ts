import { verdict, verdictReason, type Verdict, type VerdictReason } from '#contract/intake/verdicts';
import { must } from '../../ground/kernel/assert.ts';

export interface KeptRow {
  readonly line: number;
  readonly verdict: Verdict;
  readonly reasons: readonly VerdictReason[];
  readonly cells: readonly string[];
}

/** What is said once for the rows below it. */
interface Group {
  /** The unit that a line above names; null where none does. */
  readonly above: string | null;
  /** Where several sheets are read in one pass. */
  readonly sheet: string | null;
}

export type GroupedRow = KeptRow & Group;

export interface AddedRow extends KeptRow {
  /** Of a new row: the day by which the rows are put in order. */
  readonly receivedOn: string | null;
}

const noGroup: Group = { above: null, sheet: null };
const chunkSize = 1000;

interface Chunk {
  /** Each row's cells as JSON in UTF-8, one after another: outside the heap and about as large as the file. */
  readonly cells: Buffer;
  /** Where each row's cells end. */
  readonly ends: Uint32Array;
  readonly lines: Uint32Array;
  /** The day received as the number 20260310; 0 where the row has none. */
  readonly days: Uint32Array;
  /** Changed where the transaction that writes finds a number recorded after the preview. */
  readonly verdicts: Uint8Array;
  readonly reasons: BigUint64Array;
}

/** The rows of a preview, kept compactly in chunks so that a file of many rows does not become millions of objects. */
export class KeptRows {
  private readonly chunks: Chunk[] = [];
  private waiting: AddedRow[] = [];
  private count = 0;
  /** Where the rows of each sheet, and below each line that names a unit, begin. */
  private readonly groups: (Group & { readonly first: number })[] = [];

  get size(): number {
    return this.count;
  }

  add(row: AddedRow): void {
    this.waiting.push(row);
    this.count += 1;
    if (this.waiting.length === chunkSize) this.pack();
  }

  /** The rows added from here on are of this sheet; no line of another names their unit. */
  beginSheet(sheet: string | null): void {
    this.groups.push({ first: this.count, above: null, sheet });
  }

  /** The rows added from here on are below a line that names this unit. */
  beginGroup(above: string): void {
    this.groups.push({ first: this.count, above, sheet: this.lastGroup().sheet });
  }

  /** To be called once after the last `add`. */
  pack(): void {
    if (this.waiting.length > 0) this.chunks.push(packed(this.waiting));
    this.waiting = [];
  }

  judge(index: number, judged: Pick<KeptRow, 'verdict' | 'reasons'>): void {
    const chunk = this.chunkOf(index);
    chunk.verdicts[index % chunkSize] = verdictCode(judged.verdict);
    chunk.reasons[index % chunkSize] = reasonBits(judged.reasons);
  }

  row(index: number): GroupedRow {
    const { above, sheet } = this.groups.findLast(({ first }) => first <= index) ?? noGroup;
    return { ...rowAt(this.chunkOf(index), index % chunkSize), above, sheet };
  }

  lastGroup(): Group {
    return this.groups.at(-1) ?? noGroup;
  }

  /**
   * The new rows' places by the day received, then as in the file. Written in this order the numbers of a year follow
   * the days, and the rows come to most indexes at their end: a file in no order is written three times as fast.
   */
  newByDay(): Uint32Array {
    const wanted = verdictCode('new');
    const days = new Uint32Array(this.count);
    const places: number[] = [];
    for (const [position, chunk] of this.chunks.entries()) {
      days.set(chunk.days, position * chunkSize);
      for (const [place, code] of chunk.verdicts.entries())
        if (code === wanted) places.push(position * chunkSize + place);
    }
    return Uint32Array.from(places).sort((a, b) => (days[a] ?? 0) - (days[b] ?? 0) || a - b);
  }

  /** A window on the rows of one verdict. */
  window(
    wanted: Verdict,
    offset: number,
    size: number,
  ): { readonly rows: readonly GroupedRow[]; readonly total: number } {
    const code = verdictCode(wanted);
    const rows: GroupedRow[] = [];
    let total = 0;
    for (const [position, chunk] of this.chunks.entries()) {
      for (const [place, each] of chunk.verdicts.entries()) {
        if (each !== code) continue;
        if (total >= offset && rows.length < size) rows.push(this.row(position * chunkSize + place));
        total += 1;
      }
    }
    return { rows, total };
  }

  tally(): Tally {
    const counts = { new: 0, duplicate: 0, conflict: 0, invalid: 0 };
    const reasons: Partial<Record<VerdictReason, number>> = {};
    for (const chunk of this.chunks) {
      for (const place of chunk.verdicts.keys()) {
        counts[verdictAt(chunk, place)] += 1;
        for (const reason of reasonsAt(chunk, place)) reasons[reason] = (reasons[reason] ?? 0) + 1;
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

function packed(rows: readonly AddedRow[]): Chunk {
  const cells = rows.map((row) => Buffer.from(JSON.stringify(row.cells)));
  let end = 0;
  return {
    cells: Buffer.concat(cells),
    ends: Uint32Array.from(cells, (each) => (end += each.length)),
    lines: Uint32Array.from(rows, (row) => row.line),
    days: Uint32Array.from(rows, (row) => Number((row.receivedOn ?? '').replaceAll('-', ''))),
    verdicts: Uint8Array.from(rows, (row) => verdictCode(row.verdict)),
    reasons: BigUint64Array.from(rows, (row) => reasonBits(row.reasons)),
  };
}

function verdictCode(value: Verdict): number {
  return verdict.options.indexOf(value);
}

function reasonBits(reasons: readonly VerdictReason[]): bigint {
  return reasons.reduce((bits, each) => bits | (1n << BigInt(verdictReason.options.indexOf(each))), 0n);
}

function verdictAt(chunk: Chunk, place: number): Verdict {
  return must(verdict.options[chunk.verdicts[place] ?? -1], 'a verdict is kept by its place in the list');
}

function reasonsAt(chunk: Chunk, place: number): readonly VerdictReason[] {
  const bits = chunk.reasons[place] ?? 0n;
  return bits === 0n ? [] : verdictReason.options.filter((_, bit) => (bits & (1n << BigInt(bit))) !== 0n);
}

function rowAt(chunk: Chunk, place: number): KeptRow {
  const start = place === 0 ? 0 : chunk.ends[place - 1];
  return {
    line: chunk.lines[place] ?? 0,
    verdict: verdictAt(chunk, place),
    reasons: reasonsAt(chunk, place),
    cells: JSON.parse(chunk.cells.toString('utf8', start, chunk.ends[place])) as string[],
  };
}
