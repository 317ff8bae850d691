import type { Estimate } from '#contract/statistics/estimate';
import { shownOf } from '#contract/statistics/shown';

/** The units with a productivity of their own, a mean of it where they show a single figure, and whether another has it withheld: it has funded staff and no figure. */
export function ownProductivity(units: readonly { readonly code: string; readonly estimate: Estimate }[]) {
  return {
    units: units.flatMap(({ code, estimate }) => {
      const { productivity } = estimate;
      return productivity === null ? [] : [{ code, productivity, hasMean: shownOf(estimate).figure }];
    }),
    isWithheld: units.some(({ estimate }) => estimate.productivity === null && (estimate.fundedFte ?? 0) > 0),
  };
}
