import { describe, expect, it } from 'vitest';
import { withUnitWords } from '../../../renderer/features/reporting/returns/written/unitWords.ts';

const blank = { en: '', fr: '' };
const north = { unitCode: 'U01', text: { en: 'A raid in May.', fr: 'Une perquisition en mai.' } };

describe('the words of a unit in the text of its agreement', () => {
  it('stand under its code, after what is there, and once', () => {
    const first = withUnitWords(blank, north, 1000)!;
    expect(first).toEqual({ en: 'U01: A raid in May.', fr: 'U01\u00a0: Une perquisition en mai.' });
    const south = { unitCode: 'U02', text: { en: 'Two analysts left.', fr: '' } };
    const both = withUnitWords(first, south, 1000)!;
    expect(both).toEqual({ en: 'U01: A raid in May.\nU02: Two analysts left.', fr: first.fr });
    expect(withUnitWords(both, north, 1000)).toBeNull();
    expect(withUnitWords(blank, { ...south, text: blank }, 1000)).toBeNull();
  });

  it('are not cut where they would not fit', () => {
    expect(withUnitWords({ en: 'x'.repeat(990), fr: '' }, north, 1000)).toBeNull();
  });
});
