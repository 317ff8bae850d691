import { quantile } from '../bench/measure.ts';

/** What the desks asked, how long each answer took, and what they were answered. */
export class LoadRecord {
  readonly #times = new Map<string, number[]>();
  /** Confirmed writes, and those of which a desk that was killed never heard, by person and method. */
  readonly confirmed = new Map<string, number>();
  readonly unknown = new Map<string, number>();
  /** Texts that were confirmed, each written once. */
  readonly texts: string[] = [];
  readonly faults: string[] = [];
  refused = 0;
  away = 0;

  took(method: string, milliseconds: number): void {
    const times = this.#times.get(method) ?? [];
    this.#times.set(method, times);
    times.push(milliseconds);
  }

  count(counts: Map<string, number>, key: string): void {
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }

  get calls(): number {
    return this.#all().length;
  }

  /** Of all calls, in milliseconds. */
  quantile(level: number): number {
    return quantile(this.#all(), level);
  }

  #all(): readonly number[] {
    return [...this.#times.values()].flat().sort((a, b) => a - b);
  }

  /** By method: how often, and the median, the 95th of a hundred and the longest in milliseconds. */
  table(): readonly (readonly [method: string, calls: number, median: number, p95: number, longest: number])[] {
    return [...this.#times].sort().map(([method, times]) => {
      const sorted = times.toSorted((a, b) => a - b);
      return [method, sorted.length, quantile(sorted, 0.5), quantile(sorted, 0.95), quantile(sorted, 1)];
    });
  }
}
