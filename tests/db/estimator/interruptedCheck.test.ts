import { describe, expect, it } from 'vitest';
import { defaultAssumptions } from '../../../db/estimator/assumptions.ts';
import { checkInterrupted } from '../../../db/estimator/crossChecks/interrupted.ts';
import type { UnitPanel } from '../../../db/estimator/panel.ts';
import { defaultSimulation, simulatePanels, type SimulationSettings } from '../../../db/estimator/simulate.ts';
import { findWindow, type Window } from '../../../db/estimator/window.ts';
import { replaceAt, steadyPanel, withoutReports } from '../../support/unitPanels.ts';

const options = { seed: 5, draws: 400, otherwise: null };

function windowOf(panel: UnitPanel): Window {
  const found = findWindow(panel);
  if (!('window' in found)) throw new Error('refused');
  return found.window;
}

function check(panel: UnitPanel, controls: readonly UnitPanel[]) {
  const { its, itsControl } = checkInterrupted(panel, windowOf(panel), controls, options);
  return [its, itsControl] as const;
}

/** What the two forms say of each funded unit of a simulated world, with the truth. */
function judge(settings: Partial<SimulationSettings>) {
  const units = simulatePanels({ ...defaultSimulation, seed: 3, ...settings });
  const controls = units.filter(({ truth }) => truth.funding === null).map(({ panel }) => panel);
  const funded = units.filter(({ truth }) => truth.funding !== null);
  return funded.map(({ panel, truth }) => {
    const { last } = windowOf(panel);
    const avoided = check(panel, controls).map(({ check: { unitId, ...found } }) => {
      if (found.status === 'refused') throw new Error(`${unitId}: ${found.reason}`);
      return found.avoidedNow;
    });
    return { truth: truth.backlogWithout[last]! - truth.backlog[last]!, its: avoided[0]!, control: avoided[1]! };
  });
}

const mean = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0) / values.length;
const share = (values: readonly boolean[]): number => mean(values.map(Number));

describe('the interrupted series of simulated units', () => {
  const real = judge({ truth: { productivity: 0.9, spread: 0.15, rampMonths: 6 } });
  const none = judge({
    truth: { productivity: 0, spread: 0, rampMonths: 6 },
    proactivePerFte: 0,
    assumptions: { ...defaultAssumptions, overtimeProductivity: 0 },
  });

  it('finds a real effect in its direction, better with controls than with a trend of its own', () => {
    expect(mean(real.map(({ truth }) => truth))).toBeGreaterThan(100);
    expect(share(real.map(({ control }) => control.p50 > 0))).toBeGreaterThan(0.8);
    const error = (of: 'its' | 'control'): number => mean(real.map((unit) => Math.abs(unit[of].mean - unit.truth)));
    expect(error('control')).toBeLessThan(error('its'));
    const width = (of: 'its' | 'control'): number => mean(real.map((unit) => unit[of].p90 - unit[of].p10));
    expect(width('control')).toBeLessThan(width('its'));
  });

  it('holds the truth in most of its 95 % intervals, although they know nothing of how a unit drifts', () => {
    for (const of of ['its', 'control'] as const)
      expect(share(real.map((unit) => unit[of].p025 <= unit.truth && unit.truth <= unit[of].p975))).toBeGreaterThan(
        0.7,
      );
  });

  it('leans to no side, and holds 0, where the staff did nothing', () => {
    expect(none.every(({ truth }) => truth === 0)).toBe(true);
    for (const of of ['its', 'control'] as const) {
      expect(share(none.map((unit) => unit[of].p025 <= 0 && unit[of].p975 >= 0))).toBeGreaterThan(0.7);
      const positive = share(none.map((unit) => unit[of].p50 > 0));
      expect([positive > 0.2, positive < 0.8]).toEqual([true, true]);
    }
  });
});

