import { describe, expect, it } from 'vitest';
import type { CivilDate } from '#contract/ground/dates';
import { shippedCatalogue } from '../../../../db/casework/offences/catalogue.ts';
import {
  findOffence,
  isValidOn,
  isValidThen,
  seriousnessOn,
  withCodes,
} from '../../../../db/casework/offences/rules.ts';
import { namesWith } from '../../../../db/casework/search/words.ts';

const day = (text: string) => text as CivilDate;
const offence = (code: string) => findOffence(shippedCatalogue, code)!;

describe('the catalogue of offences', () => {
  it('has each offence once, and never a minimum', () => {
    const codes = shippedCatalogue.offences.map((each) => each.code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(JSON.stringify(shippedCatalogue)).not.toContain('minimum');
    expect(shippedCatalogue.offences.some((each) => each.ucr2.verified)).toBe(false);
  });

  it.each([
    ['163.1(4.21)', '2026-07-17', false],
    ['163.1(4.21)', '2026-07-18', true],
    ['162.1(1.1)', '2026-07-17', false],
    ['160(3.1)', '2026-07-18', true],
    ['169.1', '2026-07-17', false],
    ['163.1(4)', '2015-01-01', true],
    ['s. 163.1(4)', '2026-11-01', true],
    ['999', '2026-11-01', null],
  ])('section %s on %s: %s', (section, on, valid) => {
    expect(isValidThen(shippedCatalogue, section, day(on))).toBe(valid);
    expect(isValidThen(shippedCatalogue, section, null)).toBeNull();
  });

  it('takes a range that reaches into the days of the offence', () => {
    const threat = offence('cc_163_1_4_21');
    expect(isValidOn(threat, day('2026-06-01'), day('2026-07-18'))).toBe(true);
    expect(isValidOn(threat, day('2026-06-01'), day('2026-07-17'))).toBe(false);
  });

  it('weighs an offence by the maximum of its day', () => {
    const voyeurism = offence('cc_162_1');
    expect([seriousnessOn(voyeurism, day('2026-07-17')), seriousnessOn(voyeurism, day('2026-07-18'))]).toEqual([5, 10]);
    expect(seriousnessOn(offence('cc_346'), day('2020-01-01'))).toBe(Infinity);
    // Before 2015 the maxima were others, and the catalogue does not hold them.
    expect(seriousnessOn(offence('cc_163_1_4'), day('2014-01-01'))).toBeNull();
  });

  it('is found by the names of before, in both languages', () => {
    const names = offence('cc_163_1_4').names.flatMap(({ en, fr }) => [en, fr]);
    for (const text of ['child pornography', 'pornographie juvénile', 'POSSESSION exploit', 'abus pedosex'])
      expect(namesWith(names, text)).toBe(true);
    for (const text of ['luring', 'of', '']) expect(namesWith(names, text)).toBe(false);
  });

  it('takes the codes of Statistics Canada by section, as verified', () => {
    const coded = withCodes(shippedCatalogue, new Map([['163.1 (4)', '9999']]));
    expect(findOffence(coded, 'cc_163_1_4')?.ucr2).toEqual({ code: '9999', verified: true });
    expect(findOffence(coded, 'cc_163_1_2')?.ucr2.verified).toBe(false);
  });
});
