import { describe, expect, it } from 'vitest';
import { defaultAssumptions } from '../../../db/estimator/assumptions.ts';
import { generatePanel, type GeneratedPanel } from '../../../proofs/calibrate/panels/generate.ts';
import { drawParameters, type Parameters } from '../../../proofs/calibrate/panels/parameters.ts';
import { scenarios, type ScenarioName } from '../../../proofs/calibrate/panels/scenarios.ts';
import { mean } from '../../../db/estimator/numbers.ts';
import { checkPanel, isReported, stockFlowResidual } from '../../../db/estimator/panel.ts';
import { createRandom } from '../../../db/estimator/random.ts';

const names = Object.keys(scenarios) as ScenarioName[];
const decision = 28;

function deviation(values: readonly number[]): number {
  const centre = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - centre) ** 2)));
}

const start = (generated: GeneratedPanel, unit: number): number => {
  const found = generated.panels[unit]!.fteFunded.findIndex((fte) => fte! > 0);
  return found < 0 ? 60 : found;
};

const gap = (generated: GeneratedPanel, t: number): number => {
  const funded = generated.units.filter((unit) => unit.funded);
  return mean(funded.map(({ backlog, backlogWithout }) => backlogWithout[t]! - backlog[t]!));
};

const meanGap = (name: ScenarioName, panels = 6): number =>
  mean(Array.from({ length: panels }, (_, seed) => gap(generatePanel(scenarios[name], 40 + seed), 59)));

describe('parameters drawn from the priors', () => {
  const random = createRandom(8, 'test');
  const drawn = Array.from({ length: 8000 }, () => drawParameters(random, defaultAssumptions));
  const expected: readonly [keyof Parameters, (value: number) => number, number, number][] = [
    ['rateMean', Math.log, Math.log(4), 0.15],
    ['rateShape', Math.log, Math.log(20), 0.3],
    ['inflowSlope', Number, 0, 0.7],
    ['size', Math.log, Math.log(10), 0.4],
    ['centre', Number, 0.5, 0.7],
    // A half-normal law of scale s has mean s sqrt(2 / pi) and variance s^2 (1 - 2 / pi).
    ['spread', Number, 0.25 * Math.sqrt(2 / Math.PI), 0.25 * Math.sqrt(1 - 2 / Math.PI)],
    ['deviation', Number, 0.15 * Math.sqrt(2 / Math.PI), 0.15 * Math.sqrt(1 - 2 / Math.PI)],
    ['walkDeviation', Number, 0.03 * Math.sqrt(2 / Math.PI), 0.03 * Math.sqrt(1 - 2 / Math.PI)],
    ['rampMonths', Number, 9.6, deviation([3, 6, 9, 12, 18])],
  ];

  it.each(expected)('%s has the mean and the deviation of its prior', (name, scale, centre, spread) => {
    const values = drawn.map((parameters) => scale(parameters[name]));
    expect(Math.abs(mean(values) - centre)).toBeLessThan((4 * spread) / Math.sqrt(8000));
    expect(Math.abs(deviation(values) / spread - 1)).toBeLessThan(0.04);
  });
});

describe.each(names)('a panel of %s', (name) => {
  const generated = generatePanel(scenarios[name], 12);

  it('is a panel, the same for the same seed, with 14 of 22 units funded in months 28 to 40', () => {
    for (const panel of generated.panels) checkPanel(panel);
    expect(generatePanel(scenarios[name], 12)).toStrictEqual(generated);
    const starts = generated.panels.map((_, unit) => start(generated, unit)).filter((t) => t < 60);
    expect(starts).toHaveLength(14);
    expect(Math.min(...starts)).toBeGreaterThanOrEqual(decision);
    expect(Math.max(...starts)).toBeLessThanOrEqual(40);
  });

  it('has one path in both worlds before the funding, and for units without it', () => {
    generated.units.forEach(({ backlog, backlogWithout }, unit) => {
      expect(backlogWithout.slice(0, start(generated, unit))).toEqual(backlog.slice(0, start(generated, unit)));
    });
  });
});

describe('a generated panel', () => {
  const generated = generatePanel(scenarios.sbc, 31);

  it('funds the largest backlogs for a base FTE', () => {
    const need = generated.units.map(
      ({ backlog }, unit) => backlog[decision - 1]! / generated.panels[unit]!.fteBase[decision - 1]!,
    );
    const needOf = (funded: boolean): number[] => need.filter((_, unit) => generated.units[unit]!.funded === funded);
    expect(Math.min(...needOf(true))).toBeGreaterThanOrEqual(Math.max(...needOf(false)));
  });

  it('leaves about 4 % of the months unreported, and balances the others but for one audit in twenty', () => {
    const panels = Array.from({ length: 8 }, (_, seed) => generatePanel(scenarios.sbc, seed)).flatMap((g) => g.panels);
    const reported = panels.flatMap((panel) => panel.months.map((_, t) => isReported(panel, t)));
    const unreported = 1 - mean(reported.map(Number));
    expect(unreported).toBeGreaterThan(0.03);
    expect(unreported).toBeLessThan(0.045);
    const residuals = panels.flatMap((panel) => stockFlowResidual(panel)).filter((value) => value !== null);
    const moved = mean(residuals.map((value) => Number(value !== 0)));
    expect(moved).toBeGreaterThan(0.035);
    expect(moved).toBeLessThan(0.055);
  });

  it('keeps, in the stock that is reported, the truth that it stores', () => {
    generated.panels.forEach((panel, unit) => {
      panel.backlog.forEach((backlog, t) => {
        if (backlog !== null) expect(backlog).toBe(generated.units[unit]!.backlog[t]);
      });
    });
  });
});

