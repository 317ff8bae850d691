import type { ValueStatus } from '#contract/codes';
import type { IndicatorValue } from '#contract/returns';
import type { ReleasedCount } from './content.ts';

/** What may be told beside a figure. That a zero was confirmed tells the zero where the number does not. */
export function factsOf(figure: IndicatorValue, exact: boolean): Omit<ReleasedCount, 'shown'> {
  const { code, unitCode, unitsCovered, unitsAsked, definitionVersion, calculation } = figure;
  if (calculation !== 'pack' && calculation !== 'sum' && calculation !== 'ledger')
    throw new Error('only counts are released');
  const status: ValueStatus = figure.status === 'zero_confirmed' && !exact ? 'complete' : figure.status;
  return { code, unitCode, status, unitsCovered, unitsAsked, definitionVersion, calculation };
}
