import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { did } from '../../db/entry/cli/analyse/did.ts';
import { its } from '../../db/entry/cli/analyse/its.ts';
import { syntheticControl } from '../../db/entry/cli/analyse/syntheticControl.ts';
import { readTable } from '../../db/entry/cli/analyse/table.ts';
import { ownFile } from './data.ts';

const answersOf = (name: string): unknown => JSON.parse(readFileSync(ownFile('expected', `${name}.json`), 'utf8'));
const within = (value: number, reference: number, tolerance: number, what: string): void => {
  expect(Math.abs(value - reference), what).toBeLessThanOrEqual(tolerance);
};

type Numbers = Readonly<Record<string, number>>;

describe('interrupted series, against statsmodels', () => {
  interface Fit {
    readonly coefficients: Numbers;
    readonly standardErrors: Numbers;
    readonly neweyWestErrors: Numbers;
    readonly dispersion: number;
    readonly deviance: number;
  }
  interface Found {
    readonly coefficients: readonly {
      readonly term: string;
      readonly estimate: number;
      readonly standardError: number;
      readonly neweyWestError: number;
    }[];
    readonly dispersion: number;
    readonly deviance: number;
  }
  const answers = answersOf('its') as Readonly<Record<string, Fit>>;
  const season = { season: { column: 'month', period: 12, harmonics: 2 } };
  it.each([
    ['poisson', { family: 'poisson' }],
    ['quasiPoisson', {}],
    ['season', season],
    ['slopeChange', { ...season, slopeChange: { origin: 43 } }],
  ])('%s', (name, options) => {
    const shared = { outcome: 'count', offset: { column: 'population' }, time: 'time', step: { column: 'step' } };
    const found = its.run(readTable(ownFile('its.csv')), { ...shared, ...options }) as Found;
    const wanted = answers[name]!;
    expect(found.coefficients.map(({ term }) => term).sort()).toEqual(Object.keys(wanted.coefficients).sort());
    for (const { term, estimate, standardError, neweyWestError } of found.coefficients) {
      within(estimate, wanted.coefficients[term]!, 1e-8, term);
      within(standardError, wanted.standardErrors[term]!, 1e-7, `error of ${term}`);
      within(neweyWestError, wanted.neweyWestErrors[term]!, 1e-7, `Newey-West error of ${term}`);
    }
    within(found.dispersion / wanted.dispersion, 1, 1e-6, 'dispersion');
    within(found.deviance / wanted.deviance, 1, 1e-9, 'deviance');
  });
});

describe('staggered differences in differences, against an implementation in NumPy', () => {
  interface Effect {
    readonly att: number;
    readonly standardError: number;
  }
  interface Found {
    readonly simple: Effect;
    readonly groupTimes: { readonly effects: readonly (Effect & { readonly group: number; readonly time: number })[] };
    readonly dynamic: { readonly overall: Effect; readonly effects: readonly (Effect & { readonly event: number })[] };
    readonly group: { readonly overall: Effect; readonly effects: readonly (Effect & { readonly group: number })[] };
    readonly calendar: { readonly overall: Effect; readonly effects: readonly (Effect & { readonly time: number })[] };
  }
  interface Wanted {
    readonly groupTimes: readonly {
      readonly group: number;
      readonly time: number;
      readonly att: number;
      readonly se: number;
    }[];
    readonly aggregated: Readonly<Record<string, readonly [number, number]>>;
  }
  const answers = answersOf('did') as Readonly<Record<'never' | 'notYet', Wanted>>;
  it.each(['never', 'notYet'] as const)('%s treated as controls, to 1e-10', (control) => {
    const columns = { id: 'unit', time: 'period', outcome: 'outcome', group: 'cohort' };
    const found = did.run(readTable(ownFile('did.csv')), { ...columns, control }) as Found;
    const { groupTimes, aggregated } = answers[control];
    expect(found.groupTimes.effects.map(({ group, time }) => [group, time])).toEqual(
      groupTimes.map(({ group, time }) => [group, time]),
    );
    groupTimes.forEach(({ group, time, att, se }, index) => {
      const effect = found.groupTimes.effects[index]!;
      within(effect.att, att, 1e-10, `ATT(${String(group)},${String(time)})`);
      within(effect.standardError, se, 1e-10, `error of ATT(${String(group)},${String(time)})`);
    });
    const named: Record<string, Effect> = {
      simple: found.simple,
      dynamic_overall: found.dynamic.overall,
      group_overall: found.group.overall,
      calendar_overall: found.calendar.overall,
    };
    for (const effect of found.dynamic.effects) named[`event_${String(effect.event)}`] = effect;
    for (const effect of found.group.effects) named[`group_${String(effect.group)}`] = effect;
    for (const effect of found.calendar.effects) named[`calendar_${String(effect.time)}`] = effect;
    expect(Object.keys(named).sort()).toEqual(Object.keys(aggregated).sort());
    for (const [name, [att, se]] of Object.entries(aggregated)) {
      within(named[name]!.att, att, 1e-10, name);
      within(named[name]!.standardError, se, 1e-10, `error of ${name}`);
    }
  });
});

