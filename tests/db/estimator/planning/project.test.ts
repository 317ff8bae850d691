import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at } from '../../../../db/estimator/numbers.ts';
import { plannedMonths } from '../../../../db/estimator/planning/basis.ts';
import { describePlan, drawsAt } from '../../../../db/estimator/planning/describe.ts';
import { project } from '../../../../db/estimator/planning/project.ts';
import { monthsBehind, noChange, staffPath, type Plan } from '../../../../db/estimator/planning/staff.ts';
import { layOutPlan } from '../../../../db/estimator/planning/unitRun.ts';
import { simulatedBasis } from '../../../support/planned.ts';

const draws = 60;
const basis = simulatedBasis(12, draws);
const everyone = basis.units.map(({ unitId }) => unitId);
const first = basis.units.find(({ fundedFte }) => fundedFte > 0)!;
const months = plannedMonths(basis, 24);
const run = (plan: Plan, ids = [first.unitId]) => project(basis, [{ plan }], 24, ids);
const backlogOf = (plan: Plan): Float64Array => at(run(plan).totals, 0).backlog;

const month = fc.constantFrom(...months);
const anyPlan: fc.Arbitrary<Plan> = fc.record({
  lines: fc.array(
    fc.record({
      unitId: fc.constant(first.unitId),
      from: month,
      to: fc.option(month),
      fte: fc.integer({ min: -12, max: 40 }).map((quarters) => quarters / 4),
      funded: fc.boolean(),
      rampMonths: fc.option(fc.integer({ min: 0, max: 24 })),
    }),
    { maxLength: 3 },
  ),
  agreementEnds: fc.option(month),
  growth: fc.option(fc.double({ min: -0.2, max: 0.6, noNaN: true })),
  step: fc.option(fc.record({ from: month, share: fc.double({ min: -0.5, max: 1, noNaN: true }) })),
  overtimeBase: fc.option(fc.integer({ min: 0, max: 400 })),
  overtimeFunded: fc.option(fc.integer({ min: 0, max: 400 })),
  vacancyShare: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  ownVacancies: fc.constantFrom(new Map(), new Map([[first.unitId, 0.4]])),
});

