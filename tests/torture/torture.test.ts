import { existsSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { builtStore } from '../support/storeProcess.ts';
import { flippedBytes } from './flippedBytes.ts';
import { kills } from './kills.ts';
import { canTrace, powerCuts } from './powerCuts.ts';
import { chanceOf, type Outcome } from './promise.ts';

const isWhole = process.env['VIGIE_TORTURE'] !== undefined;
const seed = Number(process.env['VIGIE_SEED'] ?? 1);
const promises = [kills, powerCuts, flippedBytes];
/** Names why a promise cannot be tried here; it is then listed as not run. */
const missing = (name: string): string | null =>
  !existsSync(builtStore)
    ? 'dist/main/store.cjs is not built'
    : name === powerCuts.name && !canTrace
      ? 'strace is not installed'
      : null;
const lines: string[] = [];

it.for(promises)('$name', { timeout: 3_600_000 }, async ({ name, promise, few, many, tryIt }, { skip }) => {
  const reason = missing(name);
  if (reason !== null) skip(reason);
  const { tried, kept, lost }: Outcome = await tryIt(isWhole ? many : few, chanceOf(seed));
  lines.push(`${promise}: tried ${String(tried)}, kept ${String(kept)}, lost ${String(lost.length)}`);
  expect(lost).toEqual([]);
  expect(tried).toBeGreaterThan(0);
  expect(kept).toBe(tried);
});

afterAll(() => {
  process.stdout.write(`\nSeed ${String(seed)}\n${lines.join('\n')}\n`);
});
