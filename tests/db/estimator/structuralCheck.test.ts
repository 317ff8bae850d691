import { describe, expect, it } from 'vitest';
import { checkStructural } from '../../../db/estimator/crossChecks/structural.ts';
import type { CrossCheck } from '../../../db/estimator/crossChecks/types.ts';
import type { UnitPanel } from '../../../db/estimator/panel.ts';
import { createRandom } from '../../../db/estimator/random.ts';
import { samplePoisson } from '../../../db/estimator/samplers.ts';
import { findWindow, type Window } from '../../../db/estimator/window.ts';
import { replaceAt, steadyPanel, withoutReports } from '../../support/unitPanels.ts';

const options = { seed: 4, draws: 400, otherwise: null };
const length = 60;
const start = 36;

/** Closes 6 files a month for each base FTE, by chance, times `factor` of the month; a funded FTE adds `added` of them. */
function busyPanel(unitId: string, factor: (t: number) => number, added: number, changes: Partial<UnitPanel> = {}) {
  const random = createRandom(21, unitId);
  const outflow = Array.from({ length }, (_, t) =>
    samplePoisson(random, 6 * factor(t) * (5 + (t >= start ? 2 * added : 0))),
  );
  let backlog = 4000;
  return steadyPanel(length, start, {
    unitId,
    inflowReferred: outflow.map(() => 30),
    outflowInvestigated: outflow,
    outflowAdministrative: outflow.map(() => 0),
    backlog: outflow.map((closed) => (backlog += 30 - closed)),
    ...changes,
  });
}

const never: Partial<UnitPanel> = { fteFunded: Array.from({ length }, () => 0) };
const indices = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

function windowOf(panel: UnitPanel): Window {
  const found = findWindow(panel);
  if (!('window' in found)) throw new Error('refused');
  return found.window;
}

function check(panel: UnitPanel, controls: readonly UnitPanel[] = [], changes: Partial<typeof options> = {}) {
  return checkStructural(panel, windowOf(panel), controls, { ...options, ...changes });
}

function avoidedNow(result: CrossCheck) {
  if (result.status !== 'estimated') throw new Error(result.reason);
  return result.avoidedNow;
}

describe('files avoided by the structural time series', () => {
  const panel = busyPanel('U01', () => 1, 1);
  /** Months 36 to 59, 2 funded FTE, 6 files each. */
  const truth = 24 * 2 * 6;

  it('hold the truth, around it, month by month from the funding on', () => {
    const result = check(panel);
    expect(result).toMatchObject({ unitId: 'U01', method: 'structural', status: 'estimated' });
    const { mean, p10, p90 } = avoidedNow(result);
    expect(p10).toBeLessThan(truth);
    expect(p90).toBeGreaterThan(truth);
    expect(Math.abs(mean - truth)).toBeLessThan(truth / 3);
    if (result.status !== 'estimated') return;
    expect(result.avoided).toHaveLength(length - start);
    expect(result.avoided[11]!.mean).toBeLessThan(result.avoided[23]!.mean);
  });

  it('are about none where the funded staff added nothing', () => {
    const { p025, p975, mean } = avoidedNow(check(busyPanel('U02', () => 1, 0)));
    expect(p025).toBeLessThan(0);
    expect(p975).toBeGreaterThan(0);
    expect(Math.abs(mean)).toBeLessThan(truth / 3);
  });

  it('do not take for the staff what came over the controls too', () => {
    const dip = (t: number): number => (t >= start || (t > 8 && t < 16) ? 0.6 : 1);
    const shaken = busyPanel('U03', dip, 1);
    const controls = ['C01', 'C02', 'C03', 'C04', 'C05', 'C06'].map((unitId) => busyPanel(unitId, dip, 0, never));
    const alone = avoidedNow(check(shaken));
    const compared = avoidedNow(check(shaken, controls));
    const true60 = 0.6 * truth;
    expect(Math.abs(compared.mean - true60)).toBeLessThan(0.5 * Math.abs(alone.mean - true60));
    expect(compared.p025).toBeLessThan(true60);
    expect(compared.p975).toBeGreaterThan(true60);
  });

  it('are the same for the same seed, whatever other units there are, and others for another seed', () => {
    expect(check(panel)).toEqual(check(panel));
    expect(check(panel, [], { seed: 5 })).not.toEqual(check(panel));
    expect(check({ ...panel, unitId: 'U09' })).not.toEqual({ ...check(panel), unitId: 'U09' });
  });

  it('leave unreported months out, before and after', () => {
    const gaps = withoutReports(panel, [3, 4, 20, 40, 50]);
    const result = check(gaps);
    const { p10, p90 } = avoidedNow(result);
    expect(p10).toBeLessThan(truth);
    expect(p90).toBeGreaterThan(truth * 0.8);
    expect(result.status === 'estimated' && result.avoided[40 - start]).toBeNull();
  });

  it('count all that was closed in months without base staff', () => {
    const alone = { ...panel, fteBase: panel.fteBase.map((fte, t) => (t >= start ? 0 : fte)) };
    const closed = indices(start, length).reduce((total, t) => total + panel.outflowInvestigated[t]!, 0);
    expect(avoidedNow(check(alone))).toMatchObject({ p025: closed, mean: closed, p975: closed });
  });
});

