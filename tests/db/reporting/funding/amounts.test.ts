import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { plainHundredths, readHundredths, sumKnown } from '#contract/ground/amounts';
import { formatMoney, formatNumber } from '../../../../renderer/lib/format.ts';

describe('an amount', () => {
  it.each([
    ['', null],
    ['   ', null],
    ['0', 0],
    ['1 234,50 $', 123_450],
    ['1\u00a0234,50\u00a0$', 123_450],
    ['1\u202f234\u202f567,8', 123_456_780],
    ['$1,234.50', 123_450],
    ['1,234', 123_400],
    ['1,23', 123],
    ['12,345,678.90', 1_234_567_890],
    ['1234.5', 123_450],
    ['1234.500', 123_450],
    ['(1 234,50)', -123_450],
    ['-$12', -1200],
    ['$-12', -1200],
    ['−12,5', -1250],
    ['CAD 7', 700],
    ['-0', 0],
    ['1.234', 'too_many_decimals'],
    ['12,34,567', 'not_a_number'],
    ['1.2.3', 'not_a_number'],
    ['12 rabbits', 'not_a_number'],
    ['--5', 'not_a_number'],
    ['-', 'dash'],
    ['– $', 'dash'],
    ['99999999999999', 'out_of_range'],
  ])('written %j is %j', (text, expected) => {
    expect(readHundredths(text)).toBe(expected);
  });

  test('reads back what either language writes, to the cent', () => {
    const cents = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });
    fc.assert(
      fc.property(cents, fc.constantFrom('en' as const, 'fr' as const), (value, locale) => {
        const texts = [
          formatMoney(value, locale),
          formatNumber(value / 100, locale, 2),
          plainHundredths(value),
          formatMoney(value, locale, true).replace('+', ''),
        ];
        expect(texts.map(readHundredths)).toEqual([value, value, value, value]);
      }),
    );
  });

  test('is never a zero that nobody wrote', () => {
    expect(sumKnown([null, null])).toBeNull();
    expect(sumKnown([null, 0])).toBe(0);
    expect(sumKnown([10, null, 20])).toBe(30);
  });
});
