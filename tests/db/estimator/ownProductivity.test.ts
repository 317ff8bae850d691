import { expect, it } from 'vitest';
import { ownProductivity } from '../../../db/estimator/ownProductivity.ts';

const productivity = { mean: 0.8, p025: 0.4, p10: 0.5, p25: 0.6, p50: 0.8, p75: 1, p90: 1.1, p975: 1.2 };

it('is shown from five funded FTE in post on, and never of fewer or of an unknown number', () => {
  const shown = (...fteFunded: (number | null)[]) =>
    ownProductivity({ productivity, asOf: '2026-02' }, { months: ['2026-01', '2026-02'], fteFunded });
  expect(shown(5, 5)).toEqual(productivity);
  expect([shown(9, 4.9), shown(9, 0), shown(9, null)]).toEqual([null, null, null]);
});
