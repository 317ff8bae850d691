import { describe, expect, it } from 'vitest';
import { plannedMonths } from '../../../../db/estimator/planning/basis.ts';
import { drawsAt } from '../../../../db/estimator/planning/describe.ts';
import { project } from '../../../../db/estimator/planning/project.ts';
import { findStaff, type Search } from '../../../../db/estimator/planning/solve.ts';
import { noChange } from '../../../../db/estimator/planning/staff.ts';
import { simulatedBasis } from '../../../support/planned.ts';

const basis = simulatedBasis(12, 200);
const unit = [...basis.units].sort((one, other) => other.backlog - one.backlog)[0]!;
const months = plannedMonths(basis, 36);
const search: Search = {
  unitId: unit.unitId,
  from: months[3]!,
  by: months[23]!,
  target: Math.round(unit.backlog * 0.8),
  probability: 0.8,
  most: 30,
};

function shareUnder(fte: number): number {
  const extra = { unitId: unit.unitId, from: search.from, fte: new Float64Array(basis.draws).fill(fte) };
  const projections = project(basis, [{ plan: noChange, extra }], 36, [unit.unitId]);
  const files = drawsAt(projections.totals[0]!.backlog, projections, 23);
  return files.filter((each) => each <= search.target).length / files.length;
}

describe('the least staff for a backlog', () => {
  const found = findStaff(basis, noChange, search, 36);

  it('reaches the target with the probability asked, and a quarter less does not', () => {
    expect(found.fte).toBeGreaterThan(0);
    expect(found.probability).toBe(shareUnder(found.fte!));
    expect(found.probability).toBeGreaterThanOrEqual(0.8);
    expect(shareUnder(found.fte! - 0.25)).toBeLessThan(0.8);
    expect(found.probabilityWithNone).toBe(shareUnder(0));
    expect(found.probabilityWithMost).toBe(shareUnder(30));
    expect(found.low!).toBeLessThanOrEqual(found.fte!);
  });

  it('is of positions, of which the unit’s own share stays empty as of those that a plan adds', () => {
    const vacant = { ...noChange, ownVacancies: new Map([[unit.unitId, 0.25]]) };
    const more = findStaff(basis, vacant, search, 36);
    expect(more.fte).toBeGreaterThanOrEqual(found.fte! / 0.75 - 0.25);
    const line = { unitId: unit.unitId, from: search.from, to: null, fte: more.fte!, funded: true, rampMonths: null };
    const drawn = project(basis, [{ plan: { ...vacant, lines: [line] } }], 36, [unit.unitId]);
    const files = drawsAt(drawn.totals[0]!.backlog, drawn, 23);
    expect(more.probability).toBe(files.filter((each) => each <= search.target).length / files.length);
    expect(findStaff(basis, { ...vacant, vacancyShare: 0 }, search, 36)).toEqual(found);
    expect(findStaff(basis, { ...vacant, vacancyShare: 1 }, search, 36).fte).toBeNull();
  });

  it('says when the target is reached, and what a month of delay costs', () => {
    expect(found.reached! <= search.by).toBe(true);
    expect(found.delay!.p50).toBeGreaterThan(0);
  });

  it('does not take a backlog that is still to rise above the target for one that has reached it', () => {
    const late = { ...search, from: months[9]!, target: Math.round(unit.backlog * 1.3), most: 60 };
    const { fte, reached } = findStaff(basis, { ...noChange, growth: 0.1 }, late, 36);
    expect(fte).toBeGreaterThan(0);
    expect([reached! > late.from, reached! <= late.by]).toEqual([true, true]);
  });

  it.each([1.1, 1.2, 1.3])(
    'reaches a target of %f of the backlog, where one more FTE now and then leaves a draw with more',
    (share) => {
      const other = { ...search, target: Math.round(unit.backlog * share) };
      expect(findStaff(basis, noChange, other, 36).probability).toBeGreaterThanOrEqual(0.8);
    },
  );

  it('says that nothing in the range reaches it, and that nothing more is needed', () => {
    const never = findStaff(basis, noChange, { ...search, target: 0, most: 0.5 }, 36);
    expect(never).toMatchObject({ fte: null, reached: null, delay: null });
    const already = findStaff(basis, noChange, { ...search, target: 1e6 }, 36);
    expect(already).toMatchObject({ fte: 0, low: 0, high: 0, probability: 1, reached: months[0], delay: null });
    expect(() => findStaff(basis, noChange, { ...search, by: '2050-01' }, 36)).toThrow(RangeError);
  });
});
