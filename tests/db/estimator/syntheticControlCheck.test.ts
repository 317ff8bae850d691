import { describe, expect, it } from 'vitest';
import { defaultAssumptions } from '../../../db/estimator/assumptions.ts';
import { checkSyntheticControl } from '../../../db/estimator/crossChecks/syntheticControl.ts';
import type { UnitPanel } from '../../../db/estimator/panel.ts';
import { defaultSimulation, simulatePanels, type SimulationSettings } from '../../../db/estimator/simulate.ts';
import { findWindow, type Window } from '../../../db/estimator/window.ts';
import { replaceAt, steadyPanel, withoutReports } from '../../support/unitPanels.ts';

const options = { seed: 5, draws: 400, otherwise: null };
const start = 40;
const length = 70;

function windowOf(panel: UnitPanel): Window {
  const found = findWindow(panel);
  if (!('window' in found)) throw new Error('refused');
  return found.window;
}

function check(panel: UnitPanel, others: readonly UnitPanel[]) {
  return checkSyntheticControl(panel, windowOf(panel), others, options);
}

function estimated(panel: UnitPanel, others: readonly UnitPanel[]) {
  const { check: found, placebo } = check(panel, others);
  if (found.status === 'refused' || placebo === null) throw new Error('refused');
  return { ...found, placebo };
}

/** A unit that closes so many files in month t; administrative closings are 0. */
function closing(
  unitId: string,
  files: (t: number) => number,
  from: number,
  changes: Partial<UnitPanel> = {},
): UnitPanel {
  const months = Array.from({ length }, (_, t) => t);
  return steadyPanel(length, from, {
    unitId,
    outflowInvestigated: months.map(files),
    outflowAdministrative: months.map(() => 0),
    backlog: months.map(() => 2000),
    ...changes,
  });
}

const wave = (t: number): number => 20 + (Math.floor((t + 2) / 3) % 5);
/** The unit follows the first donor until it is funded, then closes 10 more a month. */
const funded = closing('U01', (t) => wave(t) + (t >= start ? 10 : 0), start);
const donors = [
  closing('U02', wave, length),
  closing('U03', (t) => 40 - (t % 2), length),
  closing('U04', (t) => 42 + (t % 2), length),
];

describe('a check by synthetic control', () => {
  it('takes the donors that went along before, and adds up what was closed beyond them', () => {
    const { avoided, avoidedNow, placebo } = estimated(funded, donors);
    expect(avoided).toHaveLength(length - start);
    expect(avoidedNow).toEqual(avoided.at(-1));
    // Two donors follow each other, so that two paths of three are about 1; the first donor's is about one half.
    expect(avoidedNow.p50).toBeGreaterThan(280);
    expect(avoidedNow.p50).toBeLessThan(320);
    expect(placebo).toMatchObject({ donors: 3, rank: 1, p: 1 / 4 });
    expect(placebo.errorBefore).toBeLessThan(1e-6);
  });

  it('is exact where donors agree: 10 files a month, in every draw', () => {
    const twins = ['U02', 'U03', 'U04'].map((unitId) => closing(unitId, wave, length));
    const { avoided } = estimated(funded, twins);
    expect(avoided.map((month) => [month!.p025, month!.p975])).toEqual(
      avoided.map((_, month) => [10 * (month + 1), 10 * (month + 1)]),
    );
  });

  it('multiplies by the base staff of the month, not by that of the donors', () => {
    const twins = ['U02', 'U03'].map((unitId) =>
      closing(unitId, (t) => 2 * wave(t), length, { fteBase: Array.from({ length }, () => 10) }),
    );
    const { avoidedNow } = estimated(funded, twins);
    expect([avoidedNow.p025, avoidedNow.p975]).toEqual([300, 300]);
    const alone = { ...funded, fteBase: funded.fteBase.map((fte, t) => (t >= start + 3 ? 0 : fte)) };
    const after = wave(start) + wave(start + 1) + wave(start + 2);
    const total = alone.outflowInvestigated.slice(start).reduce((sum: number, files) => sum + files!, 0);
    expect(estimated(alone, twins).avoidedNow.p50).toBe(total - after);
  });

  it('keeps a draw on one donor’s whole path of errors', () => {
    // Each is fitted by the other: one path is 1.25 throughout, the other .8, and no draw lies between them.
    const pair = [
      closing('U02', (t) => wave(t) * (t >= start ? 5 : 4), length, { fteBase: Array.from({ length }, () => 20) }),
      closing('U03', (t) => wave(t) * 4, length, { fteBase: Array.from({ length }, () => 20) }),
    ];
    const { avoidedNow } = estimated(funded, pair);
    const base = funded.outflowInvestigated.slice(start).reduce((sum: number, files) => sum + files! - 10, 0);
    const [low, high] = [base + 300 - avoidedNow.p975, base + 300 - avoidedNow.p025];
    expect(high / low).toBeCloseTo(1.25 / 0.8, 1);
  });

  it('takes donors that are not funded, or not yet, and none that may have been', () => {
    const count = (others: readonly UnitPanel[]): number => estimated(funded, others).placebo.donors;
    expect(count([...donors, funded])).toBe(3);
    const late = closing('U05', wave, length);
    expect(count([...donors, late])).toBe(4);
    const soon = closing('U05', wave, length - 1);
    expect(count([...donors, soon])).toBe(3);
    expect(count([...donors, { ...late, fteFunded: replaceAt(late.fteFunded, [50], null) }])).toBe(3);
    expect(count([...donors, { ...late, overtimeFunded: replaceAt(late.overtimeFunded, [50], 12) }])).toBe(3);
    const short = { ...funded, backlog: replaceAt(funded.backlog, [length - 1], null) };
    expect(estimated(short, [...donors, soon]).placebo.donors).toBe(4);
  });

  it('leaves out a donor without a value in a quarter that the unit has; a month missing in it is no matter', () => {
    const [first, ...rest] = donors;
    const without = (months: readonly number[]): number => {
      return estimated(funded, [...rest, closing('U05', wave, length), withoutReports(first!, months)]).placebo.donors;
    };
    expect(without([4, 5, 60])).toBe(4);
    expect(without([4, 5, 6])).toBe(3);
    expect(without([start, start + 1, start + 2])).toBe(3);
    // Quarters are counted from the funding start, so that months 5 to 7 lie in two of them.
    expect(without([5, 6, 7])).toBe(4);
  });

  it('finds the months of donors by their names', () => {
    const later = donors.map((donor): UnitPanel => {
      const cut = <T>(values: readonly T[]): T[] => values.slice(1);
      const columns = Object.entries(donor).map(([name, values]) => [
        name,
        typeof values === 'string' ? values : cut<string | number | null>(values),
      ]);
      return Object.fromEntries(columns) as UnitPanel;
    });
    // Month 0 lies before the first whole quarter.
    expect(check(funded, later)).toEqual(check(funded, donors));
  });

  it('is the same for the same seed, and another for another', () => {
    expect(check(funded, donors)).toEqual(check(funded, donors));
    const other = checkSyntheticControl(funded, windowOf(funded), donors, { ...options, seed: 6 });
    expect(other).not.toEqual(check(funded, donors));
  });

  const cases: readonly (readonly [string, UnitPanel, readonly UnitPanel[], string])[] = [
    ['a unit never funded', closing('U09', wave, length), donors, 'not_funded'],
    ['35 months before', closing('U09', wave, 35), donors, 'months_before_too_few'],
    [
      'a quarter not reported before, of 12',
      withoutReports(closing('U09', wave, 36), [3, 4, 5]),
      donors,
      'months_before_too_few',
    ],
    [
      'base staff not known in two quarters of 13',
      { ...funded, fteBase: replaceAt(funded.fteBase, [1, 4], null) },
      donors,
      'base_staff_unknown',
    ],
    ['one donor', funded, donors.slice(0, 1), 'no_controls'],
    ['no donor can be as small', closing('U09', (t) => (t < start ? 5 : 20), start), donors, 'poor_fit_before'],
    ['nothing closed before', closing('U09', (t) => (t < start ? 0 : 20), start), donors, 'poor_fit_before'],
  ];
  it.each(cases)('is refused, with the reason: %s', (_, panel, others, reason) => {
    expect(check(panel, others)).toEqual({
      check: { unitId: panel.unitId, method: 'synthetic_control', status: 'refused', reason },
      placebo: null,
    });
  });

  it('is refused when the months after have no staff known, or no report', () => {
    const reasonOf = (panel: UnitPanel) => checkSyntheticControl(panel, windowOf(funded), donors, options).check;
    const after = Array.from({ length: length - start }, (_, t) => start + t);
    expect(reasonOf(withoutReports(funded, after))).toMatchObject({ reason: 'no_reported_month_after' });
    expect(reasonOf({ ...funded, fteBase: replaceAt(funded.fteBase, [50], null) })).toMatchObject({
      reason: 'base_staff_unknown',
    });
  });
});

