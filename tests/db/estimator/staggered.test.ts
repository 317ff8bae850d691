import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  aggregateByCohort,
  aggregateByEvent,
  aggregateByPeriod,
  aggregateSimple,
} from '../../../db/estimator/staggered/aggregate.ts';
import { estimateStaggered } from '../../../db/estimator/staggered/estimate.ts';
import {
  estimateGroupTimes,
  standardError,
  type Estimate,
  type GroupTime,
} from '../../../db/estimator/staggered/groupTime.ts';
import { assemblePanel, type PanelRow, type StaggeredPanel } from '../../../db/estimator/staggered/panel.ts';
import { createRandom } from '../../../db/estimator/random.ts';
import { uniformBand } from '../../../db/estimator/staggered/uniformBand.ts';

const periods = [2001, 2002, 2003, 2004, 2005];
const cohorts = [2003, 2003, 2004, 2004, 2004, 2005, Infinity, Infinity, Infinity];

function panelOf(
  outcome: (unit: number, period: number) => number,
  dated: readonly number[] = cohorts,
): StaggeredPanel {
  return {
    periods,
    cohorts: dated,
    outcomes: periods.map((period) => Float64Array.from(dated, (_, unit) => outcome(unit, period))),
  };
}

function noisyPanel(seed: number, dated: readonly number[] = cohorts): StaggeredPanel {
  const random = createRandom(seed, 'noise');
  return panelOf(() => random.normal(), dated);
}

/** An effect that differs by cohort and grows: what two-way fixed effects would get wrong. */
const effectOf = (cohort: number, period: number): number =>
  period < cohort ? 0 : (cohort - 2000) * (period - cohort + 1);

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
const variance = (values: readonly number[]): number => mean(values.map((value) => (value - mean(values)) ** 2));

