import type { EventStudies } from '#contract/statistics/evidence';
import type { EventStudies as AnalysisStudies } from '../../estimator/crossChecks/eventStudy.ts';

type Estimated = Extract<AnalysisStudies, { status: 'estimated' }>;

function study({
  effects,
  preTrend,
  early,
  after,
}: Estimated['productivity']): Extract<EventStudies, { status: 'estimated' }>['productivity'] {
  return {
    effects: [...effects],
    preTrendP: preTrend?.permutation.p ?? null,
    trendFound80: preTrend?.found80 ?? null,
    early: early === null || early.permutation.p === null ? null : { rise: early.rise, p: early.permutation.p },
    after: after && {
      att: after.att,
      standardError: after.standardError,
      p: after.permutation.p,
      found80: after.found80,
    },
  };
}

export function toEventStudies(found: AnalysisStudies): EventStudies {
  if (found.status === 'refused') return { status: 'refused', reason: found.reason };
  const { controls, cohorts, productivity, inflow, flatPreTrend, roseBefore, inducedInflow } = found;
  return {
    status: 'estimated',
    controls,
    funded: cohorts.reduce((total, each) => total + each.units, 0),
    productivity: study(productivity),
    inflow: study(inflow),
    flatPreTrend,
    roseBefore,
    inducedInflow,
  };
}