describe('a projection', () => {
  it('balances in every draw and month of any plan: stock, in, out by investigation and otherwise', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const { backlog, inflow, investigated, administrative } = at(run(plan).totals, 0);
        expect(backlog.length).toBe(24 * draws);
        for (let d = 0; d < draws; d += 1) {
          let stock = first.backlog;
          for (let h = d * 24; h < (d + 1) * 24; h += 1) {
            stock += at(inflow, h) - at(investigated, h) - at(administrative, h);
            if (stock !== at(backlog, h) || stock < 0 || at(investigated, h) < 0) expect.fail(`draw ${d}: ${stock}`);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('is the same twice, another under another seed, and no other for what it is asked beside', () => {
    expect(backlogOf(noChange)).toEqual(backlogOf(noChange));
    const other = project({ ...basis, seed: 6 }, [{ plan: noChange }], 24, [first.unitId]);
    expect(at(other.totals, 0).backlog).not.toEqual(backlogOf(noChange));
    const beside = project(basis, [{ plan: { ...noChange, growth: 0.3 } }, { plan: noChange }], 24, everyone, [
      first.unitId,
    ]);
    expect(at(beside.units.get(first.unitId)!, 1).backlog).toEqual(backlogOf(noChange));
  });

  it('adds the units up draw by draw', () => {
    const joint = project(basis, [{ plan: noChange }], 24, everyone, everyone);
    const total = at(joint.totals, 0).backlog;
    const sum = new Float64Array(total.length);
    for (const [own] of joint.units.values())
      own!.backlog.forEach((files, cell) => (sum[cell] = at(sum, cell) + files));
    expect(joint.units.size).toBe(everyone.length);
    expect(sum).toEqual(total);
  });

  it('has no draw with a smaller backlog where staff leave, and none with a larger one where base staff come', () => {
    fc.assert(
      fc.property(month, fc.integer({ min: 1, max: 16 }), (from, quarters) => {
        const line = { unitId: first.unitId, from, to: null, funded: false, rampMonths: null };
        const plans = [quarters, -quarters].map((each) => ({
          plan: { ...noChange, lines: [{ ...line, fte: each / 4 }] },
        }));
        const { totals } = project({ ...basis, inflow: noProactive }, [...plans, { plan: noChange }], 24, [
          first.unitId,
        ]);
        const [more, less, same] = totals.map(({ backlog }) => backlog);
        // A larger stock loses more of its files otherwise: by that alone may the order turn, and by a few files at most.
        more!.forEach((files, cell) => {
          if (files > at(same!, cell) + 2 || at(same!, cell) > at(less!, cell) + 2) expect.fail(`cell ${cell}`);
        });
      }),
      { numRuns: 20 },
    );
  });

  it('shows the end of the agreement: funded staff and overtime are gone but for a line with an end of its own', () => {
    const ends = at(months, 5);
    const line = { unitId: first.unitId, from: at(months, 0), fte: 2, funded: true, rampMonths: 0 };
    const plan = {
      ...noChange,
      agreementEnds: ends,
      lines: [
        { ...line, to: null },
        { ...line, to: at(months, 8) },
      ],
    };
    const { funded, overtime } = staffPath(basis, first, plan, months, 6);
    expect(at(funded, 5)).toBeGreaterThan(4);
    expect([...funded.slice(6, 9)]).toEqual([2, 2, 2]);
    expect([...funded.slice(9)].every((fte) => fte === 0)).toBe(true);
    expect(at(overtime, 6)).toBeLessThan(at(overtime, 5));
  });

  it('leaves of the positions that come the unit’s own share empty unless the plan sets one, and of none that go', () => {
    const come = { unitId: first.unitId, from: at(months, 0), to: null, fte: 4, funded: false, rampMonths: 0 };
    const ownVacancies = new Map([[first.unitId, 0.25]]);
    const added = (plan: Partial<Plan>, fte = 4): number => {
      const { base } = staffPath(basis, first, { ...noChange, lines: [{ ...come, fte }], ...plan }, months, 6);
      return at(base, 3) - first.baseFte;
    };
    expect(added({})).toBeCloseTo(4, 12);
    expect(added({ ownVacancies })).toBeCloseTo(3, 12);
    expect(added({ ownVacancies: new Map([['another', 0.25]]) })).toBeCloseTo(4, 12);
    expect(added({ ownVacancies, vacancyShare: 0 })).toBeCloseTo(4, 12);
    expect(added({ ownVacancies, vacancyShare: 0.5 })).toBeCloseTo(2, 12);
    expect(added({ ownVacancies, vacancyShare: 1 })).toBeCloseTo(0, 12);
    expect(added({ ownVacancies }, -0.5)).toBeCloseTo(-0.5, 12);
    const lines = [come];
    expect(backlogOf({ ...noChange, lines, ownVacancies })).toEqual(
      backlogOf({ ...noChange, lines, vacancyShare: 0.25 }),
    );
    expect(backlogOf({ ...noChange, ownVacancies })).toEqual(backlogOf(noChange));
  });

  it('changes nothing before its first month in a unit that is behind, and grows from there', () => {
    const { unitId } = first;
    const asOf = monthsBehind(basis.lastMonth, 6)[0]!;
    const late = { ...basis, units: basis.units.map((unit) => (unit.unitId === unitId ? { ...unit, asOf } : unit)) };
    const past = monthsBehind(basis.lastMonth, 4)[0]!;
    const line = { unitId, from: past, to: null, fte: 3, funded: true, rampMonths: null };
    const stockBefore = (plan: Plan): number[] => {
      const { backlog, inflow, investigated, administrative } = at(project(late, [{ plan }], 3, [unitId]).totals, 0);
      return Array.from({ length: draws }, (_, d) => {
        const h = 3 * d;
        return at(backlog, h) - at(inflow, h) + at(investigated, h) + at(administrative, h);
      });
    };
    const before = stockBefore(noChange);
    fc.assert(
      fc.property(anyPlan, (plan) => {
        expect(stockBefore({ ...plan, lines: [...plan.lines, line] })).toEqual(before);
      }),
      { numRuns: 30 },
    );
    const old = [{ overtimeBase: 0 }, { lines: [line] }, { agreementEnds: past }, { step: { from: past, share: 0.5 } }];
    for (const changes of [...old, { growth: 0.6 }]) expect(stockBefore({ ...noChange, ...changes })).toEqual(before);
    const calendar = [...monthsBehind(late.lastMonth, 5), ...months];
    const { growth } = layOutPlan(late, { ...first, asOf }, { plan: { ...noChange, growth: 0.6 } }, calendar);
    expect(at(growth!, 4)).toBe(1);
    expect(at(growth!, 16)).toBeCloseTo(1.6, 12);
  });

  it('has the same first months however many are asked', () => {
    const all = backlogOf(noChange);
    const six = at(project(basis, [{ plan: noChange }], 6, [first.unitId]).totals, 0).backlog;
    expect([...six]).toEqual([...all].filter((_, cell) => cell % 24 < 6));
  });

  it('takes no longer than a plan of 36 months, and widens with time', () => {
    expect(() => project(basis, [{ plan: noChange }], 37, everyone)).toThrow(RangeError);
    const projections = project(basis, [{ plan: noChange }], 36, everyone);
    const { fan, marks } = describePlan(projections, at(projections.totals, 0), [12, 36]);
    const width = (h: number): number => fan[h]!.p90 - fan[h]!.p10;
    expect(width(35)).toBeGreaterThan(2 * width(2));
    expect(marks.map(({ month: name }) => name)).toEqual([
      plannedMonths(basis, 12).at(-1),
      plannedMonths(basis, 36).at(-1),
    ]);
    expect(marks[1]!.administrative.p50).toBeGreaterThan(marks[0]!.administrative.p50);
    expect(drawsAt(at(projections.totals, 0).backlog, projections, 11)).toHaveLength(draws);
  });
});

const noProactive = { ...basis.inflow, units: basis.inflow.units.map((unit) => ({ ...unit, proactiveShare: 0 })) };
