import type { IndicatorValue, ReturnContent } from '#contract/reporting/returns';
import { ownCode } from '../../indicators/framework.ts';
import type { ReleasedTime } from './content.ts';
import { factsOf } from './facts.ts';

/** A median that rests on fewer files than this is close to the time of one of them. */
const leastFiles = 10;

const filesOf = ({ denominator }: IndicatorValue): number => denominator ?? 0;
const isFew = (files: number): boolean => files > 0 && files < leastFiles;

/** The agreement's own: of its one unit, or of the files of all its units together. What is given by unit only is not released as one. */
const isOfAgreement = ({ unitCode, unitsCovered, denominator }: IndicatorValue): boolean =>
  unitCode === null && (unitsCovered === 1 || denominator !== null);

/**
 * How long files took (B5): the median of a unit, and of the agreement's files together, where it rests on at least ten files, whose number
 * is not given; the agreement's also only where the units whose own is suppressed have as many. The age of the oldest file (B4) is the time
 * of one file and is not released, nor are the stages.
 */
export function timeLines({ values, framework }: ReturnContent): ReleasedTime[] {
  const own = values.filter(({ code }) => ownCode(framework, code) === 'B5');
  const units = own.filter(({ unitCode }) => unitCode !== null);
  const rest = units.reduce((files, each) => files + (isFew(filesOf(each)) ? filesOf(each) : 0), 0);
  return [...units, ...own.filter(isOfAgreement)].map((figure) => {
    const isTotal = figure.unitCode === null && figure.unitsCovered > 1;
    const few = figure.value !== null && (filesOf(figure) < leastFiles || (isTotal && isFew(rest)));
    return { ...factsOf(figure, true), shown: { value: few ? null : figure.value, mark: few ? 'x' : '' } };
  });
}
