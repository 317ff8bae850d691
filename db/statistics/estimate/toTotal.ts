import type { CounterfactualResult } from '#contract/statistics/estimate';
import type { Month } from '#contract/ground/dates';
import type { CombinedMonth } from '../../estimator/combineUnits.ts';
import type { Estimation } from '../../estimator/estimate.ts';
import { samplingIn } from '../../estimator/grades.ts';
import { scepticTotal } from '../../estimator/scepticTotal.ts';
import { gradeTotalAt, type UnitOfTotal } from '../../estimator/gradeTotal.ts';
import { sum } from '../../estimator/numbers.ts';
import { closedBetween, likelyFewer, ownChange } from '../../estimator/confounding.ts';
import type { UnitPanel } from '../../estimator/panel.ts';

type Results = CounterfactualResult['units'];

/** The units that the total speaks of: those never funded have nothing to be avoided. */
function unitsOfTotal(units: Results): readonly UnitOfTotal[] {
  return units.flatMap(({ unitId, result }): UnitOfTotal[] => {
    if (result.status === 'estimated') {
      return [{ unitId, answer: { asOf: result.asOf, grade: result.grade, avoided: result.avoided.mean } }];
    }
    return result.reasons.every(({ code }) => code !== 'no_funding') ? [{ unitId, answer: null }] : [];
  });
}

/** Files closed by the units of the total since the funding of each began. */
function closedSince(units: Results, panels: readonly UnitPanel[], month: string): number {
  const closed = units.map(({ unitId, result }) => {
    const panel = panels.find((each) => each.unitId === unitId);
    const has = panel !== undefined && result.status === 'estimated' && result.asOf === month;
    return has ? closedBetween(panel, result.fundingStart, month) : 0;
  });
  return sum(closed);
}

/** The joint total at the last month asked for, of the units that reach it; null where none does. */
export function toTotal(
  combined: readonly CombinedMonth[],
  units: Results,
  panels: readonly UnitPanel[],
  estimation: Estimation,
): CounterfactualResult['total'] {
  const now = combined.at(-1);
  if (!now?.fan || !now.avoided || now.backlog === null) return null;
  const reaching = units.flatMap(({ unitId, result }) =>
    result.status === 'estimated' && result.asOf === now.month ? [{ unitId, avoided: result.avoided }] : [],
  );
  return {
    unitsCovered: now.units,
    unitsAsked: units.length,
    months: combined.map((each) => each.month as Month),
    covered: combined.map((each) => each.units),
    backlog: combined.map((each) => each.backlog),
    fan: combined.map((each) => each.fan),
    backlogNow: now.backlog,
    counterfactualNow: now.fan,
    avoided: now.avoided,
    sceptic: scepticTotal(
      estimation.sceptic,
      reaching.map(({ unitId }) => unitId),
    ),
    probabilityBelow: now.probabilityBelow ?? 0,
    ownChange: ownChange(now.avoided, closedSince(units, panels, now.month)),
    likelyFewer: likelyFewer(reaching.map(({ avoided }) => avoided)),
    evidence: gradeTotalAt(now.month, unitsOfTotal(units), panels, samplingIn(estimation)),
  };
}