describe('the control index of the structural time series', () => {
  const panel = busyPanel('U01', () => 1, 1);
  const control = busyPanel('C01', (t) => 1 + 0.3 * Math.sin(t), 0, never);

  it('is interpolated where it is unknown or 0 after the funding', () => {
    const known = avoidedNow(check(panel, [control]));
    const gap = avoidedNow(check(panel, [withoutReports(control, [45])]));
    const none = {
      ...control,
      outflowInvestigated: replaceAt(control.outflowInvestigated, [45], 0),
    };
    expect(gap).not.toEqual(known);
    expect(Math.abs(gap.mean - known.mean)).toBeLessThan(30);
    expect(Math.abs(avoidedNow(check(panel, [none])).mean - known.mean)).toBeLessThan(30);
  });

  it('leaves a month before the funding out where it is unknown', () => {
    const odd = { ...panel, outflowInvestigated: replaceAt(panel.outflowInvestigated, [10], 900) };
    const blind = withoutReports(control, [10]);
    expect(avoidedNow(check(odd, [blind]))).toEqual(avoidedNow(check(withoutReports(panel, [10]), [blind])));
  });

  it('is not used where it says too little', () => {
    const alone = check(panel);
    expect(check(panel, [withoutReports(control, indices(0, 25))])).toEqual(alone);
    expect(check(panel, [steadyPanel(length, length)])).toEqual(alone);
    expect(check(panel, [withoutReports(control, indices(0, 24))])).not.toEqual(alone);
  });

  it('takes no funded unit', () => {
    expect(() => check(panel, [panel])).toThrow(RangeError);
  });
});

describe('the structural time series refuses', () => {
  const panel = busyPanel('U01', () => 1, 1);
  const window = windowOf(panel);
  const reasonOf = (changed: UnitPanel, changes: Partial<Window> = {}): string | null => {
    const result = checkStructural(changed, { ...window, ...changes }, [], options);
    return result.status === 'refused' ? result.reason : null;
  };

  it('a unit that was never funded', () => {
    expect(reasonOf(panel, { fundingStart: null })).toBe('not_funded');
  });

  it('fewer than 12 reported months before', () => {
    expect(reasonOf(withoutReports(panel, indices(0, 25)))).toBe('months_before_too_few');
    expect(reasonOf(withoutReports(panel, indices(0, 24)))).toBeNull();
  });

  it('a unit that reported nothing after', () => {
    expect(reasonOf(withoutReports(panel, indices(start, length)))).toBe('no_reported_month_after');
  });

  it('base staff unknown, after the funding or in too many months before', () => {
    expect(reasonOf({ ...panel, fteBase: replaceAt(panel.fteBase, [50], null) })).toBe('base_staff_unknown');
    expect(reasonOf({ ...panel, fteBase: replaceAt(panel.fteBase, indices(0, 25), null) })).toBe('base_staff_unknown');
    expect(reasonOf({ ...panel, fteBase: replaceAt(panel.fteBase, indices(0, 24), null) })).toBeNull();
  });

  it('an outflow that never changed', () => {
    const steady = steadyPanel(length, start);
    expect(reasonOf(steady)).toBe('did_not_converge');
  });
});
