export type { Measured } from './importBench.ts';

/** Milliseconds of each run, sorted; `quantile(times, .95)` is what 19 of 20 runs stay under. */
export async function timed(runs: number, work: (run: number) => unknown): Promise<readonly number[]> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const began = performance.now();
    await work(run);
    times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b);
}

export function quantile(sorted: readonly number[], level: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(level * sorted.length))] ?? Number.NaN;
}