describe('a check by interrupted series', () => {
  const start = 30;
  // A pattern of thirteen months, so that it is neither season nor trend.
  const varied = (rate: number) => Array.from({ length: 60 }, (_, t) => rate + ((t * 5) % 13) - 6);
  const funded = steadyPanel(60, start, { outflowInvestigated: varied(22) });
  const control = steadyPanel(60, 60, { unitId: 'U02', outflowInvestigated: varied(30) });

  it('is the same for the same seed, and has a value for every funded month with a known backlog', () => {
    const panel = { ...funded, backlog: replaceAt(funded.backlog, [40], null) };
    const [its] = check(panel, [control]);
    expect(check(panel, [control])[0]).toEqual(its);
    if (its.check.status === 'refused') throw new Error(its.check.reason);
    expect(its.check.avoided.map((value) => value === null)).toEqual(
      panel.backlog.slice(start).map((value) => value === null),
    );
    expect(its.check.avoidedNow).toEqual(its.check.avoided.at(-1));
  });

  it('says how its fit was: months, dispersion, autocorrelation', () => {
    const quiet = withoutReports(funded, [3, 4]);
    const [its, itsControl] = check(quiet, [control]);
    expect(its.diagnostics).toMatchObject({ monthsBefore: 28, monthsAfter: 30 });
    expect(its.diagnostics!.autocorrelation).toHaveLength(12);
    expect(its.diagnostics!.autocorrelation.every((value) => value !== null && Math.abs(value) < 1)).toBe(true);
    // The control moves exactly as the unit does, so next to nothing is left over.
    expect(itsControl.diagnostics!.dispersion).toBeLessThan(0.1 * its.diagnostics!.dispersion);
  });

  it('takes what controls did in the funded months into account', () => {
    const doubled = {
      ...control,
      outflowInvestigated: control.outflowInvestigated.map((n, t) => (t < start ? n : 2 * n!)),
    };
    const avoided = (controls: readonly UnitPanel[]): number => {
      const { check: found } = check(funded, controls)[1];
      return found.status === 'estimated' ? found.avoidedNow.mean : NaN;
    };
    expect(Math.abs(avoided([control]))).toBeLessThan(30);
    // 25 files a month would have become 25 x 63 / 33, over 30 months.
    const fewer = 30 * 25 * (63 / 33 - 1);
    expect(Math.abs(avoided([doubled]) + fewer)).toBeLessThan(0.1 * fewer);
  });

  it('leaves the gap as it was in a month without controls, and draws nothing without base staff', () => {
    const blind = withoutReports(control, [50, 51]);
    const { check: found, diagnostics } = check(funded, [blind])[1];
    expect(diagnostics!.monthsAfter).toBe(28);
    if (found.status === 'refused') throw new Error(found.reason);
    expect(found.avoided[51 - start]).toEqual(found.avoided[49 - start]);
    expect(found.avoided[52 - start]).not.toEqual(found.avoided[49 - start]);

    const alone = { ...funded, fteBase: funded.fteBase.map((fte, t) => (t < start ? fte : 0)) };
    const closed = alone.outflowInvestigated.slice(start).reduce((total: number, n) => total + n! + 3, 0);
    for (const { check: each } of check(alone, [control]))
      expect(each).toMatchObject({ status: 'estimated', avoidedNow: { p025: closed, p975: closed } });
  });

  it.each([
    ['a unit that was never funded', steadyPanel(60, 60), ['not_funded', 'not_funded']],
    [
      '20 reported months before',
      withoutReports(funded, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]),
      ['months_before_too_few', 'estimated'],
    ],
    ['10 reported months before', steadyPanel(60, 10), ['months_before_too_few', 'months_before_too_few']],
    [
      'base staff known in 22 months before',
      { ...funded, fteBase: replaceAt(funded.fteBase, [0, 1, 2, 3, 4, 5, 6, 7], null) },
      ['base_staff_unknown', 'estimated'],
    ],
    [
      'nothing closed before',
      steadyPanel(60, start, {
        outflowInvestigated: Array.from({ length: 60 }, (_, t) => (t < start ? 0 : 9)),
        outflowAdministrative: Array<number>(60).fill(0),
      }),
      ['did_not_converge', 'did_not_converge'],
    ],
  ] as const)('is refused, with the reason: %s', (_, panel, expected) => {
    const outcomes = check(panel, [control]).map(({ check: found }) =>
      found.status === 'refused' ? found.reason : found.status,
    );
    expect(outcomes).toEqual(expected);
  });

  it('is refused without months after, without known staff after, and without controls', () => {
    const reasons = (panel: UnitPanel, controls: readonly UnitPanel[]) => {
      const { its, itsControl } = checkInterrupted(panel, windowOf(funded), controls, options);
      return [its, itsControl].map(({ check: found }) => (found.status === 'refused' ? found.reason : found.status));
    };
    const after = Array.from({ length: 30 }, (_, t) => start + t);
    expect(reasons(withoutReports(funded, after), [control])).toEqual([
      'no_reported_month_after',
      'no_reported_month_after',
    ]);
    const unknown = { ...funded, fteBase: replaceAt(funded.fteBase, [45], null) };
    expect(reasons(unknown, [control])).toEqual(['base_staff_unknown', 'base_staff_unknown']);
    expect(reasons(funded, [])).toEqual(['estimated', 'no_controls']);
    const elsewhere = { ...control, months: control.months.map((month) => month.replace('20', '21')) };
    expect(reasons(funded, [elsewhere])).toEqual(['estimated', 'no_controls']);
    expect(reasons(funded, [withoutReports(control, after)])).toEqual(['estimated', 'no_controls']);
  });
});
