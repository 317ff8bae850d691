import { runCrossChecks } from '../../../db/estimator/crossChecks/run.ts';
import { gradeTotalAt, type UnitOfTotal } from '../../../db/estimator/gradeTotal.ts';
import { samplingIn, type Evidence } from '../../../db/estimator/grades.ts';
import { gradeUnit } from '../../../db/estimator/gradeUnit.ts';
import type { UnitPanel } from '../../../db/estimator/panel.ts';
import type { FittedPanel } from './fitPanel.ts';

/** Null: refused. */
export type Grade = Evidence['grade'];

export type PanelGrades = {
  /** Of the total at the last month for which a unit has an answer. */
  readonly total: Grade;
  /** Of each unit that has an answer, by its name. */
  readonly units: ReadonlyMap<string, Grade>;
};

/** The grades that the application gives a panel, with every cross-check that it makes. */
export function gradePanel(panels: readonly UnitPanel[], { estimation: estimationOf, seed }: FittedPanel): PanelGrades {
  const estimation = estimationOf();
  const checks = runCrossChecks(panels, { seed });
  const sampling = samplingIn(estimation);
  const units = estimation.units.flatMap((unit): UnitOfTotal[] => {
    const { unitId } = unit;
    if (unit.status === 'refused') return [{ unitId, answer: null }];
    if (unit.fundingStart === null) return [];
    const own = checks.units.find((each) => each.unitId === unitId) ?? null;
    const { grade } = gradeUnit(unit, own, checks.events, sampling);
    return [{ unitId, answer: { asOf: unit.asOf, grade, avoided: unit.avoidedNow.mean } }];
  });
  const months = units.flatMap(({ answer }) => (answer === null ? [] : [answer.asOf])).sort();
  const month = months.at(-1);
  return {
    total: month === undefined ? null : (gradeTotalAt(month, units, panels, sampling)?.grade ?? null),
    units: new Map(units.flatMap(({ unitId, answer }) => (answer === null ? [] : [[unitId, answer.grade] as const]))),
  };
}