describe('the synthetic controls of simulated units', () => {
  /** What is said of the funded units that are not refused (about a third: small units are too noisy to be fitted within 20%), with the truth. */
  function judge(changes: Partial<SimulationSettings>, worlds: number) {
    return Array.from({ length: worlds }, (_, world) => {
      const units = simulatePanels({ ...defaultSimulation, ...changes, seed: 900 + world });
      const panels = units.map(({ panel }) => panel);
      return units.flatMap(({ panel, truth }) => {
        if (truth.funding === null) return [];
        const { check: found, placebo } = check(panel, panels);
        const { last } = windowOf(panel);
        const files = truth.backlogWithout[last]! - truth.backlog[last]!;
        return found.status === 'refused' ? [] : [{ truth: files, ...found.avoidedNow, p: placebo!.p }];
      });
    }).flat();
  }
  const share = (values: readonly boolean[]): number => values.filter(Boolean).length / values.length;
  const mean = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0) / values.length;

  it('hold the truth in 65 to 90 % of the 80 % intervals, without leaning far to a side', () => {
    const found = judge({ truth: { productivity: 0.9, spread: 0.15, rampMonths: 6 } }, 10);
    expect(found.length).toBeGreaterThan(70);
    const within = share(found.map(({ truth, p10, p90 }) => p10 <= truth && truth <= p90));
    expect([within > 0.65, within < 0.9]).toEqual([true, true]);
    const gap = mean(found.map(({ truth }) => truth));
    expect(gap).toBeGreaterThan(100);
    expect(Math.abs(mean(found.map(({ p50, truth }) => p50 - truth)))).toBeLessThan(0.4 * gap);
  });

  it('rank a unit high no more often than chance where the funded staff did nothing', () => {
    const idle = {
      truth: { productivity: 0, spread: 0, rampMonths: 6 },
      proactivePerFte: 0,
      assumptions: { ...defaultAssumptions, overtimeProductivity: 0 },
    };
    const found = judge(idle, 10);
    expect(found.every(({ truth }) => truth === 0)).toBe(true);
    const low = share(found.map(({ p }) => p <= 0.2));
    expect(low).toBeLessThan(0.2 + 3 * Math.sqrt((0.2 * 0.8) / found.length));
  });
});
