import { describe, expect, it } from 'vitest';
import { judgeGrades, type Allowed } from '../../../proofs/calibrate/panels/bands.ts';
import { allowedA, bestGrades } from '../../../proofs/calibrate/panels/bestGrade.ts';
import { fitPanel } from '../../../proofs/calibrate/panels/fitPanel.ts';
import { generatePanel } from '../../../proofs/calibrate/panels/generate.ts';
import { gradePanel } from '../../../proofs/calibrate/panels/gradePanel.ts';
import { summariseGrades, type KeptScore } from '../../../proofs/calibrate/panels/gradeSummary.ts';
import { scenarios, type ScenarioName } from '../../../proofs/calibrate/panels/scenarios.ts';
import { type Place, scorePanel } from '../../../proofs/calibrate/panels/score.ts';
import {
  gradeNames,
  scoreGrades,
  type GradedScore,
  type GradeName,
} from '../../../proofs/calibrate/panels/scoreGrades.ts';
import { runCrossChecks } from '../../../db/estimator/crossChecks/run.ts';
import { at, sum } from '../../../db/estimator/numbers.ts';
import { capacityResult } from '../../../db/statistics/estimate/replication/result.ts';
import { capacitySpecification } from '../../../db/statistics/estimate/replication/specification.ts';
import { scoreExactPanel } from './exactModel.ts';

const short = { sweeps: 60, burnIn: 20 };

describe('the grades of a generated panel', () => {
  const generated = generatePanel(scenarios['staff-zero'], 1003);
  const fitted = fitPanel(generated.panels, scenarios['staff-zero'].model, 1003, short);
  // So few draws are never trusted: the chains are said to agree, so that there are letters to compare.
  const { fit, ...rest } = fitted.estimation();
  const estimation = { ...rest, fit: fit && { ...fit, rHat: 1, effectiveSampleSize: 500 } };
  const trusted = { ...fitted, estimation: () => estimation };
  const grades = gradePanel(generated.panels, trusted);

  it('are those that the application prints for it', () => {
    const checks = runCrossChecks(generated.panels, { seed: fitted.seed });
    const printed = capacityResult(generated.panels, capacitySpecification.parse({}), estimation, checks);
    expect(grades.total).toBe(printed.totalEvidence!.grade);
    const letters = printed.units.flatMap((row) =>
      row.status === 'estimated' && row.evidence ? [[row.unitId, row.evidence.grade] as const] : [],
    );
    expect([...grades.units]).toEqual(letters);
    expect(new Set(letters.map(([, letter]) => letter)).size).toBeGreaterThan(1);
  });

  it('are no better than its data allow', () => {
    const best = bestGrades(generated);
    expect(best).toEqual({ total: 'A', falsified: null });
    expect(grades.total! >= best.total!).toBe(true);
  });

  it('are kept by unit, and give no letter to the unit whose staff are impossible', () => {
    const { units, falsified, sceptic } = scoreGrades(generated, trusted, grades);
    const [last] = scorePanel(generated, trusted, 1003).horizons.slice(-1);
    expect(sum(gradeNames.map((name) => units[name].units))).toBe(last!.units);
    expect(sum(gradeNames.map((name) => units[name].inside))).toBe(at(last!.inside, 1));
    expect(generated.units.filter((unit) => unit.falsified)).toHaveLength(1);
    expect(falsified).toBeNull();
    expect(sceptic).toHaveLength(3);
  });
});

const gradedAs = (total: GradeName, falsified: GradeName | null = null): GradedScore => ({
  total,
  falsified,
  units: {
    A: { units: 0, inside: 0 },
    B: { units: 0, inside: 0 },
    C: { units: 0, inside: 0 },
    D: { units: 0, inside: 0 },
    none: { units: 0, inside: 0 },
  },
  sceptic: null,
  effective: 900,
});

const exact = scoreExactPanel(1, { narrower: 1, shift: 0 });

/** So many panels whose totals lie inside, above and below, each with this grade. */
function panelsOf(counts: Readonly<Record<Place, number>>, graded: GradedScore): KeptScore[] {
  return (Object.keys(counts) as Place[]).flatMap((place) =>
    Array.from({ length: counts[place] }, () => ({
      ...exact,
      horizons: exact.horizons.map((horizon) => ({ ...horizon, total: [place, place, place] })),
      graded,
    })),
  );
}

