import { at } from '../numbers.ts';
import type { Design } from './quasiPoisson.ts';

/** Position of each row in a cycle of `period` (month of the year in 12), as `harmonics` pairs of sine and cosine. */
export type Season = { readonly position: readonly number[]; readonly period: number; readonly harmonics: number };

/** Terms of a segmented regression other than its intercept; null leaves one out. All arrays have one element for each row. */
export type SegmentedTerms = {
  /** Times of the trend. */
  readonly trend: readonly number[] | null;
  /** 0 before the interruption and 1 from it on. */
  readonly step: readonly number[] | null;
  /** (time - t0) x step for the interruption at t0: 0 before it. */
  readonly slopeChange: readonly number[] | null;
  readonly season: Season | null;
};

/** Rows of the design, and the name of each column. */
export type SegmentedDesign = { readonly terms: readonly string[]; readonly design: Design };

type Column = { readonly term: string; readonly values: readonly number[] };

function seasonColumns({ position, period, harmonics }: Season): Column[] {
  return Array.from({ length: harmonics }, (_, index) => index + 1).flatMap((k) => {
    const angles = position.map((value) => (2 * Math.PI * k * value) / period);
    return [
      { term: `sin${k}`, values: angles.map(Math.sin) },
      { term: `cos${k}`, values: angles.map(Math.cos) },
    ];
  });
}

/**
 * Design of a segmented regression: intercept, trend, step, slope change, and harmonics of the season.
 * Source: Lopez Bernal, Cummins and Gasparrini, International Journal of Epidemiology 46 (2017).
 * @param rows how many
 */
export function segmentedDesign(rows: number, { trend, step, slopeChange, season }: SegmentedTerms): SegmentedDesign {
  const columns = [
    { term: 'intercept', values: Array.from({ length: rows }, () => 1) },
    ...(trend ? [{ term: 'trend', values: trend }] : []),
    ...(step ? [{ term: 'step', values: step }] : []),
    ...(slopeChange ? [{ term: 'slopeChange', values: slopeChange }] : []),
    ...(season ? seasonColumns(season) : []),
  ];
  return {
    terms: columns.map(({ term }) => term),
    design: Array.from({ length: rows }, (_, i) => columns.map(({ values }) => at(values, i))),
  };
}
