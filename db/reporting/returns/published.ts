import type { Month } from '#contract/ground/dates';
import type {
  PublishedEstimate,
  PublishedQuantiles,
  PublishedTotal,
  PublishedUnit,
} from '#contract/reporting/publishedEstimate';
import type { SensitivityRow } from '#contract/statistics/assumptions';
import type { CounterfactualResult } from '#contract/statistics/estimate';
import { cappedProbability, shownOf, type Shown } from '#contract/statistics/shown';

type Summary = PublishedUnit['avoided'];

const noMiddle = <T extends PublishedQuantiles>(interval: T): T => ({ ...interval, p50: null });
const noMean = (interval: Summary): Summary => ({ ...interval, mean: null });
const noFigure = (interval: Summary): Summary => noMean(noMiddle(interval));

type Drawn = Pick<PublishedUnit, 'fan' | 'avoided' | 'sceptic' | 'probabilityBelow'>;

/** Means add up: from a total's and those of all units but one, that of the one could be computed, and the total's from all of them. */
function withoutMeans<T extends Pick<Drawn, 'avoided' | 'sceptic'>>(found: T): T {
  return { ...found, avoided: noMean(found.avoided), sceptic: found.sceptic && noMean(found.sceptic) };
}

function shownDraws({ fan, avoided, sceptic, probabilityBelow }: Drawn, { figure, probability }: Shown): Drawn {
  return {
    fan: figure ? fan : fan.map((each) => each && noMiddle(each)),
    avoided: figure ? avoided : noFigure(avoided),
    sceptic: figure || !sceptic ? sceptic : noFigure(sceptic),
    probabilityBelow: probability && probabilityBelow !== null ? cappedProbability(probabilityBelow) : null,
  };
}

function publishedUnit(unit: PublishedUnit, shown: Shown): PublishedUnit {
  const { crossChecks, productivity } = unit;
  return {
    ...unit,
    ...shownDraws(unit, shown),
    ...(!shown.figure && {
      productivity: productivity && noFigure(productivity),
      crossChecks: crossChecks.map((each) =>
        each.status === 'estimated' ? { ...each, avoided: noFigure(each.avoided) } : each,
      ),
    }),
  };
}

function publishedTotal(total: PublishedTotal, shown: Shown): PublishedTotal {
  const { counterfactualNow } = total;
  return {
    ...total,
    ...shownDraws(total, shown),
    counterfactualNow: shown.figure ? counterfactualNow : noMiddle(counterfactualNow),
  };
}

type UnitRow = PublishedEstimate['units'][number];

const hidesFigure = ({ result }: UnitRow): boolean => result.status === 'estimated' && result.avoided.p50 === null;

function withoutUnitMeans(unit: UnitRow): UnitRow {
  return unit.result.status === 'estimated' ? { ...unit, result: withoutMeans(unit.result) } : unit;
}

/**
 * An estimate as files and the command line carry it: what its grade does not show cannot be read from its draws either. The total's own grade
 * decides for the total: that a small unit carries no figure does not take away that of all.
 * @param last the month whose figures alone are published, of a return; of units that end before it, and of their total, ranges are
 */
export function publishedOf(
  { alternatives = [], ...given }: Omit<PublishedEstimate, 'alternatives'> & Partial<PublishedEstimate>,
  last?: Month,
): PublishedEstimate {
  const { units, total } = given;
  const result = { ...given, alternatives };
  const at = (graded: Parameters<typeof shownOf>[0], isOfMonth: boolean): Shown => {
    const shown = shownOf(graded);
    return { ...shown, figure: shown.figure && (last === undefined || isOfMonth) };
  };
  const published = units.map((unit) => {
    const { result: own } = unit;
    return own.status === 'estimated' ? { ...unit, result: publishedUnit(own, at(own, own.asOf === last)) } : unit;
  });
  const covered = units.filter(({ result: own }) => own.status === 'estimated' && own.asOf === last).length;
  const isOfAll = covered > 0 && total?.covered[total.months.findIndex((month) => month === last)] === covered;
  const ofAll = total && publishedTotal(total, at(total.evidence, isOfAll));
  if (published.some(hidesFigure)) return { ...result, units: published, total: ofAll && withoutMeans(ofAll) };
  const isTotalHidden = ofAll !== null && ofAll.avoided.p50 === null;
  return { ...result, units: isTotalHidden ? published.map(withoutUnitMeans) : published, total: ofAll };
}

/** A row of the sensitivity: what its question's estimate does not show, it does not either. */
type PublishedRow = Omit<SensitivityRow, 'median' | 'probabilityBelow'> & {
  readonly median: number | null;
  readonly probabilityBelow: number | null;
};

export function publishedRows(
  { units, total }: Pick<CounterfactualResult, 'units' | 'total'>,
  rows: readonly SensitivityRow[],
): readonly PublishedRow[] {
  const [only] = units;
  const unit = only?.result.status === 'estimated' ? only.result : null;
  const { figure, probability } = shownOf(units.length === 1 ? unit : (total?.evidence ?? null));
  return rows.map((row) => ({
    ...row,
    median: figure ? row.median : null,
    probabilityBelow: probability ? cappedProbability(row.probabilityBelow) : null,
  }));
}