const verdict = (name: ScenarioName, ...panels: readonly KeptScore[][]): boolean | null =>
  judgeGrades(name, summariseGrades(panels.flat()), null).passes;

describe('what is asked of the grades', () => {
  it('is that all totals are held as often as is said, neither less nor more', () => {
    const all = (inside: number): KeptScore[] => panelsOf({ inside, above: 500 - inside, below: 0 }, gradedAs('A'));
    expect([379, 380, 420, 421].map((inside) => verdict('usual', all(inside)))).toEqual([false, true, true, false]);
  });

  it('is that those graded A are held no less often', () => {
    const graded = (inside: number): boolean | null => {
      const others = panelsOf({ inside: 400 - inside, above: inside, below: 0 }, gradedAs('C'));
      return verdict('usual', others, panelsOf({ inside, above: 100 - inside, below: 0 }, gradedAs('A')));
    };
    expect([75, 76, 95].map(graded)).toEqual([false, true, true]);
  });

  it('is not answered by fewer than 500 panels, nor by a handful with an A', () => {
    expect(verdict('usual', panelsOf({ inside: 400, above: 99, below: 0 }, gradedAs('A')))).toBeNull();
    const others = panelsOf({ inside: 390, above: 90, below: 0 }, gradedAs('B'));
    expect(verdict('usual', others, panelsOf({ inside: 10, above: 10, below: 0 }, gradedAs('A')))).toBeNull();
  });

  it('asks where the funding does nothing for cover of all, with misses on both sides', () => {
    const all = (above: number, below: number): boolean | null =>
      verdict('null', panelsOf({ inside: 500 - above - below, above, below }, gradedAs('B')));
    expect([all(119, 1), all(120, 1), all(100, 0)]).toEqual([true, false, false]);
  });

  it('forbids an A where the data cannot bear it, however few the panels', () => {
    const graded = (letter: GradeName, count: number): KeptScore[] =>
      panelsOf({ inside: count, above: 0, below: 0 }, gradedAs(letter, letter));
    expect(verdict('no-controls', graded('D', 3))).toBeNull();
    expect(verdict('no-controls', graded('D', 500))).toBe(true);
    expect(verdict('no-controls', graded('D', 500), graded('A', 1))).toBe(false);
    expect(verdict('staff-zero', panelsOf({ inside: 3, above: 0, below: 0 }, gradedAs('A', 'C')))).toBeNull();
    expect(verdict('staff-zero', panelsOf({ inside: 3, above: 0, below: 0 }, gradedAs('C', 'A')))).toBe(false);
  });

  it('takes 500 panels whose data forbid an A for an answer, unless one was given', () => {
    const given = (letter: GradeName, allowed: Allowed): boolean | null =>
      judgeGrades(
        'no-controls',
        summariseGrades(panelsOf({ inside: 3, above: 0, below: 0 }, gradedAs(letter))),
        allowed,
      ).passes;
    expect(given('D', { panels: 500, A: 0 })).toBe(true);
    expect(given('D', { panels: 499, A: 0 })).toBeNull();
    expect(given('D', { panels: 500, A: 1 })).toBeNull();
    expect(given('A', { panels: 500, A: 0 })).toBe(false);
  });

  it.each([
    ['few-controls', 'never_a', 0],
    ['no-controls', 'never_a', 0],
    ['one-start', 'never_a', 0],
    ['induced-ignored', 'never_a', 0],
    ['staff-zero', 'falsified_never_a', 0],
    ['staff-hundredfold', 'falsified_never_a', 0],
    ['staff-faded', 'falsified_never_a', 0],
    ['silent-controls', 'never_a', 0],
    // The same question of panels without a fault: the data alone do not answer it.
    ['usual', 'never_a', 20],
    ['induced-split', 'never_a', 20],
  ] as const)('finds in the data alone whether %s can have an A', (name, asked, found) => {
    expect(allowedA(scenarios[name], asked, 1000, 20)).toEqual({ panels: 20, A: found });
  });
});
