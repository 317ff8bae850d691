import { describe, expect, it } from 'vitest';
import type { IndicatorValue, ReturnContent } from '#contract/reporting/returns';
import { framework } from '../../../../db/reporting/indicators/framework.ts';
import { timeLines } from '../../../../db/reporting/returns/release/times.ts';

const figure = (unitCode: string | null, value: number | null, files: number | null, covered = 1) =>
  ({
    ...{ code: 'B5', unitCode, value, numerator: null, denominator: files, status: 'complete', parts: [] },
    ...{ unitsCovered: covered, unitsAsked: covered, definitionVersion: '1', calculation: unitCode ? 'pack' : 'units' },
  }) as unknown as IndicatorValue;
const shownOf = (...values: readonly IndicatorValue[]) =>
  timeLines({ values, framework } as unknown as ReturnContent).map(({ unitCode, shown }) => [
    unitCode,
    shown.value,
    shown.mark,
  ]);

describe('the median times of a release', () => {
  it('have the agreement’s own where it is of the files of all its units', () => {
    expect(shownOf(figure('U01', 30, 40), figure('U02', 50, 12), figure(null, 35, 52, 2))).toEqual([
      ['U01', 30, ''],
      ['U02', 50, ''],
      [null, 35, ''],
    ]);
  });

  it('leave it out where it is given by unit only', () => {
    expect(shownOf(figure('U01', 30, 40), figure('U02', 50, 12), figure(null, null, null, 2))).toHaveLength(2);
  });

  it('suppress it where it rests on few files, or those of the suppressed units are few', () => {
    expect(shownOf(figure('U01', 30, 40), figure('U02', 9, 3), figure(null, 29, 43, 2))).toEqual([
      ['U01', 30, ''],
      ['U02', null, 'x'],
      [null, null, 'x'],
    ]);
    expect(shownOf(figure('U01', 9, 6), figure('U02', 8, 6), figure(null, 9, 12, 2)).at(-1)).toEqual([null, 9, '']);
    expect(shownOf(figure('U01', 9, 3), figure('U02', 8, 3), figure(null, 9, 6, 2)).at(-1)).toEqual([null, null, 'x']);
  });

  it('have that of the one unit of an agreement, whose total it is', () => {
    expect(shownOf(figure('U01', 9, 6), figure(null, 9, 6)).map(([, value]) => value)).toEqual([null, null]);
  });
});
