import { describe, expect, it } from 'vitest';
import type { ScenarioName } from '../../../proofs/calibrate/panels/scenarios.ts';
import { mean } from '../../../db/estimator/numbers.ts';
import { drawOpeningRates } from '../../../db/estimator/openedFiles.ts';
import { createRandom } from '../../../db/estimator/random.ts';
import { replaceAt, steadyPanel } from '../../support/unitPanels.ts';
import { estimatedOne } from '../../support/estimates.ts';
import { isWhole } from '../../support/whole.ts';
import { judgeTotals } from './totals.ts';

/** Of the mean over panels of the total, how far it is above the truth, as a share of it. */
const bias = (scenario: ScenarioName): number => judgeTotals(scenario, {}, isWhole ? [1, 2, 3, 4] : [1, 2]).bias;

describe('files that staff open on their own initiative, recorded apart', () => {
  it.each(['induced-split', 'induced-funded'] as const)('leave the total near the truth in %s', (scenario) => {
    expect(Math.abs(bias(scenario))).toBeLessThan(0.12);
  });

  it('are the funded staff’s where they are more than the unit’s own staff opened before', () => {
    const random = createRandom(3, 'test');
    const opened = { before: { files: 200, base: 400 }, since: { files: 260, base: 400, ramped: [50, 100] } };
    const drawn = Array.from({ length: 4000 }, () => drawOpeningRates(random, opened, 1));
    expect(mean(drawn.map(({ base }) => base))).toBeCloseTo(0.5, 2);
    expect(Math.abs(mean(drawn.map(({ funded }) => funded)) - 0.6)).toBeLessThan(0.02);
    expect(mean(drawn.map(({ funded }) => (funded - 0.6) ** 2))).toBeCloseTo((200 + 260) / 100 ** 2, 2);
  });

  it('are told apart where a year of them is recorded before the funding too, and not otherwise', () => {
    const length = 48;
    const months = Array.from({ length }, (_, t) => t);
    const recorded = (before: number): boolean => {
      const opened = months.map(() => 4);
      const inflowProactive = replaceAt<number | null>(opened, months.slice(0, 30 - before), null);
      return estimatedOne(steadyPanel(length, 30, { inflowProactive })).facts.inflowSplitRecorded;
    };
    expect([0, 11, 12, 30].map(recorded)).toEqual([false, false, true, true]);
  });
});

it('a rise of referrals in the first funded year is named, and takes no grade where the split is recorded', () => {
  const start = 30;
  const raised = (factor: number) => {
    const inflowReferred = Array.from({ length: 60 }, (_, t) => (t < start ? 30 : 30 * factor));
    return estimatedOne(steadyPanel(60, start, { inflowReferred })).cautions;
  };
  expect(raised(1.5)).toContain('outside_inflow_rose');
  expect(raised(1.3)).not.toContain('outside_inflow_rose');
  expect(raised(0.6)).not.toContain('outside_inflow_rose');
});
