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

/** The middle without the mean of it: from the means of a total and of all units but one, that of the one could be computed. */
function withoutMeans(total: PublishedTotal): PublishedTotal {
  return { ...total, avoided: noMean(total.avoided), sceptic: total.sceptic && noMean(total.sceptic) };
}

type Drawn = Pick<PublishedUnit, 'fan' | 'avoided' | 'sceptic' | 'probabilityBelow'>;

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

function publishedTotal(total: PublishedTotal, shown: Shown, hidesUnit: boolean): PublishedTotal {
  const { counterfactualNow } = total;
  const found = {
    ...total,
    ...shownDraws(total, shown),
    counterfactualNow: shown.figure ? counterfactualNow : noMiddle(counterfactualNow),
  };
  return hidesUnit ? withoutMeans(found) : found;
}

/**
 * An estimate as files and the command line carry it: what its grade does not show cannot be read from its draws either. The total's own grade
 * decides for the total: that a small unit carries no figure does not take away that of all.
 * @param last the month whose figures alone are published, of a return; of units that end before it, and of their total, ranges are
 */
export function publishedOf(result: PublishedEstimate, last?: Month): PublishedEstimate {
  const { units, total } = result;
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
  const hidesUnit = published.some(({ result: own }) => own.status === 'estimated' && own.avoided.p50 === null);
  return {
    ...result,
    units: published,
    total: total && publishedTotal(total, at(total.evidence, isOfAll), hidesUnit),
  };
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
