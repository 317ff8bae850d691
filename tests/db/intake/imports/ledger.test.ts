import fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { UnitId } from '#contract/ground/ids';
import { today } from '../../../support/store.ts';
import { closingByCount, closingByLedger, importRows, mappingFor, officerOfTwoUnits } from './support.ts';
import { it, test } from '../../../support/fixtures/shared/store.ts';

let unitId: UnitId;
it.beforeAll(async () => {
  [unitId] = await officerOfTwoUnits(test);
});

const first = Date.UTC(2023, 0, 1);
const last = Date.parse(`${today}T00:00:00Z`);
const day = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** Rows good and bad: what is left out must not be counted either. */
const row = fc
  .record({
    received: fc.integer({ min: 0, max: (last - first) / 86_400_000 }),
    later: fc.option(fc.integer({ min: -3, max: 400 })),
    conclusion: fc.constantFrom('concluded', 'Sans suite', 'information only', 'transféré', 'nonsense'),
    number: fc.option(fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 61, max: 1e9 }))),
    unit: fc.constantFrom('', '', 'U01', 'U02', 'U02', 'U03'),
    source: fc.constantFrom('public', 'NCECC', 'école', 'public', 'cbsa', 'Autre', '?'),
  })
  .map(({ received, later, conclusion, number, unit, source }) => {
    const on = first + received * 86_400_000;
    const ended = later === null ? ',' : `${day(on + later * 86_400_000)},${conclusion}`;
    return `${day(on)},${source},${number ?? ''},,,,${ended},${unit}`;
  });

describe('the ledger after imports', () => {
  it('equals a recount of the open referrals at the end of every month, of every unit', async () => {
    const { raw } = test.store.requireUnlocked();
    let imported = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 60, size: 'max' }), async (rows) => {
        imported += (await importRows(test, rows, mappingFor(unitId))).imported;
        expect(raw.prepare('SELECT count(*) FROM referral').pluck().get()).toBe(imported);
        const closing = closingByLedger(raw);
        expect(closing).toEqual(closingByCount(raw, closing.keys()));
        const months = raw.prepare(
          `SELECT unit_id, term, substr(on_date, 1, 7) AS month, sum(amount) AS value FROM ledger_entry GROUP BY 1, 2, 3`,
        );
        const held = raw.prepare('SELECT unit_id, measure AS term, month, value FROM unit_month ORDER BY 1, 2, 3');
        expect(held.all()).toEqual(months.all());
        expect(
          raw.prepare('SELECT key, next - 1 AS count FROM number_counter WHERE next > 1 ORDER BY key').all(),
        ).toEqual(
          raw
            .prepare(
              `SELECT 'referral:' || unit_id || ':' || substr(received_on, 1, 4) AS key, count(*) AS count
               FROM referral GROUP BY 1 ORDER BY 1`,
            )
            .all(),
        );
      }),
      { numRuns: 40 },
    );
    expect(imported).toBeGreaterThan(100);
  });
});
