import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { staffingMeasure } from '../../../electron/contract/ground/codes.ts';
import { addMonths, monthsBetween, quarterOf, type Month } from '../../../electron/contract/ground/dates.ts';
import {
  rangeOf,
  readPeriod,
  writePeriod,
  periodChoices,
} from '../../../renderer/features/statistics/backlog/period.ts';
import {
  probabilityWords,
  sideOf,
  whole,
  type Format,
} from '../../../renderer/features/statistics/estimate/estimateText.ts';
import {
  currentValue,
  keyOf,
  readCell,
  rowState,
  toSave,
  withEdit,
  writeCell,
  type CellValue,
  type Edits,
  type Saved,
} from '../../../renderer/features/ledger/staffing/cells.ts';
import { readBlock } from '../../../renderer/lib/pastedBlock.ts';
import { byFiscalYear } from '../../../renderer/lib/fiscal.ts';
import { spread } from '../../../renderer/ui/grid/range.ts';

const locale = fc.constantFrom('en' as const, 'fr' as const);
const months = fc
  .record({ year: fc.integer({ min: 1990, max: 2080 }), month: fc.integer({ min: 1, max: 12 }) })
  .map(({ year, month }) => `${String(year)}-${String(month).padStart(2, '0')}` as Month);

describe('a staffing cell', () => {
  test('reads back whatever it writes, in either language', () => {
    const value: fc.Arbitrary<CellValue> = fc.oneof(
      fc.integer({ min: 0, max: 9_999_999 }).map((cents) => cents / 100),
      fc.constant('not_available' as const),
      fc.constant(null),
    );
    fc.assert(
      fc.property(value, locale, (held, language) => {
        expect(readCell(writeCell(held, language))).toBe(held);
      }),
    );
  });

  test('tells a blank from a zero, and refuses what is neither a number nor not available', () => {
    expect(writeCell('not_available', 'fr')).toBe('..');
    expect(['', ' ', '0', '..', 'n/a', 'N.D.', '2,5', '1\u00a0200'].map(readCell)).toEqual([
      null,
      null,
      0,
      'not_available',
      'not_available',
      'not_available',
      2.5,
      1200,
    ]);
    expect(['abc', '-1', '1.234', '1e3', '999999'].map(readCell)).toEqual(Array(5).fill(undefined));
  });

  test('a saved figure that is emptied is not available, never blank and never zero', () => {
    expect(currentValue(3, '')).toBe('not_available');
    expect(currentValue(null, '')).toBe(null);
  });

  test('typing back what was saved leaves nothing to save', () => {
    const key = keyOf('2026-04' as Month, 'fte_base');
    const saved: Saved = new Map([[key, 3]]);
    const typed = withEdit(new Map(), saved, key, '4');
    expect(typed.size).toBe(1);
    expect(withEdit(typed, saved, key, '3').size).toBe(0);
  });

  test('a pasted block lands where it was put; blanks in it erase nothing, and what is outside is counted', () => {
    const rows = monthsBetween('2026-04' as Month, '2026-05' as Month);
    const none: Edits = new Map();
    const { cells, outside } = spread(
      readBlock('1\t\t9\r\n0\tn/a\t8\r\n'),
      { row: 0, column: 2 },
      rows.length,
      staffingMeasure.options.length,
    );
    const edits = cells.reduce(
      (next, { place: { row, column }, text }) =>
        withEdit(next, new Map(), keyOf(rows[row]!, staffingMeasure.options[column]!), text),
      none,
    );
    expect(outside).toBe(2);
    expect(toSave(edits, new Map())).toEqual([
      { month: '2026-04', measure: 'overtime_base_hours', value: 1, status: 'complete' },
      { month: '2026-05', measure: 'overtime_base_hours', value: 0, status: 'zero_confirmed' },
      { month: '2026-05', measure: 'overtime_funded_hours', value: null, status: 'not_available' },
    ]);
  });

  test('a month is complete only with every figure', () => {
    expect(staffingMeasure.options).toHaveLength(4);
    expect(
      [
        [1, 2, 0, 0],
        [1, 'not_available' as const, 0, 0],
        [1, null, 0, 0],
        [null, null, null, null],
      ].map(rowState),
    ).toEqual(['complete', 'with_gaps', 'partly', 'blank']);
  });
});

describe('what an interval says', () => {
  test('is "fewer" or "more" only where all of it is', () => {
    const ends = fc.tuple(
      fc.double({ min: -500, max: 500, noNaN: true }),
      fc.double({ min: -500, max: 500, noNaN: true }),
    );
    fc.assert(
      fc.property(ends, ([a, b]) => {
        const [p10, p90] = [Math.min(a, b), Math.max(a, b)];
        const side = sideOf({ p10, p90 });
        expect(side === 'fewer').toBe(Math.round(p10) > 0);
        expect(side === 'more').toBe(Math.round(p90) < 0);
        expect(side === 'either').toBe(Math.round(p10) < 0 && Math.round(p90) > 0);
      }),
    );
  });

  test('never shows a zero with a sign, nor a certainty', () => {
    expect(Object.is(whole(-0.3), 0)).toBe(true);
    const format = { percent: (share: number) => `${String(Math.round(share * 100))} %` } as unknown as Format;
    const t = (key: string) => key;
    expect([1, 0.5, 0].map((probability) => probabilityWords(probability, t, format))).toEqual([
      'codes:probabilityEnd.over_95',
      '50 %',
      'codes:probabilityEnd.under_5',
    ]);
  });
});

describe('a period', () => {
  test('is read back as it was written, and never ends after the last month', () => {
    fc.assert(
      fc.property(months, fc.constantFrom(12 as const, 24 as const, 60 as const, 120 as const), (last, span) => {
        const { quarters, years } = periodChoices(last);
        for (const period of [...quarters, ...years, { kind: 'span' as const }]) {
          expect(readPeriod(writePeriod(period), last)).toEqual(period);
          const { from, to } = rangeOf(period, last, span);
          expect(from <= to).toBe(true);
          expect(to <= last).toBe(true);
        }
        expect(rangeOf({ kind: 'span' }, last, span)).toEqual({ from: addMonths(last, 1 - span), to: last });
      }),
    );
  });

  test('groups months under their fiscal years without losing one', () => {
    fc.assert(
      fc.property(months, fc.integer({ min: 1, max: 60 }), (first, count) => {
        const all = monthsBetween(first, addMonths(first, count - 1));
        const years = byFiscalYear(all);
        expect(years.flatMap(([, own]) => own)).toEqual(all);
        for (const [year, own] of years) for (const month of own) expect(quarterOf(month).fiscalYear).toBe(year);
      }),
    );
  });
});
