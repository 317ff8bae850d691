import { sumWhole } from '#contract/ground/amounts';
import { periodOf } from '#contract/ground/period';
import {
  amendmentsOf,
  amountOn,
  endOn,
  type AmendedFact,
  type Amendment,
  type Decided,
} from '#contract/reporting/amendments';
import type { Check } from '#contract/reporting/returns';
import { finding, type CheckInput } from './finding.ts';

const amendmentsIn = ({ funding }: CheckInput): readonly Amendment[] => amendmentsOf(funding?.amendments ?? []);
const lastDayOf = ({ quarter }: CheckInput): string => periodOf(quarter).lastDay;

/** What is in force at the end of the quarter decides; an agreement that already has what a later amendment sets is no difference. */
function differs<T>({ inForce, later }: Decided<T>, recorded: T | null): Decided<T>['inForce'] {
  if (inForce === null || inForce.value === recorded) return null;
  return recorded !== null && later.includes(recorded) ? null : inForce;
}

/** The agreement ends on another day than its amendments say. */
function endDiffers(input: CheckInput): readonly AmendedFact[] {
  const found = differs(endOn(amendmentsIn(input), lastDayOf(input)), input.endsOn);
  return found ? [{ what: 'end', number: found.number, amendment: found.value, agreement: input.endsOn }] : [];
}

/** The budget of the fiscal year is another than its amendments say; not known as long as a line lacks its budget. */
function amountDiffers(input: CheckInput): readonly AmendedFact[] {
  const lines = input.funding?.budget ?? [];
  const budgets = lines.map(({ budget }) => (typeof budget === 'number' ? budget : null));
  const agreement = lines.length === 0 ? null : sumWhole(budgets);
  const set = amountOn(amendmentsIn(input), lastDayOf(input), input.quarter.fiscalYear);
  const found = differs(set, agreement);
  return found ? [{ what: 'amount', number: found.number, amendment: found.value, agreement }] : [];
}

/** Names both: what the signed amendments say, and what the agreement and its budget have. */
export function amendmentChecks(input: CheckInput): readonly Check[] {
  const ends = endDiffers(input);
  const amounts = amountDiffers(input);
  return [
    ...(ends.length > 0
      ? [finding(null, { code: 'amendment_differs', blocking: false, amended: [...ends], mend: 'agreements' })]
      : []),
    ...(amounts.length > 0
      ? [finding(null, { code: 'amendment_differs', blocking: false, amended: [...amounts], mend: 'funding' })]
      : []),
  ];
}
