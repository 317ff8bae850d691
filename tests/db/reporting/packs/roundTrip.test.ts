import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { measure, staffingMeasure, type Measure } from '#contract/ground/codes';
import { monthsBetween, type Month } from '#contract/ground/dates';
import { unitMonth } from '../../../../db/ground/schema/common/unitMonths.ts';
import { readPanel } from '../../../../db/ledger/unitMonths/panel.ts';
import { createCoordination, quarterTwo, type Coordination } from '../../../support/packs.ts';
import { type TestStore } from '../../../support/store.ts';
import { it, test as unit, unitId } from '../../../support/fixtures/shared/unit.ts';

let coordination: Coordination;
const months = monthsBetween('2026-05' as Month, '2026-09' as Month);

it.beforeAll(async () => {
  coordination = await createCoordination();
});
it.afterAll(() => {
  coordination.test.dispose();
});

async function send(name: string): Promise<string> {
  const path = join(unit.parent, name);
  await unit.call('packs.export', { quarter: quarterTwo, file: unit.grant(path) });
  return path;
}

async function receive(path: string): Promise<void> {
  const { test } = coordination;
  const file = test.grant(path) as never;
  const { fingerprint } = await test.call('packs.inspect', { file });
  await test.call('packs.import', { file, confirmFingerprint: fingerprint });
}

/** What is kept: any count, negative where a reclassification is, with a status that agrees with it. */
const said = fc.oneof(
  fc.record({
    value: fc.integer({ min: 1, max: 900 }),
    status: fc.constantFrom('complete' as const, 'partial' as const),
  }),
  fc.record({ value: fc.double({ min: 0.25, max: 40, noNaN: true }), status: fc.constant('complete' as const) }),
  fc.constant({ value: 0, status: 'zero_confirmed' as const }),
  fc.constant({ value: 0, status: 'complete' as const }),
  fc.constant({ value: null, status: 'not_available' as const }),
);
/** Persons and hours alone have parts. */
const counted = (of: Measure, value: number | null): number | null =>
  value === null || staffingMeasure.safeParse(of).success ? value : Math.ceil(value);
const cells = fc.uniqueArray(
  fc.record({
    measure: fc.constantFrom(...measure.options),
    month: fc.constantFrom(...months),
    source: fc.constantFrom('counted' as const, 'declared' as const),
    said,
  }),
  { selector: (cell) => `${cell.measure} ${cell.month}`, minLength: 1, maxLength: 60 },
);

describe('a quarter pack', () => {
  it('brings to coordination the very panel that the unit sees, blanks and statuses included', async () => {
    let sent = 0;
    await fc.assert(
      fc.asyncProperty(cells, async (generated) => {
        const { tx } = unit.store.requireUnlocked();
        await tx.delete(unitMonth);
        await tx.insert(unitMonth).values(
          generated.map(({ said: { value, status }, ...rest }) => ({
            unitId,
            value: counted(rest.measure, value),
            status,
            ...rest,
          })),
        );
        await receive(await send(`${(sent += 1)}.vigiepack`));
        const plain = async (store: TestStore) =>
          (
            await readPanel(store.store.requireUnlocked().read, [unitId], { from: months[0]!, to: months.at(-1)! })
          ).cells
            .map((cell) => ({ ...cell, packId: null }))
            .sort((a, b) => (`${a.measure} ${a.month}` < `${b.measure} ${b.month}` ? -1 : 1));
        expect(await plain(coordination.test)).toEqual(await plain(unit));
      }),
      { numRuns: 25 },
    );
  });

  it('holds nothing of any file and nobody\u2019s name', async () => {
    const logged = await unit.call('referrals.log', {
      unitId: unitId,
      source: 'cybertip',
      receivedOn: '2026-08-03',
      externalNumber: 'MARKER-EXTERNAL-NUMBER',
      priorityReceived: 'MARKER-PRIORITY',
      summary: 'MARKER-SUMMARY of a fictitious referral',
    });
    const path = await send('markers.vigiepack');
    const text = readFileSync(path, 'utf8');
    // The schema has the name of its last migration, which speaks of officers.
    const said = text.replace(/"schema":"\w+"/, '');
    for (const marker of ['MARKER', logged.id, logged.number, 'Officer', 'officer', 'Administrator', unit.parent])
      expect(said).not.toContain(marker);
    const payload = (JSON.parse(text) as { payload: { panel: { measure: string; month: string; value: number }[] } })
      .payload;
    expect(payload.panel).toContainEqual(expect.objectContaining({ measure: 'received', month: '2026-08' }));
  });

  it('names before the export what it would lack', async () => {
    const { tx } = unit.store.requireUnlocked();
    await tx.delete(unitMonth);
    await unit.call('referrals.log', { unitId: unitId, source: 'ncecc', receivedOn: '2026-07-15' });
    await unit.call('unitMonths.confirm', {
      unitId: unitId,
      month: '2026-07',
      measures: ['charges_laid'],
      status: 'complete',
    });
    const preview = await unit.call('packs.preview', { quarter: quarterTwo });
    const missing = (month: string) => preview.gaps.filter((gap) => gap.month === month).map((gap) => gap.measure);
    expect(missing('2026-07')).toEqual([
      'arrests',
      'fte_base',
      'fte_funded',
      'overtime_base_hours',
      'overtime_funded_hours',
    ]);
    expect(missing('2026-08')).toHaveLength(19);
    expect(preview.units).toEqual([expect.objectContaining({ id: unitId, code: 'U01', months: 1 })]);
  });
});