describe('synthetic control, against cvxopt', () => {
  interface Treated {
    readonly att: number;
    readonly preMspe: number;
    readonly weights: readonly { readonly name: string; readonly weight: number }[];
    readonly gap: readonly { readonly gap: number }[];
    readonly placebos: {
      readonly units: readonly { readonly unit: string; readonly preRmspe: number; readonly postRmspe: number }[];
    };
  }
  interface Differences {
    readonly att: number;
    readonly zeta: { readonly units: number };
    readonly unitWeights: Treated['weights'];
    readonly timeWeights: Treated['weights'];
  }
  interface Wanted {
    readonly weights: Numbers;
    readonly preMspe: number;
    readonly gap: readonly number[];
    readonly att: number;
    readonly placebos: Readonly<Record<string, { readonly pre: number; readonly post: number }>>;
    readonly did: number;
    readonly sdid: { readonly att: number; readonly zeta: number; readonly omega: Numbers; readonly lambda: Numbers };
  }
  const wanted = answersOf('control') as Wanted;
  const shared = { unit: 'unit', time: 'period', outcome: 'outcome', treated: ['u01'], firstTreated: 17 };
  const run = (options: object) => syntheticControl.run(readTable(ownFile('control.csv')), { ...shared, ...options });
  const expectWeights = (found: Treated['weights'], reference: Numbers, tolerance: number): void => {
    for (const [name, weight] of Object.entries(reference))
      within(found.find((row) => row.name === name)?.weight ?? 0, weight, tolerance, name);
  };

  it('weights, fit, gap and every placebo', () => {
    const { treated } = run({ method: 'sc', floor: false }) as { readonly treated: readonly [Treated] };
    const [found] = treated;
    expectWeights(found.weights, wanted.weights, 1e-6);
    within(found.preMspe / wanted.preMspe, 1, 1e-8, 'MSPE');
    within(found.att, wanted.att, 1e-6, 'ATT');
    expect(found.gap).toHaveLength(24);
    found.gap.forEach(({ gap }, index) => {
      within(gap, wanted.gap[index]!, 1e-5, `gap ${String(index + 1)}`);
    });
    expect(found.placebos.units).toHaveLength(15);
    for (const { unit, preRmspe, postRmspe } of found.placebos.units) {
      within(preRmspe ** 2 / wanted.placebos[unit]!.pre, 1, 1e-6, unit);
      within(postRmspe ** 2 / wanted.placebos[unit]!.post, 1, 1e-4, unit);
    }
  });

  it('difference in differences, and the synthetic one', () => {
    within((run({ method: 'did' }) as Differences).att, wanted.did, 1e-10, 'DiD');
    const found = run({ method: 'sdid' }) as Differences;
    within(found.zeta.units, wanted.sdid.zeta, 1e-10, 'zeta');
    within(found.att, wanted.sdid.att, 1e-3, 'SDID');
    expectWeights(found.unitWeights, wanted.sdid.omega, 1e-4);
    expectWeights(found.timeWeights, wanted.sdid.lambda, 1e-3);
  });
});
