import { describe, expect, it } from 'vitest';
import { defaultAssumptions } from '../../../db/estimator/assumptions.ts';
import type { UnitPanel } from '../../../db/estimator/panel.ts';
import { runPlacebos, type Placebos } from '../../../db/estimator/placebos.ts';
import { defaultSimulation, simulatePanels, type SimulationSettings } from '../../../db/estimator/simulate.ts';
import { inThread } from '../../support/inThread.ts';
import { steadyPanel, withoutReports } from '../../support/unitPanels.ts';

/** Long before the pandemic, so that only the early start is tried. */
const settings: SimulationSettings = {
  ...defaultSimulation,
  firstMonth: '2008-04',
  units: 12,
  funded: 8,
  months: 54,
  decisionMonth: 30,
  truth: { productivity: 1.2, spread: 0.05, rampMonths: 3 },
  proactivePerFte: 0,
  seed: 14,
};
const simulate = (changes: Partial<SimulationSettings> = {}): UnitPanel[] =>
  simulatePanels({ ...settings, ...changes }).map(({ panel }) => panel);

function run(panels: readonly UnitPanel[]): Promise<Placebos> {
  const module = new URL('../../../db/estimator/placebos.ts', import.meta.url);
  return inThread(module, runPlacebos, panels, defaultAssumptions, { seed: 5 });
}

describe('the funding pretended to have begun a year early', () => {
  it('has about no effect, although the true funding had a large one', async () => {
    const { earlyStart, withoutPandemic } = await run(simulate());
    expect(withoutPandemic).toBeNull();
    expect(earlyStart!.units).toBe(8);
    expect(earlyStart!.productivity.p025).toBeLessThan(0);
    expect(earlyStart!.productivity.p975).toBeGreaterThan(0);
    expect(Math.abs(earlyStart!.productivity.mean)).toBeLessThan(0.4);
    expect(earlyStart!.effectiveSampleSize).toBeGreaterThan(20);
  });

  it('has one where the staff were there a year before they are said to have come', async () => {
    const late = simulate().map((panel) => ({
      ...panel,
      fteFunded: panel.months.map((_, t) => (t < 12 ? 0 : panel.fteFunded[t - 12]!)),
      overtimeFunded: panel.months.map(() => null),
    }));
    const { earlyStart } = await run(late);
    expect(earlyStart!.productivity.p025).toBeGreaterThan(0);
    expect(Math.abs(earlyStart!.productivity.mean - 1.2)).toBeLessThan(0.4);
  });

  it('is not tried where too few units have the months', async () => {
    expect((await run(simulate({ units: 8, funded: 5 }))).earlyStart).toBeNull();
    const soon = Array.from({ length: 12 }, (_, index) =>
      steadyPanel(40, index < 6 ? 20 : 40, { unitId: `U${index}`, months: simulate({ months: 40 })[0]!.months }),
    );
    expect((await run(soon)).earlyStart).toBeNull();
  });
});

describe('the first months of the pandemic left out', () => {
  const months = { firstMonth: '2019-04', months: 24 };

  it('moves the total little where they were months like others, and counts the same units', async () => {
    const panels = simulate({ ...months, decisionMonth: 8, units: 10, funded: 6 });
    const { withoutPandemic } = await run(panels);
    const { avoided, avoidedMasked } = withoutPandemic!;
    expect(withoutPandemic).toMatchObject({ month: '2021-03', units: 6 });
    expect(avoidedMasked.mean).not.toBe(avoided.mean);
    expect(Math.abs(avoidedMasked.mean - avoided.mean)).toBeLessThan(avoided.p90 - avoided.p10);
  });

  it('is not tried where no unit reports them', async () => {
    const panels = simulate({ ...months, decisionMonth: 8, units: 3, funded: 2 });
    const silent = panels.map((panel) => withoutReports(panel, [11, 12, 13, 14]));
    expect(panels[0]!.months[11]).toBe('2020-03');
    expect((await run(silent)).withoutPandemic).toBeNull();
  });
});
