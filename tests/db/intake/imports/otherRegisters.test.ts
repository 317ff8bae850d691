import { afterEach, describe, expect, it } from 'vitest';
import { furtherRegister, furtherUnits } from '../../../support/furtherRegisters/habits.ts';
import { keptBy, otherRegister } from '../../../support/otherRegisters.ts';
import { must } from '../../../../db/ground/kernel/assert.ts';
import { judge } from '../../../support/otherRegisters/judge.ts';
import type { OtherRegister } from '../../../support/otherRegisters/kinds.ts';
import { readBack } from '../../../support/otherRegisters/readBack.ts';
import { countsOf, report } from '../../../support/otherRegisters/report.ts';
import { copiesOfUnit, copyOfUnit, type TestStore } from '../../../support/store.ts';
import { isWhole } from '../../../support/whole.ts';

/** What the import of a register of another unit is to reach: the share of rows that are right by value, and rows that are wrong without a note. */
const goal = { right: 0.99, silent: 0 };

interface Kept {
  readonly make: (seed: number) => OtherRegister;
  /** As measured over many seeds: the share that is right by value, and rows that are silently wrong or lost. */
  readonly floor: { readonly right: number; readonly silent: number };
}

/** Of the further ones, an abbreviation that nobody but the unit knows is asked for; beside a state, in one cell, its day may be that of any. */
const furtherFloors = {
  coast: { right: 0.95, silent: 0 },
  rive: { right: 0.98, silent: 0 },
  notes: { right: 0.93, silent: 2 },
} as const;

const kept: Readonly<Record<string, Kept>> = Object.fromEntries([
  ...keptBy.map((unit) => [unit, { make: (seed: number) => otherRegister(unit, seed), floor: goal }] as const),
  ...furtherUnits.map(
    (unit) => [unit, { make: (seed: number) => furtherRegister(unit, seed), floor: furtherFloors[unit] }] as const,
  ),
]);

const seeds = isWhole ? [2026, 1867, 1534] : [2026];

const copyOfTwo = copiesOfUnit(async ({ test, unitId, userId }) => {
  await test.signInAs('admin');
  const name = { en: 'Unit U02', fr: 'Unité U02' };
  const { id } = await test.call('units.save', { code: 'U02', name, service: 'Service', active: true });
  await test.call('users.grant', { userId, version: 1, roles: ['investigator', 'supervisor'], unitIds: [unitId, id] });
  return { secondId: id };
});

let test: TestStore;
afterEach(() => {
  test.dispose();
});

async function storeFor(units: number): Promise<ReadonlyMap<string, string>> {
  if (units === 1) {
    const one = await copyOfUnit();
    test = one.test;
    return new Map([[one.unitId, 'U01']]);
  }
  const two = await copyOfTwo();
  test = two.test;
  return new Map<string, string>([
    [two.unitId, 'U01'],
    [two.secondId, 'U02'],
  ]);
}

async function measure(unit: string, seed: number, isByHand: boolean): Promise<void> {
  const { make, floor } = must(kept[unit], 'every unit is kept');
  const register = make(seed);
  const codes = await storeFor(register.units.length);
  const read = await readBack(test, register.text, isByHand ? register.byHand : {});
  const judged = judge(register, read, codes);
  const counts = countsOf(judged);
  const text = report(register, read, judged);
  const shown = isWhole ? text : text.slice(0, text.indexOf('\n'));
  process.stdout.write(`${isByHand ? 'Columns chosen' : 'As read'}, seed ${String(seed)}: ${shown}\n`);
  expect(read.imported).toBe([...read.rows.values()].filter(({ verdict }) => verdict === 'new').length);
  expect(counts.right / register.rows.length, text).toBeGreaterThanOrEqual(floor.right);
  expect(counts.silent + counts.lost, text).toBeLessThanOrEqual(floor.silent);
}

describe.each(seeds)('registers of other units, seed %i', (seed) => {
  it.each(Object.keys(kept))('reads that of the %s unit with nothing changed by hand', async (unit) => {
    await measure(unit, seed, false);
  });

  it.each(Object.keys(kept))('reads that of the %s unit with its columns chosen', async (unit) => {
    await measure(unit, seed, true);
  });
});
