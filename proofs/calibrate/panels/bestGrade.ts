import { countControls } from '../../../db/estimator/controls.ts';
import { basisOf } from '../../../db/estimator/estimate.ts';
import { factsOf } from '../../../db/estimator/evidenceFacts.ts';
import { gradeEvidence } from '../../../db/estimator/grades.ts';
import { sortUnits } from '../../../db/estimator/usable.ts';
import type { Asked, Allowed } from './bands.ts';
import { generatePanel, type GeneratedPanel } from './generate.ts';
import type { Grade } from './gradePanel.ts';
import type { Scenario } from './scenarios.ts';

/** The best that a panel's data allow, whatever the draws and the cross-checks say: of any funded unit, which no total exceeds. Null: refused. */
type BestGrades = { readonly total: Grade; readonly falsified: Grade };

/** What only draws and cross-checks can tell, at its best. */
const favourable = { flatPreTrend: true, roseBefore: false, insideStructuralBand: true };

export function bestGrades({ panels, units }: Pick<GeneratedPanel, 'panels' | 'units'>): BestGrades {
  const { usable } = sortUnits(panels);
  const fit = {
    priorDriven: basisOf(usable, null) === 'prior',
    priorWeight: 0,
    controls: countControls(usable),
    practiceChanged: null,
  };
  const falsified = panels.find((_, index) => units[index]?.falsified)?.unitId;
  const graded = usable
    .filter(({ window }) => window.fundingStart !== null)
    .map((unit) => ({
      unitId: unit.panel.unitId,
      grade: gradeEvidence({ ...factsOf(unit, fit), ...favourable }).grade,
    }));
  return {
    total: graded.map(({ grade }) => grade).sort()[0] ?? null,
    falsified: graded.find(({ unitId }) => unitId === falsified)?.grade ?? null,
  };
}

/** Panels of a scenario from this seed on, and how many have data that would let an A be given where none is asked for. */
export function allowedA(scenario: Scenario, asked: Asked, firstSeed: number, panels: number): Allowed {
  const of = asked === 'never_a' ? 'total' : 'falsified';
  const found = Array.from(
    { length: panels },
    (_, index) => bestGrades(generatePanel(scenario, firstSeed + index))[of],
  );
  return { panels, A: found.filter((grade) => grade === 'A').length };
}
