import type { Month } from '#contract/ground/dates';
import type { PublishedEstimate } from '#contract/reporting/publishedEstimate';
import type { IndicatorValue } from '#contract/reporting/returns';

interface UnitPoint {
  readonly code: string;
  /** An estimate that reaches the quarter's end. */
  readonly covered: boolean;
  /** The single figure, where it is published. */
  readonly point: number | null;
}

function unitPoint({ code, result }: PublishedEstimate['units'][number], last: Month): UnitPoint {
  if (result.status !== 'estimated' || result.asOf !== last) return { code, covered: false, point: null };
  return { code, covered: true, point: result.avoided.p50 };
}

/**
 * The backlog avoided, of an estimate as it is published. Where there is no single figure only the interval of the estimate is given, and the
 * units that have one are still counted as covered. The total comes from joint draws, not from the units' figures; one unit has no other.
 */
export function avoidedValues(
  definitionVersion: string,
  { units, total }: PublishedEstimate,
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
    value(null, (own.length === 1 ? own[0]?.point : total?.avoided.p50) ?? null, covered, own.length),
  ];
}
