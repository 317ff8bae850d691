import { describe, expect, it } from 'vitest';
import { defaultAssumptions } from '../../../db/analysis/assumptions.ts';
import { estimateCounterfactual } from '../../../db/analysis/counterfactual.ts';
import { gradeEvidence, type EvidenceFacts } from '../../../db/analysis/grades.ts';
import { steadyPanel } from '../../support/unitPanels.ts';

const best: EvidenceFacts = {
  reportedBefore: 24,
  reportedAfter: 12,
  starvedShare: 0.09,
  residualShare: 0.04,
  inflowSplitRecorded: true,
  administrativeShare: 0.2,
  meanOutflow: 20,
  flatPreTrend: true,
  insideStructuralBand: true,
  priorDriven: false,
};

describe('grades of evidence', () => {
  it('is A when every criterion is met, and only then is there nothing to add', () => {
    expect(gradeEvidence(best)).toMatchObject({ grade: 'A', pointClaim: true, reasons: [] });
  });

  it.each<[string, Partial<EvidenceFacts>, string[]]>([
    ['B', { reportedBefore: 23 }, ['few_months_before']],
    ['B', { reportedAfter: 11 }, ['few_months_after']],
    ['B', { starvedShare: 0.1 }, ['work_limited']],
    ['B', { starvedShare: 0.3 }, ['work_limited']],
    ['B', { residualShare: 0.1 }, ['stock_flow_unbalanced']],
    ['B', { inflowSplitRecorded: false }, ['inflow_split_missing']],
    ['B', { flatPreTrend: null }, ['pre_trend_not_evaluated']],
    ['B', { insideStructuralBand: false }, ['structural_band_not_evaluated']],
    ['B', { starvedShare: null }, ['work_limited']],
    ['C', { reportedBefore: 12, reportedAfter: 3 }, ['few_months_before', 'few_months_after']],
    [
      'C',
      { flatPreTrend: null, insideStructuralBand: null },
      ['pre_trend_not_evaluated', 'structural_band_not_evaluated'],
    ],
    ['D', { reportedBefore: 11 }, ['few_months_before']],
    ['D', { starvedShare: 0.31 }, ['work_limited']],
    ['D', { residualShare: 0.11 }, ['stock_flow_unbalanced']],
    ['D', { administrativeShare: 0.51 }, ['mostly_administrative']],
    ['D', { priorDriven: true }, ['prior_driven']],
  ])('is %s for %o', (grade, change, reasons) => {
    const evidence = gradeEvidence({ ...best, ...change });
    expect(evidence.grade).toBe(grade);
    expect(evidence.reasons).toEqual(reasons);
    expect(evidence.pointClaim).toBe(grade !== 'D');
  });

  it('allows no single figure for a handful of files a month, whatever the grade', () => {
    expect(gradeEvidence({ ...best, meanOutflow: 4.9 })).toMatchObject({
      grade: 'A',
      pointClaim: false,
      reasons: ['small_counts'],
    });
    expect(gradeEvidence({ ...best, meanOutflow: null }).pointClaim).toBe(false);
  });

  it('is D for every estimate of the provisional method, with what else is missing beside it', () => {
    const result = estimateCounterfactual(steadyPanel(60, 30), defaultAssumptions, { seed: 1, draws: 50 });
    if (result.status !== 'estimated' || result.evidence === null) throw new Error('not estimated');
    expect(result.evidence).toMatchObject({ grade: 'D', pointClaim: false });
    expect(result.evidence.reasons).toEqual([
      'inflow_split_missing',
      'pre_trend_not_evaluated',
      'structural_band_not_evaluated',
      'prior_driven',
    ]);
    const notEvaluated = result.evidence.criteria.filter((criterion) => criterion.outcome === 'not_evaluated');
    expect(notEvaluated.map((criterion) => criterion.reason)).toEqual([
      'pre_trend_not_evaluated',
      'structural_band_not_evaluated',
    ]);
  });
});
