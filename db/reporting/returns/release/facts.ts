import type { ValueStatus } from '#contract/ground/codes';
import type { IndicatorValue } from '#contract/reporting/returns';
import type { ReleasedTime } from './content.ts';

const released = ['pack', 'sum', 'ledger', 'units', 'entered'] as const;

/** What may be disclosed with a figure. That a zero was confirmed discloses the zero where the number does not. */
export function factsOf(figure: IndicatorValue, exact: boolean): Omit<ReleasedTime, 'shown'> {
  const { code, unitCode, unitsCovered, unitsAsked, definitionVersion } = figure;
  const calculation = released.find((each) => each === figure.calculation);
  if (!calculation) throw new Error('only counts and times are released');
  const status: ValueStatus = figure.status === 'zero_confirmed' && !exact ? 'complete' : figure.status;
  return { code, unitCode, status, unitsCovered, unitsAsked, definitionVersion, calculation };
}
