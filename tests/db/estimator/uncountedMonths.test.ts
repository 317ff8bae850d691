import { expect, it } from 'vitest';
import { factsOf } from '../../../db/estimator/evidenceFacts.ts';
import type { UnitPanel } from '../../../db/estimator/panel.ts';
import { defaultSimulation, simulatePanels } from '../../../db/estimator/simulate.ts';

const startOf = ({ fteFunded }: UnitPanel): number => fteFunded.findIndex((fte) => (fte ?? 0) > 0);
const panel = simulatePanels({ ...defaultSimulation, units: 22, funded: 16, seed: 4 })
  .map((each) => each.panel)
  .find((each) => startOf(each) > 0)!;
const last = panel.months.length - 1;
const window = { first: 0, fundingStart: startOf(panel), last };
const fit = { priorDriven: false, priorWeight: 0.1, controls: 6, practiceChanged: null };

/** The panel as it is reported where of the last months only these shares of the files closed are counted so far. */
function reportedLate(shares: readonly number[]) {
  const from = last + 1 - shares.length;
  const outflowInvestigated = panel.outflowInvestigated.map((files, t) =>
    files === null || t < from ? files : Math.round(files * shares[t - from]!),
  );
  return factsOf({ panel: { ...panel, outflowInvestigated }, window }, fit).residualShare!;
}

// Years of sound months made them a twentieth of all that was closed: a unit kept grade A on months of which a tenth was counted.
it('sees months at the end that are reported in part, however many sound ones are before them', () => {
  expect(reportedLate([])).toBeLessThan(0.02);
  expect(reportedLate([0.7, 0.5, 0.3, 0.1])).toBeGreaterThan(0.1);
});

it('weighs a stock that was corrected once against all months', () => {
  expect(reportedLate([0, 1, 1, 1])).toBeLessThan(0.05);
  expect(reportedLate([1, 1, 0, 0])).toBeLessThan(0.05);
});

it('takes a month in which no file came or left a busy unit for one that was not counted', () => {
  const silent = (isSilent: (t: number) => boolean, files: number) => {
    const flow = (values: UnitPanel['outflowInvestigated']) =>
      values.map((value, t) => (isSilent(t) ? 0 : value === null ? null : value + files));
    const changed = {
      inflowReferred: flow(panel.inflowReferred),
      inflowProactive: panel.inflowProactive.map((value, t) => (isSilent(t) && value !== null ? 0 : value)),
      outflowInvestigated: flow(panel.outflowInvestigated),
      outflowAdministrative: panel.outflowAdministrative.map((value, t) => (isSilent(t) && value !== null ? 0 : value)),
    };
    return factsOf({ panel: { ...panel, ...changed }, window }, fit).partialMonths;
  };
  expect(silent(() => false, 20)).toBe(0);
  expect(silent((t) => t === last - 9 || t === last - 3, 20)).toBe(2);
  // A unit of few files has such months by chance.
  expect(silent((t) => t % 2 === 0, 0)).toBe(0);
});
