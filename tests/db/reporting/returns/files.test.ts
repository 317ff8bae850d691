import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Quarter } from '#contract/ground/dates';
import { toCsv } from '../../../../db/documents/files/csv.ts';
import { isPrintable, printable } from '#contract/ground/printable';
import { periodOf } from '#contract/ground/period';
import { folderName, quarterPeriod } from '../../../../db/reporting/returns/periods.ts';

const columns = ['a', 'b', 'c'] as const;
const read = (bytes: Buffer): string[][] => parse(bytes, { bom: true, record_delimiter: '\r\n' });

describe('a CSV table', () => {
  it('gives back every number, and of every text what may be shown', () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary' }).filter((text) => !/^[=+\-@\t\r]/.test(printable(text))),
      fc.constantFrom('a,b', 'a"b', 'a\r\nb', 'é\u00a0', ' a '),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constant(null),
    );
    fc.assert(
      fc.property(fc.array(fc.record({ a: value, b: value, c: value }), { minLength: 1 }), (rows) => {
        const text = (each: string | number | null): string => (each === null ? '' : printable(String(each)));
        expect(read(toCsv(columns, rows)).slice(1)).toEqual(
          rows.map((row) => columns.map((column) => text(row[column]))),
        );
      }),
    );
  });

  it.each(['=1+1', '+1', '-1', '@a', '\ta', '\r\na'])('guards the text %j', (text) => {
    expect(read(toCsv(['a'], [{ a: text }]))[1]).toEqual([`'${text}`]);
  });

  it.each(['\ra', '\u0000=1+1', '\u200e=1+1', '\r@a', '\u001b+1'])(
    'writes of %j only what may be shown, and no formula',
    (text) => {
      const [cell] = read(toCsv(['a'], [{ a: text }]))[1]!;
      expect(isPrintable(cell!)).toBe(true);
      expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      expect(cell).toMatch(/^'?[=@+]?[1a]/);
    },
  );

  it('never guards a number', () => {
    expect(toCsv(['a', 'b'], [{ a: -5, b: 0.25 }]).toString()).toBe('\ufeffa,b\r\n-5,0.25\r\n');
  });
});

describe('a quarter in words', () => {
  it.each([
    [2026, 1, '2026-27', '2026-04-01', '2026-06-30'],
    [2026, 4, '2026-27', '2027-01-01', '2027-03-31'],
    [2023, 4, '2023-24', '2024-01-01', '2024-03-31'],
    [1999, 3, '1999-00', '1999-10-01', '1999-12-31'],
  ])('%i Q%i', (fiscalYear, quarter, text, start, end) => {
    const value = { fiscalYear, quarter } as Quarter;
    expect(periodOf(value).year.en).toBe(text);
    expect(quarterPeriod(value)).toMatchObject({ period_start: start, period_end: end });
  });

  it.each([
    ['AG-01', 'AG-01-FY2026-27-Q2'],
    ['QC/2026 : 4', 'QC-2026-4-FY2026-27-Q2'],
    ['../../..', 'agreement-FY2026-27-Q2'],
    ['Entente é', 'Entente-é-FY2026-27-Q2'],
  ])('names a folder for %s', (code, expected) => {
    expect(folderName(code, { fiscalYear: 2026, quarter: 2 } as Quarter)).toBe(expected);
  });
});
