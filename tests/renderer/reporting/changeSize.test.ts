import { expect, it } from 'vitest';
import { bySize, changesOf } from '../../../renderer/features/reporting/returns/changeSize.ts';

const value = (code: string, unitCode: string | null, previous: number | null, now: number | null) => ({
  ...{ code, unitCode, previous, value: now, calculation: 'pack' },
});
const check = (code: string, unitCode: string | null) => ({ code: 'large_change', unitCode, measures: [code] });

it('puts the largest share of what was first, in the list and among those explained together', () => {
  const content = {
    agreementFigures: [],
    values: [
      value('R1', 'U01', 200, 160),
      value('C1', 'U01', 50, 80),
      value('D1', 'U01', 0, 7),
      value('V1', 'U01', 24, 10),
      value('I1', 'U01', null, 9),
    ],
  } as never;
  const checks = ['I1', 'R1', 'C1', 'D1', 'V1'].map((code) => check(code, 'U01')) as never;
  expect(bySize(content, checks).map(({ measures }) => measures[0])).toEqual(['D1', 'C1', 'V1', 'R1', 'I1']);
  expect(changesOf(content, checks).map(({ code }) => code)).toEqual(['D1', 'C1', 'V1', 'R1']);
});
