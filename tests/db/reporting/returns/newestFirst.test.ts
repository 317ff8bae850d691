import { expect, it } from 'vitest';
import type { LockedReturn } from '#contract/reporting/returns';
import { newestFirst } from '../../../../db/reporting/returns/locked.ts';

const locked = (agreementId: string, quarter: number, sequence: number, lockedAt: number): LockedReturn =>
  ({ agreementId, quarter: { fiscalYear: 2026, quarter }, sequence, lockedAt }) as LockedReturn;

it('lists the latest version of a return first, also where the clock was set back before it was locked', () => {
  const all = [
    locked('a', 1, 1, 900),
    locked('a', 2, 1, 500),
    locked('a', 2, 2, 400),
    locked('b', 2, 1, 450),
    locked('c', 2, 1, 600),
  ];
  expect(
    newestFirst(all).map(({ agreementId, quarter, sequence }) => [quarter.quarter, agreementId, sequence]),
  ).toEqual([
    [2, 'c', 1],
    [2, 'a', 2],
    [2, 'a', 1],
    [2, 'b', 1],
    [1, 'a', 1],
  ]);
});
