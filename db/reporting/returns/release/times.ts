import type { ReturnContent } from '#contract/reporting/returns';
import type { ReleasedTime } from './content.ts';
import { factsOf } from './facts.ts';

/** A median that rests on fewer files than this is close to the time of one of them. */
const leastFiles = 10;

/**
 * How long files took (B5): the median of a unit where it rests on at least ten files, whose number is not told. The age of the
 * oldest file (B4) is the time of one file and is not released, nor are the stages.
 */
export function timeLines({ values }: ReturnContent): ReleasedTime[] {
  return values
    .filter(({ code, unitCode, unitsCovered }) => code === 'B5' && (unitCode !== null || unitsCovered === 1))
    .map((figure) => {
      const few = figure.value !== null && (figure.denominator ?? 0) < leastFiles;
      return { ...factsOf(figure, true), shown: { value: few ? null : figure.value, mark: few ? 'x' : '' } };
    });
}
