import { describe, expect, it } from 'vitest';
import type { CounterfactualResult } from '#contract/statistics/estimate';
import { defaultAssumptions } from '#contract/statistics/assumptions';
import type { Month } from '#contract/ground/dates';
import { avoidedValues } from '../../../../db/reporting/returns/avoided.ts';
import { publishedOf, publishedRows } from '../../../../db/reporting/returns/published.ts';

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

const drawn = (p50: number) => ({
  ...{ fan: [spread(p50 + 300)], avoided: { ...spread(p50), mean: p50 } },
  ...{ sceptic: { ...spread(p50 - 9), mean: p50 - 9 }, probabilityBelow: 0.997 },
});

interface Facts {
  readonly grade?: 'B' | 'C' | 'D' | null;
  readonly gradeReasons?: readonly string[];
  readonly asOf?: Month;
}

function estimated(code: string, p50: number, { grade = 'B', gradeReasons = [], asOf = last }: Facts = {}): Unit {
  const productivity = { ...spread(p50), mean: p50 };
  const crossChecks = [{ status: 'estimated', method: 'its', avoided: { ...spread(p50), mean: p50 } }];
  const result = {
    ...{ status: 'estimated', asOf, grade, gradeReasons, months: [asOf], ...drawn(p50) },
    ...{ productivity, crossChecks },
  };
  return { unitId: code, code, result } as unknown as Unit;
}
interface Total {
  readonly covered: number;
  readonly p50: number;
  readonly grade?: 'A' | 'C' | 'D' | null;
}
const refused = (code: string) =>
  ({
    unitId: code,
    code,
    result: { status: 'refused', reasons: [{ code: 'no_funding', months: [] }] },
  }) as unknown as Unit;

function resultOf(units: Unit[], total: Total | null): CounterfactualResult {
  const combined = total && {
    unitsCovered: total.covered,
    unitsAsked: units.length,
    months: ['2026-08' as Month, last],
    covered: [units.length, total.covered],
    ...drawn(total.p50),
    counterfactualNow: spread(total.p50 + 300),
    evidence: { grade: total.grade === undefined ? 'B' : total.grade },
  };
  const answer = {
    method: 'A',
    basis: 'estimated',
    assumptions: defaultAssumptions,
    lastMonth: last,
    units,
    total: combined,
  };
  return answer as unknown as CounterfactualResult;
}

function values(units: Unit[], total: Total | null) {
  return avoidedValues('1', publishedOf(resultOf(units, total), last), last).map((each) => [
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
    const units = [estimated('U01', 40), estimated('U02', 70, { grade: 'C' })];
    // The total goes by its own grade: a unit without a figure does not take away that of all.
    expect(values(units, { covered: 2, p50: 112 })).toEqual([
      ['U01', 40, 'complete', 1, 1],
      ['U02', null, 'not_available', 1, 1],
      [null, 112, 'complete', 2, 2],
    ]);
    for (const grade of ['C', 'D'] as const)
      expect(values(units, { covered: 2, p50: 112, grade }).at(-1)).toEqual([null, null, 'not_available', 2, 2]);
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

describe('an estimate as files and the command line carry it', () => {
  const bare = (p50: number) => ({ p10: p50 - 20, p90: p50 + 20, p50: null, mean: null });
  const unitOf = (facts: Facts, at?: Month) => {
    const { result } = publishedOf(resultOf([estimated('U01', 40, facts)], null), at).units[0]!;
    if (result.status !== 'estimated') throw new Error('refused');
    return result;
  };

  it.each(['C', 'D', null] as const)('has no middle anywhere for grade %s', (grade) => {
    const found = unitOf({ grade });
    expect(found.avoided).toMatchObject(bare(40));
    expect(found.sceptic).toMatchObject(bare(31));
    expect(found.productivity).toMatchObject(bare(40));
    expect(found.fan).toEqual([{ ...spread(340), p50: null }]);
    expect(found.crossChecks).toMatchObject([{ avoided: bare(40) }]);
    // C keeps a probability, and none is beyond what draws prove.
    expect(found.probabilityBelow).toBe(grade === 'C' ? 0.95 : null);
  });

  it('keeps all of a B, and no middle of a unit with few files a month', () => {
    expect(unitOf({})).toMatchObject({ ...drawn(40), probabilityBelow: 0.95, productivity: { mean: 40 } });
    const small = unitOf({ gradeReasons: ['small_counts'] });
    expect([small.avoided.p50, small.probabilityBelow]).toEqual([null, 0.95]);
  });

  it('has the middle of the month of a return alone', () => {
    const early = { asOf: '2026-08' as Month };
    expect([unitOf(early).avoided.p50, unitOf(early, last).avoided.p50]).toEqual([40, null]);
  });

  it('is withheld of a total by its own grade, with the means where a unit’s is withheld', () => {
    const totalOf = (units: Unit[], grade: Total['grade']) =>
      publishedOf(resultOf(units, { covered: 2, p50: 112, grade: grade! })).total!;
    const [own, other] = [estimated('U01', 40), estimated('U02', 70)];
    expect(totalOf([own, other], 'A').avoided).toMatchObject({ p50: 112, mean: 112 });
    expect(totalOf([own, estimated('U02', 70, { grade: 'C' })], 'A')).toMatchObject({
      avoided: { p50: 112, mean: null },
      sceptic: { p50: 103, mean: null },
    });
    // And the other way round: the sum of the units' means is the total's.
    const all = publishedOf(resultOf([own, other], { covered: 2, p50: 112, grade: 'C' }));
    expect(all.units.map((each) => each.result)).toMatchObject([
      { avoided: { p50: 40, mean: null }, sceptic: { p50: 31, mean: null } },
      { avoided: { p50: 70, mean: null }, sceptic: { p50: 61, mean: null } },
    ]);
    const ranged = totalOf([own, other], 'C');
    expect(ranged).toMatchObject({ avoided: bare(112), counterfactualNow: { p50: null }, probabilityBelow: 0.95 });
    expect(totalOf([own, other], 'D').probabilityBelow).toBeNull();
  });

  it('has no more in the rows of its sensitivity than in itself', () => {
    const row = {
      ...({ scenario: 'coupling', value: 'independent', median: 30, low: 10, high: 50 } as const),
      probabilityBelow: 0.003,
    };
    const rowOf = (facts: Facts) => publishedRows(resultOf([estimated('U01', 40, facts)], null), [row])[0];
    expect(rowOf({})).toEqual({ ...row, probabilityBelow: 0.05 });
    expect(rowOf({ grade: 'C' })).toEqual({ ...row, median: null, probabilityBelow: 0.05 });
    expect(rowOf({ grade: 'D' })).toEqual({ ...row, median: null, probabilityBelow: null });
  });
});
