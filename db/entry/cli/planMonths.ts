import type { Month } from '#contract/ground/dates';
import { InputFailure } from './outcome.ts';

/** What is asked of months: staff that come, a target to be reached, an agreement that ends, inflow that changes. */
interface MonthsAsked {
  readonly from?: Month;
  readonly by?: Month;
  readonly agreementEnds?: Month;
  readonly stepFrom?: Month;
}

export function requireMonthsInOrder({ from, by }: MonthsAsked): void {
  if (from !== undefined && by !== undefined && by < from) throw new InputFailure('planByBeforeFrom');
}

/** @param months those that are planned; none where no unit has a plan, which is said instead */
export function requirePlannedMonths(asked: MonthsAsked, months: readonly Month[]): void {
  const { from, by, agreementEnds, stepFrom } = asked;
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return;
  const options = { '--from': from, '--by': by, '--agreement-ends': agreementEnds, '--step-from': stepFrom };
  for (const [option, value] of Object.entries(options)) {
    if (value === undefined || (value >= first && value <= last)) continue;
    throw new InputFailure('planMonthOutside', { option, value, first, last });
  }
}
