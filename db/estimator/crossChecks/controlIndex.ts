import { at, sum } from '../numbers.ts';
import { outflowAt, type UnitPanel } from '../panel.ts';

type ControlMonth = { readonly outflow: number; readonly fteBase: number };

/** The months asked for, in their order: null where the unit has no such month, or its outflow is not recorded, or its base FTE is not or is 0. */
function monthsOf(control: UnitPanel, months: readonly string[]): readonly (ControlMonth | null)[] {
  const places = new Map(control.months.map((month, t) => [month, t]));
  return months.map((month) => {
    const t = places.get(month);
    if (t === undefined) return null;
    if ((at(control.fteFunded, t) ?? 0) > 0) throw new RangeError('A control never had funded staff.');
    const outflow = outflowAt(control, t);
    const fteBase = at(control.fteBase, t);
    return outflow === null || fteBase === null || fteBase === 0 ? null : { outflow, fteBase };
  });
}

/**
 * How the month was for units that were never funded, relative to what they usually close: index_t = sum C / sum lam_j Fb_j over the
 * controls j with a known outflow C and base FTE Fb in month t; lam_j is the unit's own outflow for a base FTE over the months asked for.
 * A unit or month that is not reported drops out of both sums. Source: Vigie method note, section 3 (b1).
 * @param controls never-funded units; RangeError when one has funded FTE in a month asked for
 * @param months 'YYYY-MM'; @returns one value for each, around 1; null where no control tells anything of the month
 */
export function controlIndex(controls: readonly UnitPanel[], months: readonly string[]): readonly (number | null)[] {
  const outflow = new Float64Array(months.length);
  const usual = new Float64Array(months.length);
  for (const control of controls) {
    const reported = monthsOf(control, months);
    const known = reported.filter((month) => month !== null);
    const rate = sum(known.map((month) => month.outflow)) / sum(known.map((month) => month.fteBase));
    reported.forEach((month, t) => {
      if (month === null) return;
      outflow[t] = at(outflow, t) + month.outflow;
      usual[t] = at(usual, t) + rate * month.fteBase;
    });
  }
  return months.map((_, t) => (at(usual, t) > 0 ? at(outflow, t) / at(usual, t) : null));
}
