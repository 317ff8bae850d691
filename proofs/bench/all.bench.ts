import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { benchAudit } from './auditBench.ts';
import { benchChecks } from './checksBench.ts';
import { benchImport } from './importBench.ts';
import type { Measured } from './measure.ts';
import { benchMethod } from './methodBench.ts';
import { benchReturn } from './returnBench.ts';
import { benchStart } from './startBench.ts';
import { benchStore } from './storeBench.ts';
import { benchWorkbook } from './workbookBench.ts';

const format = (value: number | null): string => (value === null ? '' : value.toFixed(value < 10 ? 2 : 1));

function line({ name, value, unit, beside, ratio }: Measured): string {
  return `${name.padEnd(90)} ${format(value).padStart(9)} ${unit.padEnd(3)} ${format(beside).padStart(9)} ${format(ratio).padStart(7)}`;
}

const parts = [benchStart, benchMethod, benchChecks, benchReturn, benchAudit, benchImport, benchWorkbook, benchStore];

it('measures', async () => {
  process.stdout.write(
    `\n${'what'.padEnd(90)} ${'figure'.padStart(13)} ${'beside'.padStart(9)} ${'ratio'.padStart(7)}\n`,
  );
  const measured: Measured[] = [];
  for (const part of parts) {
    const figures = await part();
    // Each part as it ends: one that fails leaves the figures of those before it.
    for (const each of figures) process.stdout.write(`${line(each)}\n`);
    measured.push(...figures);
  }
  const folder = resolve(import.meta.dirname, '../../bench-output');
  mkdirSync(folder, { recursive: true });
  writeFileSync(resolve(folder, 'bench.json'), `${JSON.stringify(measured, null, 2)}\n`);
  expect(measured.every((each) => Number.isFinite(each.value))).toBe(true);
});
