import { expect, test } from 'vitest';
import type { Agreement } from '../../../electron/contract/reporting/agreements.ts';
import type { Month } from '../../../electron/contract/ground/dates.ts';
import { agreementEnd } from '../../../renderer/features/statistics/plans/agreementEnd.ts';

const now = '2026-09' as Month;
const agreement = (code: string, endsOn: string, from: string, to: string | null = null) =>
  ({ id: code, code, endsOn, units: [{ unitId: 'U01', from, to }] }) as unknown as Agreement;
const ofUnit = { unitId: 'U01' } as never;

test('a plan of a unit ends with the agreement that funds it now', () => {
  const older = agreement('ZZ-2019', '2023-03-31', '2019-04-01');
  const present = agreement('AB-2024', '2029-03-31', '2024-04-01');
  expect(agreementEnd([present, older], ofUnit, now)).toBe('2029-03');
  // A unit that left an agreement, and one that joins it later.
  const left = agreement('B', '2031-03-31', '2021-04-01', '2026-03-31');
  const later = agreement('C', '2032-03-31', '2027-04-01');
  expect(agreementEnd([left, present, later], ofUnit, now)).toBe('2029-03');
  expect(agreementEnd([older, left], ofUnit, now)).toBeNull();
});

test('a plan of an agreement ends with it, unless it has ended', () => {
  const of = (code: string) => ({ agreementId: code }) as never;
  const agreements = [agreement('A', '2027-03-31', '2024-04-01'), agreement('B', '2026-03-31', '2021-04-01')];
  expect([agreementEnd(agreements, of('A'), now), agreementEnd(agreements, of('B'), now)]).toEqual(['2027-03', null]);
  expect(agreementEnd(agreements, {} as never, now)).toBeNull();
});
