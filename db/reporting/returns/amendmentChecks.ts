import { sumWhole } from '#contract/ground/amounts';
import { amendmentsOf, amountAfter, endedBy, type AmendedFact } from '#contract/reporting/amendments';
import type { Check } from '#contract/reporting/returns';
import { finding, type CheckInput } from './finding.ts';

/** The agreement ends on another day than its amendments say. */
function endDiffers({ funding, endsOn }: CheckInput): readonly AmendedFact[] {
  const by = endedBy(amendmentsOf(funding?.amendments ?? []));
  if (by?.newEndsOn == null || by.newEndsOn === endsOn) return [];
  return [{ what: 'end', number: by.number, amendment: by.newEndsOn, agreement: endsOn }];
}

/** The budget of the fiscal year is another than its amendments say; not known as long as a line lacks its budget. */
function amountDiffers({ funding, quarter }: CheckInput): readonly AmendedFact[] {
  const after = amountAfter(amendmentsOf(funding?.amendments ?? []), quarter.fiscalYear);
  if (after === null) return [];
  const lines = funding?.budget ?? [];
  const budgets = lines.map(({ budget }) => (typeof budget === 'number' ? budget : null));
  const agreement = lines.length === 0 ? null : sumWhole(budgets);
  if (agreement === after.cents) return [];
  return [{ what: 'amount', number: after.number, amendment: after.cents, agreement }];
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
