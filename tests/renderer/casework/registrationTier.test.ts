import { expect, it } from 'vitest';
import { shippedCatalogue } from '../../../db/casework/offences/catalogue.ts';
import { registrationTier } from '../../../renderer/features/casework/investigations/authorities/registrationTier.ts';

const tier = (...committed: readonly (readonly [string, string])[]) =>
  registrationTier(
    committed.map(([offence, lastOn]) => ({ offence, lastOn })),
    shippedCatalogue.offences,
  );

it('suggests the period of the longest maximum, each of its day', () => {
  expect(tier(['cc_169_1', '2026-08-01'])).toBe('ten_years');
  expect(tier(['cc_163_1_2', '2026-08-01'])).toBe('twenty_years');
  expect(tier(['cc_169_1', '2026-08-01'], ['cc_163_1_4', '2026-08-01'])).toBe('twenty_years');
  expect(tier(['cc_163_1_4', '2026-08-01'], ['cc_346', '2026-08-01'])).toBe('life');
});

it('follows a maximum that changed: voyeurism was of 5 years before 2026-07-18', () => {
  expect(tier(['cc_162_1', '2026-07-17'])).toBe('ten_years');
  expect(tier(['cc_162_1', '2026-07-18'])).toBe('twenty_years');
});

it('says nothing where the catalogue holds no maximum', () => {
  expect(tier()).toBeNull();
  expect(tier(['cc_264', '2026-08-01'])).toBeNull();
  expect(tier(['cc_163_1_4', '2014-01-01'])).toBeNull();
  expect(tier(['cc_none', '2026-08-01'])).toBeNull();
});
