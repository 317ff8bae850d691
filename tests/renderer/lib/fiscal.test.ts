import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CivilDate } from '#contract/ground/dates';
import { lastWholeQuarterOf } from '../../../renderer/lib/fiscal.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-24T12:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

const found = (startsOn: string, endsOn: string) =>
  lastWholeQuarterOf({ startsOn: startsOn as CivilDate, endsOn: endsOn as CivilDate });

describe('the quarter in which an agreement is looked at first', () => {
  it('is the last one that is over, and of an agreement that has ended its own last', () => {
    expect(found('2025-04-01', '2028-03-31')).toEqual({ fiscalYear: 2026, quarter: 2 });
    expect(found('2017-04-01', '2022-03-31')).toEqual({ fiscalYear: 2021, quarter: 4 });
    expect(found('2017-04-01', '2026-10-31')).toEqual({ fiscalYear: 2026, quarter: 2 });
  });

  it('is the first of an agreement that had not begun by then', () => {
    expect(found('2027-01-01', '2028-03-31')).toEqual({ fiscalYear: 2026, quarter: 4 });
  });
});
