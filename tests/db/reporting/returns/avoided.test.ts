import { describe, expect, it } from 'vitest';
import type { CounterfactualResult } from '#contract/statistics/estimate';
import { defaultAssumptions } from '#contract/statistics/assumptions';
import type { Month } from '#contract/ground/dates';
import { avoidedValues } from '../../../../db/reporting/returns/avoided.ts';

const last = '2026-09' as Month;
const spread = (p50: number) => ({
  p025: p50 - 30,
  p10: p50 - 20,
  p25: p50 - 10,
  p50,
  p75: p50 + 10,
  p90: p50 + 20,
  p975: p50 + 30,
});
type Unit = CounterfactualResult['units'][number];

function estimated(code: string, p50: number, { claim = true, asOf = last } = {}): Unit {
  const result = { status: 'estimated', asOf, pointClaim: claim, avoided: { ...spread(p50), mean: p50 } };
  return { unitId: code, code, result } as unknown as Unit;
}
const refused = (code: string) =>
  ({
    unitId: code,
    code,
    result: { status: 'refused', reasons: [{ code: 'no_funding', months: [] }] },
  }) as unknown as Unit;

function values(units: Unit[], total: { covered: number; p50: number; grade?: 'A' | 'D' | null } | null) {
  const combined = total && {
    unitsCovered: total.covered,
    unitsAsked: units.length,
    months: ['2026-08' as Month, last],
    covered: [units.length, total.covered],
    avoided: { ...spread(total.p50), mean: total.p50 },
    evidence: { grade: total.grade === undefined ? 'B' : total.grade },
  };
  const result = {
    method: 'A',
    basis: 'estimated',
    assumptions: defaultAssumptions,
    lastMonth: last,
    units,
    total: combined,
  };
  return avoidedValues('1', result as unknown as CounterfactualResult, last).map((each) => [
    each.unitCode,
    each.value,
    each.status,
    each.unitsCovered,
    each.unitsAsked,
  ]);
}

describe('the backlog avoided in a return', () => {
  it('is the total of joint draws, not the sum of the units', () => {
    expect(values([estimated('U01', 40), estimated('U02', 70)], { covered: 2, p50: 112 })).toEqual([
      ['U01', 40, 'complete', 1, 1],
      ['U02', 70, 'complete', 1, 1],
      [null, 112, 'complete', 2, 2],
    ]);
  });

  it('has no total where units without an answer hold too much for a grade', () => {
    const units = [estimated('U01', 40), refused('U02')];
    expect(values(units, { covered: 1, p50: 40, grade: null }).at(-1)).toEqual([null, null, 'not_available', 1, 2]);
    expect(values(units, { covered: 1, p50: 40, grade: 'A' }).at(-1)).toEqual([null, 40, 'partial', 1, 2]);
  });

  it('says how many units it covers where some are refused', () => {
    expect(values([estimated('U01', 40), refused('U02')], { covered: 1, p50: 40 })).toEqual([
      ['U01', 40, 'complete', 1, 1],
      ['U02', null, 'not_available', 0, 1],
      [null, 40, 'partial', 1, 2],
    ]);
  });

  it('claims no figure, for a unit or in total, that the evidence does not carry', () => {
    const units = [estimated('U01', 40), estimated('U02', 70, { claim: false })];
    // The total goes by its own grade: a unit without a figure does not take away that of all.
    expect(values(units, { covered: 2, p50: 112 })).toEqual([
      ['U01', 40, 'complete', 1, 1],
      ['U02', null, 'not_available', 1, 1],
      [null, 112, 'complete', 2, 2],
    ]);
    expect(values(units, { covered: 2, p50: 112, grade: 'D' }).at(-1)).toEqual([null, null, 'not_available', 2, 2]);
  });

  it('is not given for the quarter from an estimate that stops before its end', () => {
    const early = estimated('U02', 70, { asOf: '2026-08' as Month });
    expect(values([estimated('U01', 40), early], { covered: 1, p50: 40 })).toEqual([
      ['U01', 40, 'complete', 1, 1],
      ['U02', null, 'not_available', 0, 1],
      [null, 40, 'partial', 1, 2],
    ]);
    expect(values([early], null)).toEqual([
      ['U02', null, 'not_available', 0, 1],
      [null, null, 'not_available', 0, 1],
    ]);
  });

  it('of an agreement of one unit is that unit\u2019s', () => {
    expect(values([estimated('U01', 40)], null)).toEqual([
      ['U01', 40, 'complete', 1, 1],
      [null, 40, 'complete', 1, 1],
    ]);
  });
});