describe('effects of a staggered treatment', () => {
  it.each(['never', 'notYet'] as const)('are found exactly where there is no noise, controls: %s', (controls) => {
    const panel = panelOf((unit, period) => 3 * unit + (period - 2000) ** 2 + effectOf(cohorts[unit]!, period));
    const parts = estimateGroupTimes(panel, controls);
    expect(parts).toHaveLength(12);
    for (const { cohort, period, att } of parts) expect(att).toBeCloseTo(effectOf(cohort, period), 12);
    const simple = (2 * (3 + 6 + 9) + 3 * (4 + 8) + 1 * 5) / (2 * 3 + 3 * 2 + 1);
    expect(aggregateSimple(parts, cohorts)!.att).toBeCloseTo(simple, 12);
    const events = aggregateByEvent(parts, cohorts);
    expect(events.effects.map((effect) => effect.at)).toEqual([-3, -2, -1, 0, 1, 2]);
    expect(events.effects.at(-3)!.att).toBeCloseTo((2 * 3 + 3 * 4 + 1 * 5) / 6, 12);
    expect(events.overall!.att).toBeCloseTo(((2 * 3 + 3 * 4 + 1 * 5) / 6 + (2 * 6 + 3 * 8) / 5 + 9) / 3, 12);
    const groups = aggregateByCohort(parts, cohorts);
    expect(groups.effects.map((effect) => Math.round(1e9 * effect.att) / 1e9)).toEqual([6, 6, 5]);
    expect(groups.overall!.att).toBeCloseTo((2 * 6 + 3 * 6 + 1 * 5) / 6, 12);
    const calendar = aggregateByPeriod(parts, cohorts);
    expect(calendar.effects.map((effect) => effect.at)).toEqual([2003, 2004, 2005]);
    expect(calendar.effects[1]!.att).toBeCloseTo((2 * 6 + 3 * 4) / 5, 12);
  });

  it('of one cohort are a difference of two mean changes, with the standard error of such a difference', () => {
    const dated = [2003, 2003, 2003, 2003, Infinity, Infinity, Infinity, Infinity, Infinity];
    const panel = noisyPanel(4, dated);
    const change = panel.outcomes[4]!.map((value, unit) => value - panel.outcomes[1]![unit]!);
    const [treated, control] = [[...change.slice(0, 4)], [...change.slice(4)]];
    const last = estimateGroupTimes(panel, 'never').at(-1)!;
    expect(last.att).toBeCloseTo(mean(treated) - mean(control), 12);
    expect(standardError(last)).toBeCloseTo(Math.sqrt(variance(treated) / 4 + variance(control) / 5), 12);
  });

  it('do not feel what is peculiar to a unit or common to a period', () => {
    const shifts = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 14, maxLength: 14 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), shifts, (seed, by) => {
        const panel = noisyPanel(seed);
        const shifted = panel.outcomes.map((values, t) => values.map((value, unit) => value + by[unit]! + by[9 + t]!));
        const found = estimateGroupTimes({ ...panel, outcomes: shifted }, 'notYet');
        estimateGroupTimes(panel, 'notYet').forEach((part, k) => {
          expect(found[k]!.att).toBeCloseTo(part.att, 9);
          expect(standardError(found[k]!)).toBeCloseTo(standardError(part), 9);
        });
      }),
      { numRuns: 50, seed: 1 },
    );
  });

  it('have influences that cancel over the units, with and without estimated weights', () => {
    const parts = estimateGroupTimes(noisyPanel(9), 'notYet');
    const events = aggregateByEvent(parts, cohorts);
    const all: (Estimate | null)[] = [
      ...parts,
      ...events.effects,
      events.overall,
      aggregateSimple(parts, cohorts),
      aggregateByCohort(parts, cohorts).overall,
      aggregateByPeriod(parts, cohorts).overall,
    ];
    for (const estimate of all) expect(mean([...estimate!.influence])).toBeCloseTo(0, 12);
  });

  it('compare with more units where those not yet treated count as controls, and with them alone where all are treated', () => {
    const dated = [2003, 2003, 2005, 2005];
    const panel = noisyPanel(5, dated);
    expect(estimateGroupTimes(panel, 'never')).toEqual([]);
    const parts = estimateGroupTimes(panel, 'notYet').filter(({ period, cohort }) => period >= cohort);
    expect(parts.map(({ cohort, period }) => [cohort, period])).toEqual([
      [2003, 2003],
      [2003, 2004],
    ]);
    const change = (unit: number): number => panel.outcomes[2]![unit]! - panel.outcomes[1]![unit]!;
    expect(parts[0]!.att).toBeCloseTo((change(0) + change(1) - change(2) - change(3)) / 2, 12);
  });

  it('rest on the units observed in both periods, as if the others were not there', () => {
    const panel = noisyPanel(6);
    const without = (missing: readonly number[]): StaggeredPanel => ({
      ...panel,
      outcomes: panel.outcomes.map((values, t) =>
        values.map((value, u) => (t === 3 && missing.includes(u) ? NaN : value)),
      ),
    });
    const kept = cohorts.map((_, unit) => unit).filter((unit) => ![0, 6].includes(unit));
    const smaller: StaggeredPanel = {
      periods,
      cohorts: kept.map((unit) => cohorts[unit]!),
      outcomes: panel.outcomes.map((values) => Float64Array.from(kept, (unit) => values[unit]!)),
    };
    const of = (parts: readonly GroupTime[], cohort: number, period: number): GroupTime =>
      parts.find((part) => part.cohort === cohort && part.period === period)!;
    const gappy = estimateGroupTimes(without([0, 6]), 'never');
    const inPeriod = of(gappy, 2003, 2004);
    expect(inPeriod.att).toBeCloseTo(of(estimateGroupTimes(smaller, 'never'), 2003, 2004).att, 12);
    expect(standardError(inPeriod)).toBeCloseTo(
      standardError(of(estimateGroupTimes(smaller, 'never'), 2003, 2004)),
      12,
    );
    expect(of(gappy, 2003, 2005)).toEqual(of(estimateGroupTimes(panel, 'never'), 2003, 2005));
    expect(of(estimateGroupTimes(without([0, 1]), 'never'), 2003, 2004)).toBeUndefined();
  });
});

describe('a panel from a long table', () => {
  const row = (unit: string, period: number, cohort: number | null, outcome: number | null = 1): PanelRow => ({
    unit,
    period,
    cohort,
    outcome,
  });
  const rowsOf = (unit: string, cohort: number | null): PanelRow[] =>
    [1, 2, 3].map((period) => row(unit, period, cohort));

  it('drops units treated from the first period on and takes a date after the last one for never', () => {
    const rows = [...rowsOf('early', 1), ...rowsOf('late', 9), ...rowsOf('never', null), ...rowsOf('second', 2)];
    expect(assemblePanel(rows, 'refuse')).toEqual({
      panel: {
        periods: [1, 2, 3],
        cohorts: [Infinity, Infinity, 2],
        outcomes: [1, 2, 3].map(() => Float64Array.of(1, 1, 1)),
      },
      dropped: { treatedFromStart: ['early'], incomplete: [] },
    });
  });

  it('is refused, with the units, when a row is double, a cohort moves or a period is missing', () => {
    const rows = rowsOf('a', 2);
    expect(assemblePanel([...rows, row('a', 3, 2)], 'refuse')).toEqual({
      reason: 'duplicate_rows',
      units: ['a'],
      at: 3,
    });
    expect(assemblePanel([...rows, row('b', 1, 2), row('b', 2, 3)], 'refuse')).toEqual({
      reason: 'cohort_not_constant',
      units: ['b'],
    });
    const gaps = [...rows, row('absent', 1, null), ...rowsOf('empty', null).slice(1), row('empty', 1, null, null)];
    expect(assemblePanel(gaps, 'refuse')).toEqual({
      reason: 'unbalanced',
      units: ['absent', 'empty'],
      at: 2,
    });
    expect(assemblePanel(gaps, 'balancedSubset')).toMatchObject({
      panel: { cohorts: [2] },
      dropped: { incomplete: ['absent', 'empty'] },
    });
    expect(assemblePanel(gaps.slice(3), 'balancedSubset')).toMatchObject({ reason: 'unbalanced' });
  });
});

