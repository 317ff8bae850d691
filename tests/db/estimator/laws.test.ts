import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultAssumptions } from '../../../db/estimator/assumptions.ts';
import type { UnitPanel } from '../../../db/estimator/panel.ts';
import { estimateOne } from '../../support/estimates.ts';
import { monthsFrom, withoutReports } from '../../support/unitPanels.ts';

const length = 24;
const count = (min: number, max: number): fc.Arbitrary<number[]> =>
  fc.array(fc.integer({ min, max }), { minLength: length, maxLength: length });
const maybe = (max: number): fc.Arbitrary<(number | null)[]> =>
  fc.array(fc.option(fc.integer({ min: 0, max }), { freq: 6 }), { minLength: length, maxLength: length });
const hours = fc.array(fc.option(fc.integer({ min: 0, max: 300 }), { freq: 4 }), {
  minLength: length,
  maxLength: length,
});

/**
 * Any panel at all, stock and flows unrelated, with gaps; FTE known, some of the unit's own in each month, since files closed by nobody are
 * refused. The last backlog is known so that there is a "now".
 */
const anyPanel: fc.Arbitrary<UnitPanel> = fc
  .record({
    inflowReferred: maybe(60),
    inflowProactive: maybe(15),
    outflowInvestigated: maybe(60),
    outflowAdministrative: maybe(10),
    backlog: maybe(200),
    fteBase: count(1, 9),
    fteFunded: count(0, 4),
    overtimeBase: hours,
    overtimeFunded: hours,
    lastBacklog: fc.integer({ min: 0, max: 200 }),
  })
  .map(({ lastBacklog, ...columns }) => ({
    ...columns,
    unitId: 'U01',
    months: monthsFrom('2019-04', length),
    backlog: [...columns.backlog.slice(0, -1), lastBacklog],
    definitionId: Array.from({ length }, () => 'one'),
  }));

const options = { seed: 3, chains: 1, sweeps: 60, burnIn: 20 };

describe('laws of the counterfactual', () => {
  it('the backlog without the funded staff is never negative, its quantiles are in order, and it shows only where a backlog is known', () => {
    fc.assert(
      fc.property(anyPanel, (panel) => {
        const result = estimateOne(panel, defaultAssumptions, options);
        if (result.status === 'refused') return;
        result.fan.forEach((fan, t) => {
          expect(fan === null).toBe(panel.backlog[t] === null);
          if (fan === null) return;
          const { p025, p10, p25, p50, p75, p90, p975 } = fan;
          const values = [p025, p10, p25, p50, p75, p90, p975];
          expect(p025).toBeGreaterThanOrEqual(0);
          expect([...values].sort((a, b) => a - b)).toEqual(values);
          expect(values.every(Number.isFinite)).toBe(true);
        });
      }),
      { numRuns: 50, seed: 20 },
    );
  });

  it('without funded staff and funded overtime it is the actual backlog, exactly', () => {
    let estimated = 0;
    fc.assert(
      fc.property(anyPanel, (panel) => {
        const unfunded = {
          ...panel,
          fteFunded: panel.fteFunded.map(() => 0),
          overtimeFunded: panel.overtimeFunded.map(() => 0),
        };
        const result = estimateOne(unfunded, defaultAssumptions, options);
        // Staff in post that cannot be as recorded is refused.
        if (result.status !== 'estimated') return;
        estimated += 1;
        result.fan.forEach((fan, t) => {
          const backlog = panel.backlog[t] ?? null;
          if (backlog === null) expect(fan).toBeNull();
          else expect(new Set(Object.values(fan!))).toEqual(new Set([backlog]));
        });
        expect(result.probabilityBelow.every((value) => value === null || value === 0)).toBe(true);
      }),
      { numRuns: 40, seed: 21 },
    );
    expect(estimated).toBeGreaterThan(20);
  });

  it('with staff that produce nothing and bring in nothing it is the actual backlog too, whatever is missing', () => {
    const idle = {
      ...defaultAssumptions,
      relativeProductivity: { mean: 0, deviation: 1e-12 },
      fixedSpread: 1e-12,
      overtimeProductivity: 0,
    };
    fc.assert(
      fc.property(anyPanel, (panel) => {
        const based = {
          ...panel,
          fteBase: panel.fteBase.map((fte) => (fte ?? 0) + 1),
          inflowProactive: panel.months.map(() => null),
        };
        const result = estimateOne(based, idle, options);
        if (result.status === 'estimated')
          expect(Object.values(result.avoidedNow).every((value) => value === 0)).toBe(true);
      }),
      { numRuns: 40, seed: 22 },
    );
  });

  it('a month that is not reported never counts as reported, nor as a month of zero', () => {
    fc.assert(
      fc.property(anyPanel, fc.integer({ min: 0, max: length - 2 }), (panel, t) => {
        const missing = estimateOne(withoutReports(panel, [t]), defaultAssumptions, options);
        const whole = estimateOne(panel, defaultAssumptions, options);
        if (missing.status !== 'estimated' || whole.status !== 'estimated') return;
        const months = (result: typeof whole): number => result.facts.reportedBefore + result.facts.reportedAfter;
        expect(months(missing)).toBeLessThanOrEqual(months(whole));
        expect(missing.fan[t]).toBeNull();
        expect(
          missing.cautions.includes('months_unreported') || t < missing.months.indexOf(missing.fundingStart ?? ''),
        ).toBe(true);
      }),
      { numRuns: 25, seed: 23 },
    );
  });
});
