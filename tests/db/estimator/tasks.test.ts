import { describe, expect, it } from 'vitest';
import { defaultAssumptions } from '../../../db/estimator/assumptions.ts';
import { estimateUnits } from '../../../db/estimator/estimate.ts';
import { runTask, type LaboratoryInput, type LaboratoryTask } from '../../../db/estimator/tasks.ts';
import { figuresOf } from '../../support/estimates.ts';
import { steadyPanel } from '../../support/unitPanels.ts';

const input: LaboratoryInput = {
  panels: [
    steadyPanel(8, 4, { unitId: 'U01' }),
    steadyPanel(8, 4, { unitId: 'U02', fteFunded: Array.from({ length: 8 }, () => null) }),
  ],
  assumptions: { ...defaultAssumptions, rampMonths: [6] },
  seed: 8,
  reference: null,
};

/** The same assumptions hold already that the sensitivity would try, so that it fits the model once more and not eight times. */
const settled: LaboratoryInput = { ...input, assumptions: { ...input.assumptions, rampMonths: [3], fixedSpread: 0.5 } };

function ask(name: LaboratoryTask, asked = input): { answer: unknown; told: readonly [number, number][] } {
  const told: [number, number][] = [];
  const answer = runTask(name, asked, (done, total) => told.push([done, total]));
  return { answer, told };
}

describe('a question of the laboratory', () => {
  it('is answered as by the function behind it, to the last digit', () => {
    const { assumptions, panels } = input;
    const [own, other] = [8, 9].map((seed) => figuresOf(estimateUnits(panels, assumptions, { seed, reference: null })));
    expect(figuresOf(ask('estimate', { ...input, seed: 9 }).answer)).toBe(other);
    expect(other).not.toBe(own);
  });

  it.each<[LaboratoryTask, LaboratoryInput]>([
    ['estimate', input],
    ['crossChecks', input],
    ['sensitivity', settled],
    ['placebos', input],
    ['planning', input],
    ['backtest', input],
  ])('reports whole steps that never go back and end at the total: %s', (name, asked) => {
    const { told } = ask(name, asked);
    const steps = told.map(([done]) => done);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(steps.every(Number.isInteger)).toBe(true);
    expect(new Set(told.map(([, total]) => total)).size).toBe(1);
    expect(steps.at(-1)).toBe(told[0]![1]);
  });

  it('has no reference to give where the units cannot tell the productivity of funded staff', () => {
    expect(ask('reference').answer).toBeNull();
  });
});
