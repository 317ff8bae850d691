import type { Month } from '#contract/ground/dates';
import type { PublishedEstimate, PublishedQuantiles, PublishedTotal } from '#contract/reporting/publishedEstimate';
import type { IndicatorValue } from '#contract/reporting/returns';

interface UnitPoint {
  readonly code: string;
  /** An estimate that reaches the quarter's end. */
  readonly covered: boolean;
  /** The single figure, where the evidence carries one. */
  readonly point: number | null;
}

function unitPoint({ code, result }: PublishedEstimate['units'][number], last: Month): UnitPoint {
  if (result.status !== 'estimated' || result.asOf !== last) return { code, covered: false, point: null };
  return { code, covered: true, point: result.pointClaim ? result.avoided.p50 : null };
}

const carriesFigure = ({ evidence }: PublishedTotal): boolean => (evidence?.grade ?? 'D') !== 'D';

/**
 * The total's own grade decides, whatever those of its units: that a small unit carries no figure does not take away that of all.
 * A single unit has no total of its own.
 */
function totalPoint(own: readonly UnitPoint[], total: PublishedEstimate['total'], last: Month): number | null {
  if (own.length === 1) return own[0]?.point ?? null;
  if (!total || !carriesFigure(total)) return null;
  const covered = own.filter((each) => each.covered).length;
  const isOfAll = covered > 0 && total.covered[total.months.indexOf(last)] === covered;
  return isOfAll ? total.avoided.p50 : null;
}

/**
 * The backlog avoided. Where the evidence carries no single figure only the interval of the estimate is given, and the units that have one
 * are still counted as covered. The total comes from joint draws, not from the units' figures.
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
    value(null, totalPoint(own, total, last), covered, own.length),
  ];
}

/** Whether a single figure of the backlog avoided is published, of a unit or, for null, of all: every file and screen asks here. */
export function publishesAvoided(values: readonly IndicatorValue[], unitCode: string | null): boolean {
  return values.some((each) => each.code === 'K1' && each.unitCode === unitCode && each.value !== null);
}

const noMiddle = <T extends PublishedQuantiles>(interval: T): T => ({ ...interval, p50: null });
const noMean = <T extends PublishedQuantiles & { readonly mean: number | null }>(interval: T): T => ({
  ...noMiddle(interval),
  mean: null,
});
const fanOf = (fan: readonly (PublishedQuantiles | null)[]): (PublishedQuantiles | null)[] =>
  fan.map((each) => each && noMiddle(each));

type PublishedResult = PublishedEstimate['units'][number]['result'];

function withheld(result: PublishedResult): PublishedResult {
  if (result.status !== 'estimated') return result;
  return {
    ...result,
    fan: fanOf(result.fan),
    avoided: noMean(result.avoided),
    sceptic: result.sceptic && noMean(result.sceptic),
    probabilityBelow: null,
    crossChecks: result.crossChecks.map((each) =>
      each.status === 'estimated' ? { ...each, avoided: noMean(each.avoided) } : each,
    ),
  };
}

/** The estimate as the files carry it: where `values` publish no single figure, none can be read from its draws either. */
export function publishedOf(result: PublishedEstimate, values: readonly IndicatorValue[]): PublishedEstimate {
  const { units, total } = result;
  // Means add up: from the total's and the others' a withheld one could be computed.
  const hidesOne = units.some((unit) => unit.result.status === 'estimated' && !publishesAvoided(values, unit.code));
  return {
    ...result,
    units: units.map((unit) =>
      publishesAvoided(values, unit.code) ? unit : { ...unit, result: withheld(unit.result) },
    ),
    total:
      total === null || publishesAvoided(values, null)
        ? total && hidesOne
          ? {
              ...total,
              avoided: { ...total.avoided, mean: null },
              sceptic: total.sceptic && { ...total.sceptic, mean: null },
            }
          : total
        : {
            ...total,
            fan: fanOf(total.fan),
            counterfactualNow: noMiddle(total.counterfactualNow),
            avoided: noMean(total.avoided),
            sceptic: total.sceptic && noMean(total.sceptic),
            probabilityBelow: null,
          },
  };
}
