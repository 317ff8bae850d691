import { afterEach, describe, expect, it } from 'vitest';
import {
  furtherUnits as keptBy,
  furtherRegister as otherRegister,
  type FurtherUnit as KeptBy,
} from '../../../support/furtherRegisters/habits.ts';
import { judge } from '../../../support/otherRegisters/judge.ts';
import { readBack } from '../../../support/otherRegisters/readBack.ts';
import { countsOf, report } from '../../../support/otherRegisters/report.ts';
import { copiesOfUnit, copyOfUnit, type TestStore } from '../../../support/store.ts';
import { isWhole } from '../../../support/whole.ts';

/** What the import of a register of another unit is to reach: the share of rows that are right by value, and rows that are wrong without a note. */
const goal = { right: 0.99, silent: 0 };

/** Rows that are right, at least, and rows that are silently wrong or lost, at most: as measured, so that neither gets worse. */
type Floor = readonly [right: number, silent: number];
const unmeasured: Floor = [0, 9999];
type Floors = Readonly<Record<KeptBy, Floor>>;

/** With nothing changed by hand, by the seed of the registers. */
const asRead: Readonly<Record<number, Floors>> = {};

/** With the line of the column names and the columns chosen on the page, which leaves what is read in the rows. */
const withColumns: Readonly<Record<number, Floors>> = {};

const seeds = isWhole ? [2026, 1867] : [2026];

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

async function measure(unit: KeptBy, seed: number, isByHand: boolean, [right, silent]: Floor): Promise<void> {
  const register = otherRegister(unit, seed);
  const codes = await storeFor(register.units.length);
  const read = await readBack(test, register.text, isByHand ? register.byHand : {});
  const judged = judge(register, read, codes);
  const counts = countsOf(judged);
  const text = report(register, read, judged);
  const shown = true ? text : text.slice(0, text.indexOf('\n'));
  const wanted = `${String(Math.ceil(goal.right * register.rows.length))} right, ${String(goal.silent)} silent`;
  process.stdout.write(`${isByHand ? 'Columns chosen' : 'As read'}, seed ${String(seed)}, goal ${wanted}: ${shown}\n`);
  expect(read.imported).toBe([...read.rows.values()].filter(({ verdict }) => verdict === 'new').length);
  expect(counts.right, text).toBeGreaterThanOrEqual(right);
  expect(counts.silent + counts.lost, text).toBeLessThanOrEqual(silent);
}

describe.each(seeds)('registers of five other units, seed %i', (seed) => {
  it.each(keptBy)('reads that of the %s unit with nothing changed by hand', async (unit) => {
    await measure(unit, seed, false, asRead[seed]?.[unit] ?? unmeasured);
  });

  it.each(keptBy)('reads that of the %s unit with its columns chosen', async (unit) => {
    await measure(unit, seed, true, withColumns[seed]?.[unit] ?? unmeasured);
  });
});
