import { describe, expect, it } from 'vitest';
import { defaultAssumptions } from '../../../db/estimator/assumptions.ts';
import type { UnitChecks } from '../../../db/estimator/crossChecks/run.ts';
import { gradeEvidence, refusedBy, samplingOf, type EvidenceFacts } from '../../../db/estimator/grades.ts';
import { gradeUnit } from '../../../db/estimator/gradeUnit.ts';
import { estimatedOne } from '../../support/estimates.ts';
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
  roseBefore: false,
  insideStructuralBand: true,
  priorDriven: false,
  priorWeight: 0.1,
  doubtfulStaffing: 0,
  partialMonths: 0,
  practiceChanged: null,
  inflowRose: true,
  controls: 6,
};

describe('grades of evidence', () => {
  it('is A when every criterion is met, and only then is there nothing to add', () => {
    expect(gradeEvidence(best)).toEqual({ grade: 'A', reasons: [], criteria: expect.any(Array) as unknown });
  });

  it.each<[string, Partial<EvidenceFacts>, string[]]>([
    ['B', { reportedBefore: 23 }, ['months_before_under_24']],
    ['B', { reportedAfter: 11 }, ['months_after_under_12']],
    ['B', { starvedShare: 0.1 }, ['starved_over_10']],
    ['B', { starvedShare: 0.3 }, ['starved_over_10']],
    ['B', { residualShare: 0.1 }, ['residual_over_5']],
    ['B', { inflowSplitRecorded: false, inflowRose: false }, ['inflow_split_missing']],
    ['B', { inflowSplitRecorded: false, inflowRose: null }, ['inflow_split_missing']],
    ['B', { flatPreTrend: null }, ['pre_trend_not_evaluated']],
    ['B', { insideStructuralBand: false }, ['outside_structural_band']],
    ['B', { starvedShare: null }, ['starved_not_evaluated']],
    ['C', { reportedBefore: 12, reportedAfter: 3 }, ['months_before_under_24', 'months_after_under_12']],
    [
      'C',
      { flatPreTrend: null, insideStructuralBand: null },
      ['pre_trend_not_evaluated', 'structural_band_not_evaluated'],
    ],
    // What was closed and what was brought in cannot be separated: unrecorded, induced inflow put the gap 35 % too high.
    ['C', { inflowSplitRecorded: false }, ['inflow_rose']],
    ['C', { controls: 5 }, ['few_controls']],
    ['D', { controls: 0 }, ['no_controls']],
    ['C', { flatPreTrend: false }, ['pre_trend_not_flat']],
    ['C', { roseBefore: true }, ['rose_before_funding']],
    ['D', { priorDriven: true, controls: 0 }, ['prior_driven']],
    ['C', { doubtfulStaffing: 1 }, ['staffing_doubtful']],
    ['C', { priorWeight: 0.25 }, ['weakly_learnt']],
    ['D', { priorWeight: 0.5 }, ['prior_driven']],
    ['C', { partialMonths: 1 }, ['months_partial']],
    ['C', { practiceChanged: 'apart' }, ['practice_changed']],
    ['D', { practiceChanged: 'with_funding' }, ['practice_changed_with_funding']],
    ['D', { reportedBefore: 11 }, ['months_before_under_12']],
    ['D', { starvedShare: 0.31 }, ['starved_over_30']],
    ['D', { residualShare: 0.11 }, ['residual_over_10']],
    ['D', { administrativeShare: 0.51 }, ['mostly_administrative']],
    ['D', { priorDriven: true }, ['prior_driven']],
  ])('is %s for %o', (grade, change, reasons) => {
    const evidence = gradeEvidence({ ...best, ...change });
    expect(evidence.grade).toBe(grade);
    expect(evidence.reasons).toEqual(reasons);
  });

  it('names a handful of files a month, whatever the grade', () => {
    expect(gradeEvidence({ ...best, meanOutflow: 4.9 })).toMatchObject({
      grade: 'A',
      reasons: ['small_counts'],
    });
    expect(gradeEvidence({ ...best, meanOutflow: null }).reasons).toEqual(['small_counts']);
  });

  it('is D for a unit alone, with what else is missing beside it; the cross-checks take their place in it', () => {
    const unit = estimatedOne(steadyPanel(60, 30), defaultAssumptions);
    const alone = gradeUnit(unit, null, null);
    expect(alone).toMatchObject({ grade: 'D' });
    expect(alone.reasons).toEqual([
      'inflow_split_missing',
      'pre_trend_not_evaluated',
      'structural_band_not_evaluated',
      'prior_driven',
    ]);
    const band = (low: number, high: number): UnitChecks => ({
      unitId: unit.unitId,
      placebo: null,
      checks: [
        {
          unitId: unit.unitId,
          method: 'structural',
          status: 'estimated',
          avoided: [],
          avoidedNow: { ...unit.avoidedNow, p10: low, p90: high },
        },
      ],
    });
    const { mean } = unit.avoidedNow;
    expect(gradeUnit(unit, band(mean - 1, mean + 1), null).reasons).not.toContain('structural_band_not_evaluated');
    expect(gradeUnit(unit, band(mean + 1, mean + 2), null).reasons).toContain('outside_structural_band');
  });
});

describe('a grade', () => {
  const fit = { rHat: 1.01, effectiveSampleSize: 400 };

  it('is refused where chains disagree or are worth too few draws, in any figure, and not yet given where nobody has looked', () => {
    expect(samplingOf(fit, 'estimated')).toBe('converged');
    expect(samplingOf({ ...fit, rHat: 1.0101 }, 'estimated')).toBe('not_converged');
    expect(samplingOf({ ...fit, effectiveSampleSize: 399.9 }, 'prior')).toBe('not_converged');
    expect(samplingOf({ rHat: null, effectiveSampleSize: null }, 'estimated')).toBe('being_checked');
  });

  it('is not refused for the draws of a reference: these were judged where it was made', () => {
    expect(samplingOf({ rHat: null, effectiveSampleSize: null }, 'reference')).toBe('converged');
  });

  it('is taken from what it was given to, and says why first', () => {
    const evidence = gradeEvidence(best);
    expect(evidence.grade).toBe('A');
    expect(refusedBy('converged', evidence)).toEqual(evidence);
    expect(refusedBy('not_converged', evidence)).toEqual({
      ...evidence,
      grade: null,
      reasons: ['not_converged'],
    });
    expect(refusedBy('being_checked', gradeEvidence({ ...best, reportedAfter: 3 }))).toMatchObject({
      grade: null,
      reasons: ['being_checked', 'months_after_under_12'],
    });
  });
});
