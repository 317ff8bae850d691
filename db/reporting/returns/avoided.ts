import type { CounterfactualResult } from '#contract/statistics/estimate';
import type { Month } from '#contract/ground/dates';
import type { IndicatorValue } from '#contract/reporting/returns';

interface UnitPoint {
  readonly code: string;
  /** An estimate that reaches the quarter's end. */
  readonly covered: boolean;
  /** The single figure, where the evidence carries one. */
  readonly point: number | null;
}

function unitPoint({ code, result }: CounterfactualResult['units'][number], last: Month): UnitPoint {
  if (result.status !== 'estimated' || result.asOf !== last) return { code, covered: false, point: null };
  return { code, covered: true, point: result.pointClaim ? result.avoided.p50 : null };
}

/** The total claims a figure only where every unit in it does and it has a grade itself. A single unit has no total of its own. */
function totalPoint(own: readonly UnitPoint[], total: CounterfactualResult['total'], last: Month): number | null {
  const covered = own.filter((each) => each.covered);
  if (covered.length === 0 || !covered.every((each) => each.point !== null)) return null;
  if (own.length === 1) return own[0]?.point ?? null;
  // A total that was locked before totals were graded keeps its figure.
  if (!total || total.evidence?.grade === null) return null;
  return total.covered[total.months.indexOf(last)] === covered.length ? total.avoided.p50 : null;
}

/**
 * The backlog avoided. Where the evidence carries no single figure the interval of the estimate stands alone, and the
 * units that have one are still counted as covered. The total comes from joint draws, not from the units' figures.
 */
export function avoidedValues(
  definitionVersion: string,
  { units, total }: CounterfactualResult,
  last: Month,
): readonly IndicatorValue[] {
  const value = (unitCode: string | null, found: number | null, covered: number, asked: number): IndicatorValue => ({
    code: 'K1',
    unitCode,
    value: found,
    numerator: null,
    denominator: null,
    status: found === null ? 'not_available' : covered < asked ? 'partial' : 'complete',
    parts: [],
    breakdowns: [],
    entered: null,
    unitsCovered: covered,
    unitsAsked: asked,
    agreements: null,
    definitionVersion,
    packIds: [],
    calculation: 'counterfactual',
    previous: null,
  });
  const own = units.map((each) => unitPoint(each, last));
  const covered = own.filter((each) => each.covered).length;
  return [
    ...own.map((each) => value(each.code, each.point, each.covered ? 1 : 0, 1)),
    value(null, totalPoint(own, total, last), covered, own.length),
  ];
}
