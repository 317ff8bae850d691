import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ledgerSign, ledgerTerm, outcomeMeasure, type LedgerTerm } from '#contract/ground/codes';
import { quarterMonths, type CivilDate, type Quarter } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import type { ReturnContent } from '#contract/reporting/returns';
import { signatureOf } from '../../../renderer/features/reporting/agreements/signature.ts';
import { groupGaps } from '../../../renderer/features/reporting/packs/gaps.ts';
import { ledgerTableOf } from '../../../renderer/features/reporting/returns/document/ledger.ts';

const quarter = { fiscalYear: 2026, quarter: 2 } as Quarter;
const months = quarterMonths(quarter);

test('a signature is late, early or on its day, and late while it is awaited', () => {
  const on = (planned: string | null, signed: string | null) =>
    signatureOf(
      { signaturePlannedOn: planned as CivilDate | null, signedOn: signed as CivilDate | null },
      '2026-05-11',
    );
  expect([
    on('2026-04-01', '2026-06-30'),
    on('2026-04-01', '2026-04-01'),
    on('2026-04-01', '2026-03-25'),
    on(null, '2026-04-01'),
    on('2026-04-01', null),
    on('2026-06-01', null),
  ]).toEqual([
    { state: 'signed', daysLate: 90 },
    { state: 'signed', daysLate: 0 },
    { state: 'signed', daysLate: -7 },
    { state: 'signed', daysLate: null },
    { state: 'awaited', daysLate: 40 },
    { state: 'awaited', daysLate: 0 },
  ]);
});

test('gaps of the same months stand together, staffing apart from counts', () => {
  const unitId = 'u' as UnitId;
  const all = [...ledgerTerm.options, ...outcomeMeasure.options];
  const gaps = [
    ...all.map((measure) => ({ unitId, month: months[0], measure })),
    { unitId, month: months[0], measure: 'fte_base' },
    { unitId, month: months[1], measure: 'fte_base' },
  ];
  expect(groupGaps(gaps)).toEqual([
    { unitId, kind: 'counts', months: [months[0]], measures: all, isWhole: true },
    { unitId, kind: 'staffing', months: [months[0], months[1]], measures: ['fte_base'], isWhole: false },
  ]);
});

type MonthTerms = Readonly<Record<LedgerTerm, number>>;
const monthTerms: fc.Arbitrary<MonthTerms> = fc.record(
  Object.fromEntries(ledgerTerm.options.map((term) => [term, fc.nat(50)])) as Record<LedgerTerm, fc.Arbitrary<number>>,
);
const unitYear = fc.record({
  opening: fc.integer({ min: 500, max: 900 }),
  terms: fc.tuple(monthTerms, monthTerms, monthTerms),
});

function linesOf(unitCode: string, opening: number, terms: readonly MonthTerms[]): ReturnContent['ledger'] {
  let stock = opening;
  return terms.map((of, index) => {
    const before = stock;
    stock += ledgerTerm.options.reduce((sum, term) => sum + of[term] * ledgerSign[term], 0);
    return {
      unitCode,
      month: months[index] ?? months[0],
      line: { opening: before, terms: { ...of }, closing: stock, balanced: true },
    };
  });
}

test('a quarter adds up its months, and the total adds up the units that are wholly known', () => {
  fc.assert(
    fc.property(fc.array(unitYear, { minLength: 1, maxLength: 5 }), fc.boolean(), (units, hidesFirst) => {
      const ledger = units.flatMap(({ opening, terms }, index) => linesOf(`U${index}`, opening, terms));
      const first = ledger[0];
      if (hidesFirst && first !== undefined) first.line.terms.received = null;
      const content = { units: units.map((_, index) => ({ code: `U${index}` })), ledger } as unknown as ReturnContent;
      const table = ledgerTableOf(content);
      const known = table.units.slice(hidesFirst ? 1 : 0);
      expect(table.covered).toBe(known.length);
      expect(known.every((unit) => unit.balanced)).toBe(true);
      if (hidesFirst) expect(table.units[0]).toMatchObject({ balanced: false, values: { received: null } });
      if (known.length === 0) return;
      expect(table.total.balanced).toBe(true);
      expect(table.total.values.closing).toBe(known.reduce((sum, unit) => sum + (unit.values.closing ?? 0), 0));
    }),
  );
});
