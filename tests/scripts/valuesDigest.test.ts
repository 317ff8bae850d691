import { describe, expect, it } from 'vitest';
import { stringify } from 'csv-stringify/sync';
import { tidyColumns } from '../../db/reporting/returns/dictionaryLabels.ts';
import { digestOfValues } from '../../scripts/demo/valuesDigest.mjs';

type Cells = Readonly<Record<string, string | number | null>>;

const row: Cells = {
  indicator_code: 'R1',
  indicator_en: 'Referrals received',
  indicator_fr: 'Signalements reçus',
  unit_code: 'U01',
  fy: '2026-27',
  quarter: 'Q2',
  period_start: '2026-07-01',
  period_end: '2026-09-30',
  disaggregation: 'source',
  category_code: 'ncecc',
  value: 189,
  numerator: 12,
  denominator: 40,
  status_code: 'complete',
  suppression: 'rounded',
  definition_version: '1',
  source: 'pack',
  unit_of_measure_en: 'referrals',
  unit_of_measure_fr: 'signalements',
  covered: 3,
  asked: 4,
  coverage_of: 'units',
  previous: 180,
  change: 9,
  comparison_code: 'comparable',
  covered_before: 3,
  units_changed: 'joined:U03',
};
const other: Cells = { ...row, unit_code: 'U02', value: 7 };

const csv = (rows: readonly Cells[], columns: readonly string[] = tidyColumns): string =>
  stringify([columns, ...rows.map((cells) => columns.map((column) => cells[column] ?? ''))], { bom: true });
const digestOf = (...rows: readonly Cells[]): string => digestOfValues({ 'indicators.csv': csv(rows) });

const whole = digestOf(row, other);
/** What a reader reads, and the version of the sentences that define it. */
const words = ['indicator_en', 'indicator_fr', 'definition_version', 'unit_of_measure_en', 'unit_of_measure_fr'];
const facts = tidyColumns.filter((column) => !words.includes(column));

describe('the digest of a return’s values', () => {
  it('knows every column of an export', () => {
    expect(Object.keys(row)).toEqual([...tidyColumns]);
    expect(facts).toHaveLength(22);
  });

  it.each(facts)('changes with %s', (column) => {
    expect(digestOf({ ...row, [column]: 'Z9' }, other)).not.toBe(whole);
    expect(digestOf({ ...row, [column]: null }, other)).not.toBe(whole);
  });

  it.each(words)('stays the same whatever is in %s', (column) => {
    expect(digestOf({ ...row, [column]: 'Otherwise, "called"' }, other)).toBe(whole);
  });

  it('follows neither the order of rows nor that of columns', () => {
    expect(digestOf(other, row)).toBe(whole);
    expect(digestOfValues({ 'indicators.csv': csv([row, other], tidyColumns.toReversed()) })).toBe(whole);
  });

  it('changes with a row more or fewer, and with the file that it is in', () => {
    expect(digestOf(row)).not.toBe(whole);
    expect(digestOf(row, other, other)).not.toBe(whole);
    expect(digestOfValues({ 'panel.csv': csv([row, other]) })).not.toBe(whole);
  });

  it('refuses what it cannot read: a column that is gone, a file that it does not know', () => {
    expect(() => digestOfValues({ 'indicators.csv': csv([row], facts.slice(1)) })).toThrow('indicator_code');
    expect(() => digestOfValues({ 'more.csv': csv([row]) })).toThrow('more.csv');
  });

  it('leaves the texts of the dictionary out', () => {
    const columns = ['kind', 'column', 'code', 'label_en', 'definition_en', 'baseline', 'target', 'target_on'];
    const entry = { kind: 'indicator', code: 'R1', label_en: 'Referrals', definition_en: 'All', baseline: 10 };
    const of = (cells: Cells): string => digestOfValues({ 'data-dictionary.csv': csv([cells], columns) });
    expect(of({ ...entry, label_en: 'Tips', definition_en: 'Each one' })).toBe(of(entry));
    expect(of({ ...entry, baseline: 11 })).not.toBe(of(entry));
    expect(of({ ...entry, code: 'R2' })).not.toBe(of(entry));
  });
});
