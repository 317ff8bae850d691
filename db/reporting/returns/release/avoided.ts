import { periodOf } from '#contract/ground/period';
import type { ReturnContent } from '#contract/reporting/returns';
import type { ReleasedAvoided } from './content.ts';
import type { ReleaseBase } from '#contract/reporting/releases';

/** The interval of the backlog avoided: of several units together, rounded; never of one. Null where there is none for the quarter's end. */
export function avoidedLine(content: ReturnContent, base: ReleaseBase): ReleasedAvoided | null {
  const total = content.counterfactual?.total;
  const last = periodOf(content.quarter).lastMonth;
  const covered = total?.covered[total.months.indexOf(last)] ?? 0;
  if (!total || covered < 2 || total.fan[total.months.indexOf(last)] == null) return null;
  // Adding zero makes a rounded -0 a plain one.
  const rounded = (value: number): number => Math.round(value / base) * base + 0;
  const { p025, p10, p50, p90, p975 } = total.avoided;
  return {
    unitsCovered: covered,
    unitsAsked: total.unitsAsked,
    quantiles: {
      p025: rounded(p025),
      p10: rounded(p10),
      p50: p50 === null ? null : rounded(p50),
      p90: rounded(p90),
      p975: rounded(p975),
    },
  };
}
