import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect } from 'vitest';
import type { UnitId } from '#contract/ground/ids';
import { readRegister } from '../../../support/importRegister.ts';
import { today } from '../../../support/store.ts';
import { grantOf, newJob, officerOfUnits } from './support.ts';
import { it, test } from '../../../support/fixtures/store.ts';

let unitIds: Readonly<Record<'U01' | 'U02', UnitId>>;
beforeEach(async () => {
  unitIds = await officerOfUnits(test, { U01: 'East', U02: 'West' });
});

it.each([
  ['en', ',', 'Received on'],
  ['fr', ';', 'Reçu le'],
] as const)('a sample file comes in whole, with nothing changed by hand (%s)', async (locale, separator, heading) => {
  const path = join(test.parent, 'sample.csv');
  const file = grantOf(test, path);
  await test.call('imports.saveSample', { file, locale });
  const text = readFileSync(path, 'utf8');
  expect(text.startsWith(`\u{feff}${heading}${separator}`)).toBe(true);
  const { inspected, preview } = await readRegister(test, file);
  expect(inspected.reading).toMatchObject({ kind: 'csv', encoding: 'utf-8', separator });
  expect(preview).toMatchObject({ rows: 10, counts: { new: 10, duplicate: 0, conflict: 0, invalid: 0 } });
  await test.call('imports.apply', { previewId: preview.previewId, jobId: newJob() });
  const stored = test.store
    .requireUnlocked()
    .raw.prepare(
      'SELECT unit_id AS unit, source, state, received_on AS day, priority_received AS priority FROM referral',
    )
    .all() as { unit: UnitId; source: string; state: string; day: string; priority: string | null }[];
  expect(new Set(stored.map(({ unit }) => unit))).toEqual(new Set([unitIds.U01, unitIds.U02]));
  expect(new Set(stored.map(({ source }) => source)).size).toBeGreaterThan(4);
  expect(new Set(stored.map(({ state }) => state))).toEqual(
    new Set(['received', 'concluded', 'not_viable', 'information_only', 'transferred_out']),
  );
  expect(stored.every(({ day }) => day <= today)).toBe(true);
  expect(stored.filter(({ priority }) => priority === '1')).toHaveLength(1);
});
