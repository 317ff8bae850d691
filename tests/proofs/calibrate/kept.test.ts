import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { levels } from '../../../proofs/calibrate/panels/score.ts';
import type { GradedScore } from '../../../proofs/calibrate/panels/scoreGrades.ts';
import { summarise } from '../../../proofs/calibrate/panels/summary.ts';
import { methodVersion } from '../../../db/estimator/methodVersion.ts';
import { keep, readKept, tidy, type Kept } from '../../../proofs/calibrate/kept.mjs';
import { dropOlder } from '../../../proofs/calibrate/rows.mjs';
import { runOf } from '../../../proofs/calibrate/runs.mjs';
import * as world from '../../../proofs/calibrate/worlds/kept.mjs';
import { scoreExactPanel } from './exactModel.ts';

const graded: GradedScore = {
  total: 'B',
  units: {
    A: { units: 12, inside: 10 },
    B: { units: 9, inside: 6 },
    C: { units: 7, inside: 7 },
    D: { units: 0, inside: 0 },
    none: { units: 2, inside: 1 },
  },
  falsified: null,
  sceptic: ['below', 'inside', 'inside'],
  effective: 812,
};

function panel(seed: number, method = methodVersion): Kept {
  const score = scoreExactPanel(seed, { narrower: 1, shift: 0 });
  return { ...score, graded, method, on: '2026-11-29', node: 'v24.0.0', seconds: 18.4 };
}

describe('the panels kept of a calibration', () => {
  let path: string;
  beforeEach(() => {
    path = join(mkdtempSync(join(tmpdir(), 'vigie-calibration-')), 'calibration', 'null.csv');
  });

  it('come back as they were, but for digits that no summary shows', () => {
    const panels = [3, 1, 2].map((seed) => panel(seed));
    for (const each of panels) keep(path, each);
    const found = readKept(path);
    expect(found.map(({ seed }) => seed)).toEqual([1, 2, 3]);
    expect(found.map((each) => each.graded)).toEqual([graded, graded, graded]);
    const before = summarise(panels);
    const after = summarise(found);
    expect(after.uniformity).toEqual(before.uniformity);
    before.horizons.forEach((horizon, index) => {
      levels.forEach((_, level) => {
        for (const measure of ['unitCoverage', 'totalCoverage', 'totalAbove'] as const) {
          expect(after.horizons[index]![measure][level]).toEqual(horizon[measure][level]);
        }
      });
      for (const measure of ['gap', 'rootMeanSquare', 'width'] as const) {
        expect(after.horizons[index]![measure] / horizon[measure]).toBeCloseTo(1, 3);
      }
    });
  });

  it('lose a line that a kill cut off, and no other; the next run goes on after it', () => {
    keep(path, panel(1));
    keep(path, panel(2));
    appendFileSync(path, '9,3,2026-11');
    expect(readKept(path).map(({ seed }) => seed)).toEqual([1, 2]);
    tidy(path);
    keep(path, panel(3));
    expect(readKept(path).map(({ seed, graded: { total } }) => [seed, total])).toEqual([
      [1, 'B'],
      [2, 'B'],
      [3, 'B'],
    ]);
  });

  it('are written in the order of their seeds, whichever was first, in one file and nothing beside it', () => {
    for (const seed of [2, 1]) keep(path, panel(seed));
    tidy(path);
    const text = readFileSync(path, 'utf8');
    tidy(path);
    expect(readFileSync(path, 'utf8')).toBe(text);
    expect(
      text
        .split('\n')
        .slice(1, 3)
        .map((line) => line.split(',')[1]),
    ).toEqual(['1', '2']);
    expect(readdirSync(join(path, '..'))).toEqual(['null.csv']);
  });

  it('of an older method are not mixed with those of this one, nor shown', () => {
    const older = [1, 2, 3].map((seed) => panel(seed, methodVersion - 1));
    expect(runOf('null', [...older, panel(4)])).toBeNull();
    expect(runOf('null', [...older, panel(4), panel(5)])).toMatchObject({
      versions: { method: methodVersion },
      summary: { panels: 2 },
      seeds: { first: 4, last: 5 },
      seconds: { processor: 36.8 },
    });
  });

  it('of an older method go when it is asked for, and with the last of them their file', () => {
    keep(path, panel(1, methodVersion - 1));
    keep(path, panel(2));
    dropOlder(path, methodVersion);
    expect(readKept(path).map(({ method, seed }) => [method, seed])).toEqual([[methodVersion, 2]]);
    dropOlder(path, methodVersion + 1);
    expect(existsSync(path)).toBe(false);
  });
});

describe('the panels kept of a world', () => {
  it('come back as they were', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'vigie-calibration-')), 'worlds', 'mixed.csv');
    const places = { inside: 3, above: 1, below: 0 };
    const score = {
      units: { A: places, B: places, C: places, D: places, none: places },
      ...{ truth: 2100, width: 910.25 },
      total: { grade: 'C', place: 'below', error: -31.125, width: 400.5 },
    } as const;
    const kept = { ...score, method: methodVersion, seed: 2, on: '2026-12-07', node: 'v24.0.0', seconds: 18.4 };
    world.keep(path, kept);
    world.tidy(path);
    expect(world.readKept(path)).toEqual([kept]);
  });
});