describe('scenarios', () => {
  it('null: the funding changes nothing', () => {
    expect(meanGap('null')).toBe(0);
  });

  it('covid: fewer files closed in the four months, more received in three, than with the same seed and no shock', () => {
    const files = (
      name: ScenarioName,
      of: 'outflowInvestigated' | 'inflowReferred',
      from: number,
      to: number,
    ): number =>
      mean(
        Array.from({ length: 6 }, (_, seed) => generatePanel(scenarios[name], 60 + seed))
          .flatMap(({ panels }) => panels)
          .flatMap((panel) => panel[of].slice(from, to + 1).filter((value) => value !== null)),
      );
    const closed = files('covid', 'outflowInvestigated', 35, 38) / files('usual', 'outflowInvestigated', 35, 38);
    expect(closed).toBeGreaterThan(0.55);
    expect(closed).toBeLessThan(0.75);
    const received = files('covid', 'inflowReferred', 35, 37) / files('usual', 'inflowReferred', 35, 37);
    expect(received).toBeGreaterThan(1.25);
    expect(received).toBeLessThan(1.47);
  });

  it('inflow tied: units that close more receive more', () => {
    const slope = (name: ScenarioName): number => {
      const { panels } = generatePanel(scenarios[name], 3);
      const perFte = (values: readonly (number | null)[], panel: (typeof panels)[number]): number =>
        Math.log(
          mean(values.slice(0, decision).filter((value) => value !== null)) /
            mean(panel.fteBase.slice(0, decision).map(Number)),
        );
      const received = panels.map((panel) => perFte(panel.inflowReferred, panel));
      return deviation(received);
    };
    expect(slope('inflow-tied')).toBeGreaterThan(1.5 * slope('null'));
  });

  it('induced: 15 % of 4 files an FTE are opened by the investigators; told apart or not, the panel holds the same files', () => {
    const split = generatePanel(scenarios['induced-split'], 5).panels;
    const ignored = generatePanel(scenarios['induced-ignored'], 5).panels;
    const opened: number[] = [];
    split.forEach((panel, unit) => {
      panel.inflowProactive.forEach((proactive, t) => {
        if (proactive === null) return;
        expect(ignored[unit]!.inflowReferred[t]).toBe(panel.inflowReferred[t]! + proactive);
        if (t < decision) opened.push(proactive / panel.fteBase[t]!);
      });
      expect(ignored[unit]!.inflowProactive.every((value) => value === null)).toBe(true);
    });
    expect(Math.abs(mean(opened) - 0.6)).toBeLessThan(0.04);
    expect(meanGap('induced-ignored')).toBe(meanGap('induced-split'));
    expect(meanGap('induced-split')).toBeLessThan(meanGap('usual'));
  });

  it('diminishing returns, a slow ramp and a low productivity shrink the gap', () => {
    const usual = meanGap('usual');
    for (const name of ['diminishing', 'ramp-24', 'delta-fixed'] as const) expect(meanGap(name)).toBeLessThan(usual);
  });

  it('gaps as zero: what the others leave out is 0, and nothing else differs', () => {
    const filled = generatePanel(scenarios['gaps-as-zero'], 9).panels;
    const open = generatePanel(scenarios.usual, 9).panels;
    const columns = ['inflowReferred', 'outflowInvestigated', 'backlog'] as const;
    for (const column of columns) {
      expect(filled.map((panel) => panel[column])).toEqual(
        open.map((panel) => panel[column].map((value) => value ?? 0)),
      );
    }
  });

  it('complete: every month is reported, of units that are otherwise the same', () => {
    const complete = generatePanel(scenarios['sbc-complete'], 9);
    expect(complete.panels.every((panel) => panel.months.every((_, t) => isReported(panel, t)))).toBe(true);
    const open = generatePanel(scenarios.sbc, 9);
    expect(complete.parameters).toEqual(open.parameters);
    expect(complete.panels.map(({ inflowReferred }) => inflowReferred)).toEqual(
      open.panels.map((panel, unit) =>
        panel.inflowReferred.map((files, t) => files ?? complete.panels[unit]!.inflowReferred[t]),
      ),
    );
  });

  it('closures: administrative conclusions take a small share of the opening stock; elsewhere there are none', () => {
    const months = generatePanel(scenarios.closures, 4).panels.flatMap((panel) =>
      panel.backlog.flatMap((backlog, t) => {
        const closed = panel.outflowAdministrative[t + 1] ?? null;
        return backlog === null || closed === null ? [] : [{ backlog, closed }];
      }),
    );
    const share = mean(months.map(({ closed }) => closed)) / mean(months.map(({ backlog }) => backlog));
    expect(share).toBeGreaterThan(0.01);
    expect(share).toBeLessThan(0.025);
    const others = generatePanel(scenarios.sbc, 4).panels.flatMap((panel) => panel.outflowAdministrative);
    expect(others.every((value) => value === null || value === 0)).toBe(true);
  });
});
