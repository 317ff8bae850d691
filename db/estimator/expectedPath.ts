import { effectiveFte } from './capacity.ts';
import { at } from './numbers.ts';
import { rampedFte } from './ramp.ts';

/** The recursion with every chance replaced by its mean: what a spreadsheet can redo, with one productivity and one ramp length. */
export type ExpectedPath = {
  readonly effectiveFte: readonly number[];
  readonly outflowWithout: readonly number[];
  readonly backlog: readonly number[];
  readonly backlogWithout: readonly number[];
};

/**
 * Expected backlog with and without the funded staff, all months reported and never short of work:
 * C0_t = C_t base / (base + productivity x ramped), B0_t = max(0, B0_{t-1} + A_t - C0_t).
 * Source: Vigie method note, section 2.3.
 * @param input.openingBacklog files open before the first month; flows in files a month; FTE by month; ramp in months
 */
export function expectedPath(input: {
  readonly openingBacklog: number;
  readonly inflow: readonly number[];
  readonly outflow: readonly number[];
  readonly fteBase: number;
  readonly fteFunded: readonly number[];
  readonly productivity: number;
  readonly rampMonths: number;
  readonly rampStart: number;
}): ExpectedPath {
  const ramped = rampedFte(input.fteFunded, input.rampMonths, input.rampStart);
  const path = {
    effectiveFte: [] as number[],
    outflowWithout: [] as number[],
    backlog: [] as number[],
    backlogWithout: [] as number[],
  };
  let backlog = input.openingBacklog;
  let backlogWithout = input.openingBacklog;
  input.inflow.forEach((inflow, t) => {
    const month = { base: input.fteBase, ramped: at(ramped, t), fundedOvertime: 0 };
    const fte = effectiveFte(month, input.productivity, 0, 0);
    const outflow = at(input.outflow, t);
    const outflowWithout = (outflow * fte.without) / fte.withFunding;
    backlog += inflow - outflow;
    backlogWithout = Math.max(0, backlogWithout + inflow - outflowWithout);
    path.effectiveFte.push(fte.withFunding);
    path.outflowWithout.push(outflowWithout);
    path.backlog.push(backlog);
    path.backlogWithout.push(backlogWithout);
  });
  return path;
}
