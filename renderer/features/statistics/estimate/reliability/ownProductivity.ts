import type { Estimate } from '#contract/statistics/estimate';

/** The units with a productivity of their own, and whether another has it withheld: it has funded staff and no figure. */
export function ownProductivity(units: readonly { readonly code: string; readonly estimate: Estimate }[]) {
  return {
    units: units.flatMap(({ code, estimate: { productivity } }) =>
      productivity === null ? [] : [{ code, productivity }],
    ),
    isWithheld: units.some(({ estimate }) => estimate.productivity === null && (estimate.fundedFte ?? 0) > 0),
  };
}
