import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quarterNumbers } from '#contract/ground/dates';
import { basisOf, yearOf, type QuarterFigure } from '../../../../db/reporting/annual/year.ts';
import { framework } from '../../../../db/reporting/indicators/framework.ts';

const definition = (code: string) => framework.indicators.find((each) => each.code === code)!;
const figure = (quarter: number, facts: Partial<QuarterFigure> = {}): QuarterFigure => ({
  quarter: quarter as QuarterFigure['quarter'],
  ...{ value: 10, status: 'complete', covered: 3, asked: 3, numerator: null, denominator: null },
  ...{ definitionVersion: '1' },
  ...facts,
});
const value = fc.option(fc.integer({ min: 0, max: 100_000 }), { nil: null });

describe('the figure of a year', () => {
  it('is a sum, of a day, a share of all or by quarter only, as the indicator is', () => {
    expect(['R1', 'B1', 'B2', 'B3', 'R3', 'B4', 'K1', 'F1'].map((code) => [code, basisOf(definition(code))])).toEqual([
      ['R1', 'sum'],
      ['B1', 'opening'],
      ['B2', 'closing'],
      ['B3', 'closing'],
      ['R3', 'share'],
      ['B4', 'closing'],
      ['K1', 'closing'],
      ['F1', 'sum'],
    ]);
    expect(basisOf(definition('B5'))).toBe('quarters');
  });

  it('is never below a quarter that it adds up, says how many it has, and is partial without one', () => {
    fc.assert(
      fc.property(fc.tuple(value, value, value, value), (values) => {
        const figures = quarterNumbers.map((quarter, index) =>
          figure(quarter, {
            value: values[index]!,
            status: values[index] === null ? 'not_available' : 'complete',
          }),
        );
        const known = values.filter((each) => each !== null);
        const year = yearOf('sum', figures);
        expect(year.quarters).toBe(known.length);
        if (known.length === 0) expect([year.value, year.status]).toEqual([null, 'not_available']);
        else {
          expect(year.value).toBeGreaterThanOrEqual(Math.max(...known));
          expect(year.status).toBe(known.length === 4 ? 'complete' : 'partial');
        }
      }),
    );
  });

  it('has no closing where the last quarter is missing, rather than that of an earlier one', () => {
    expect(yearOf('closing', [figure(1), figure(2), figure(3)])).toMatchObject({ value: null, quarters: 0 });
    expect(yearOf('closing', [figure(1), figure(4, { value: 7, status: 'partial' })])).toMatchObject({
      ...{ value: 7, status: 'partial', quarters: 1 },
    });
    expect(yearOf('opening', [figure(2)])).toMatchObject({ value: null, status: 'not_available' });
  });

  it('pools a share from its parts, and is not added up over a change of definition', () => {
    const shares = [
      figure(1, { value: 90, numerator: 9, denominator: 10 }),
      figure(2, { value: 10, numerator: 10, denominator: 100 }),
    ];
    expect(yearOf('share', shares)).toMatchObject({ value: 17.3, status: 'partial', quarters: 2 });
    expect(yearOf('sum', [figure(1), figure(2, { definitionVersion: '2' })])).toEqual({
      ...{ value: null, status: 'not_available', quarters: 0, definitionChanged: true },
    });
    expect(yearOf('quarters', [figure(1)])).toMatchObject({ value: null, definitionChanged: false });
  });
});