describe('bands that hold a whole series', () => {
  const dated = Array.from({ length: 100 }, (_, unit) => (unit < 20 ? 2003 : unit < 50 ? 2004 : Infinity));
  const bootstrap = { draws: 1999, seed: 8, level: 0.95 };

  it('are the same for the same seed, wider than one by one, and rest on standard errors close to the exact ones', () => {
    const options = { controls: 'never', aggregations: ['dynamic', 'simple'], bootstrap } as const;
    const result = estimateStaggered(noisyPanel(3, dated), options)!;
    expect(estimateStaggered(noisyPanel(3, dated), options)).toEqual(result);
    const { criticalValue, effects } = result.dynamic!;
    expect(criticalValue).toBeGreaterThan(2.3);
    expect(criticalValue).toBeLessThan(3);
    for (const { att, standardError: exact, band } of effects) {
      expect(Math.abs(band!.standardError / exact! - 1)).toBeLessThan(0.1);
      // A hundred units: Student's law is hardly wider than the normal one.
      expect((band!.upper - att) / (criticalValue! * band!.standardError)).toBeGreaterThanOrEqual(1);
      expect((band!.upper - att) / (criticalValue! * band!.standardError)).toBeLessThan(1.15);
    }
    expect(result.calendar).toBeUndefined();
  });

  it('come down to the normal interval for a single estimate, and never below it', () => {
    const [part] = estimateGroupTimes(noisyPanel(3, dated), 'never');
    expect(uniformBand([part!], bootstrap, dated).criticalValue).toBeCloseTo(1.96, 1);
    const one = [2003, Infinity, Infinity];
    const alone = uniformBand(estimateGroupTimes(noisyPanel(3, one), 'never'), bootstrap, one);
    expect(alone.criticalValue).toBeGreaterThanOrEqual(1.959963);
    expect(new Set(alone.bands)).toEqual(new Set([null]));
    const still = { att: 2, influence: new Float64Array(3) };
    expect(uniformBand([still], bootstrap, [2003, Infinity, Infinity]).bands).toEqual([null]);
  });

  it('know that estimates which err together need no more room than one of them', () => {
    const [part] = estimateGroupTimes(noisyPanel(3, dated), 'never');
    const same = Array.from({ length: 8 }, () => part!);
    expect(uniformBand(same, bootstrap, dated).criticalValue).toBeCloseTo(1.96, 1);
  });

  /** Share of panels without an effect whose bands hold all effects by event. */
  function heldIn(worlds: number, dates: readonly number[]): number {
    let held = 0;
    for (let seed = 0; seed < worlds; seed += 1) {
      const { effects } = aggregateByEvent(estimateGroupTimes(noisyPanel(seed, dates), 'never'), dates);
      const { bands } = uniformBand(effects, { ...bootstrap, draws: 199, seed }, dates);
      if (bands.every((band) => band !== null && band.lower <= 0 && band.upper >= 0)) held += 1;
    }
    return held / worlds;
  }

  it('hold all true effects of a series in about 19 of 20 panels', () => {
    expect(Math.abs(heldIn(120, dated) - 0.95)).toBeLessThan(3 * Math.sqrt((0.95 * 0.05) / 120));
  });

  it.each([
    [14, 4, 4],
    [8, 2, 2],
    [6, 3, 0],
  ])('hold them too with %i units, of which cohorts of %i', (units, first, second) => {
    const dates = Array.from({ length: units }, (_, unit) =>
      unit < first ? 2003 : unit < first + second ? 2004 : Infinity,
    );
    expect(heldIn(200, dates)).toBeGreaterThanOrEqual(0.94);
  });

  it('need enough draws and a level', () => {
    expect(() => uniformBand([], { ...bootstrap, draws: 99 }, [])).toThrow(RangeError);
    expect(() => uniformBand([], { ...bootstrap, level: 1 }, [])).toThrow(RangeError);
  });
});
