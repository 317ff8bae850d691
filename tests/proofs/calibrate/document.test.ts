import { describe, expect, it } from 'vitest';
import { judge } from '../../../proofs/calibrate/panels/bands.ts';
import { scenarios } from '../../../proofs/calibrate/panels/scenarios.ts';
import { summarise, type Summary } from '../../../proofs/calibrate/panels/summary.ts';
import type { GradedScore, GradeName } from '../../../proofs/calibrate/panels/scoreGrades.ts';
import { methodVersion } from '../../../db/estimator/methodVersion.ts';
import { calibrationDocument, type Run } from '../../../proofs/calibrate/document.mjs';
import { runOf as keptRun } from '../../../proofs/calibrate/runs.mjs';
import { words } from '../../../proofs/calibrate/words.mjs';
import type { KeptWorld } from '../../../proofs/calibrate/worlds/kept.mjs';
import { worldNames } from '../../../proofs/calibrate/worlds/made.ts';
import { worldRunOf } from '../../../proofs/calibrate/worlds/runs.mjs';
import { summariseWorld } from '../../../proofs/calibrate/worlds/summary.ts';
import { worldWords } from '../../../proofs/calibrate/worlds/words.mjs';
import { scoreExactPanel } from './exactModel.ts';

const few = summarise([1, 2, 3].map((seed) => scoreExactPanel(seed, { narrower: 1, shift: 0 })));

function runOf(summary: Summary, judged: boolean): Run {
  return {
    measuredOn: '2026-11-24',
    versions: { vigie: '0.1.0', node: 'v24', method: methodVersion },
    panel: { units: 22, months: 60 },
    seeds: { first: 5000, last: 5099 },
    sampler: { sweeps: 2000, burnIn: 600 },
    seconds: { processor: 321, perPanel: 6.54 },
    effectiveSampleSize: { smallest: 91, median: 180 },
    summary,
    verdicts: judged ? judge(summary) : null,
  };
}

const halves = (document: string): readonly [string, string] => {
  const [english, french] = document.split('\n---\n');
  return [english!, french!];
};

/** A figure as either language writes it. */
const figures = (text: string): readonly string[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .flatMap((line) => line.split(' | ').slice(1))
    .flatMap((cell) => cell.match(/\d+[.,]?\d*/g) ?? [])
    .map((figure) => figure.replace(',', '.'));

describe('the document of the calibration', () => {
  const summary: Summary = { ...few, panels: 100 };
  const document = calibrationDocument({ sbc: runOf(summary, true), covid: runOf(few, false) }, {});
  const [english, french] = halves(document);

  it('names every scenario in both languages, those not run as such', () => {
    expect(Object.keys(words.en.scenarios)).toEqual(Object.keys(scenarios));
    expect(Object.keys(words.fr.scenarios)).toEqual(Object.keys(scenarios));
    for (const name of Object.keys(scenarios)) {
      expect(english).toContain(`\`${name}\``);
      expect(french).toContain(`\`${name}\``);
    }
  });

  it('shows the same figures in both languages, with a comma in French', () => {
    expect(figures(french)).toEqual(figures(english));
    expect(english).toContain(' 6.5 ');
    expect(french).toContain(' 6,5 ');
  });

  it('says of each band whether it held', () => {
    const held = judge(summary)!.filter(({ passes }) => passes).length;
    const missed = judge(summary)!.length - held;
    expect(english.split('| yes |').length - 1).toBe(held);
    expect(english.split('| **no** |').length - 1).toBe(missed);
    expect(french.split('| **non** |').length - 1).toBe(missed);
    expect(missed).toBeGreaterThan(0);
  });
});

const version = String(methodVersion);

/** Panels kept with their grades, in turn. */
function keptRunOf(name: string, letters: readonly GradeName[]): Run {
  const none = { units: 0, inside: 0 };
  const panels = letters.map((total, index) => {
    const graded: GradedScore = {
      total,
      units: { A: { units: 20, inside: 17 }, B: { units: 10, inside: 6 }, C: none, D: none, none },
      falsified: null,
      sceptic: ['above', 'inside', 'inside'],
      effective: 700 + index,
    };
    const score = scoreExactPanel(index, { narrower: 1, shift: 0 });
    return { ...score, graded, method: methodVersion, on: `2026-11-2${String(index)}`, node: 'v24.0.0', seconds: 12.5 };
  });
  return keptRun(name, panels)!;
}

describe('the part on grades', () => {
  const runs = {
    covid: runOf(few, false),
    usual: keptRunOf('usual', ['A', 'A', 'B', 'none']),
    'no-controls': keptRunOf('no-controls', ['D', 'A']),
  };
  const document = calibrationDocument(runs, {});
  const [english, french] = halves(document);
  const rowOf = (half: string, start: string): string => half.split('\n').find((line) => line.startsWith(start)) ?? '';

  it('shows the same figures in both languages, of the scenarios whose panels are kept', () => {
    expect(figures(french)).toEqual(figures(english));
    const part = english.slice(english.indexOf('## The grades'), english.indexOf('## All scenarios'));
    expect(part).not.toContain('`covid`');
    expect(rowOf(part, `| \`usual\` | 4 | ${version} | `)).toContain('| too few panels |');
    expect(part).toMatch(/\| `usual` \| 4 \| \d+ \| \d of 2 \| \d of 1 \|  \|  \| \d of 1 \|/);
    expect(part).toContain('| `usual` | 80: 85 % | 40: 60 % |  |  |  |');
    expect(part).toContain('| `usual` | 4 | 0 / 100 / 100 | 100 / 0 / 0 |');
  });

  it('shows an A that the data cannot bear as a miss', () => {
    expect(rowOf(english, `| \`no-controls\` | 2 | ${version} | `)).toMatch(
      /\| no total graded A \| 1 of 2; data allow it in 0 of 500 \| \*\*no\*\* \|$/,
    );
    expect(rowOf(french, `| \`no-controls\` | 2 | ${version} | `)).toMatch(
      /\| aucun total coté A \| 1 sur 2; les données le permettent dans 0 sur 500 \| \*\*non\*\* \|$/,
    );
  });

  it('says how many panels each has, and of which version of the method', () => {
    expect(english).toContain(`| \`usual\` | 2026-11-23 | 0.1.0 / v24.0.0 | ${version} | 0–3 |`);
    expect(english).toContain(`| \`covid\` | 2026-11-24 | 0.1.0 / v24 | ${version} | 5000–5099 |`);
  });

  it('shows what the present method measured, and nothing of another', () => {
    const { usual } = runs;
    const older = { ...usual, versions: { ...usual.versions, method: methodVersion - 1 } };
    expect(calibrationDocument({ ...runs, usual: older }, {})).not.toContain('| `usual`');
    expect(english).toContain('| `usual`');
  });
});

describe('the part on closings without investigation', () => {
  const none = { inside: 0, above: 0, below: 0 };
  const kept = (seed: number, place: 'inside' | 'below', method = methodVersion): KeptWorld => ({
    ...{ seed, method, on: '2026-12-07', node: 'v24.0.0', seconds: 20 },
    ...{ truth: 2400, width: 1200 },
    total: { grade: 'C', place, error: -120, width: 700 },
    units: { A: none, B: { inside: 9, above: 1, below: 0 }, C: { inside: 11, above: 0, below: 3 }, D: none, none },
  });
  const run = worldRunOf([kept(1, 'inside'), kept(2, 'below'), kept(3, 'inside', methodVersion - 1)])!;
  const [english, french] = halves(calibrationDocument({}, { mixed: run }));

  it('says of each world how often intervals hold the truth, on which side they do not, how far and how wide they are', () => {
    const figures = `2 | ${version} | 40 of 48 | 2 / 6 | 1 of 2 | 0 / 1 | 100.0 | -5.0 | -5.0 | 50.0 | 700.0 | too few panels |`;
    expect(english).toContain(`| \`mixed\`: ${worldWords.en.worlds.mixed} | ${figures}`);
    expect(english).toContain('| `mixed` |  | 18 of 20 | 22 of 28 |  |  |  |  | 1 of 2 |  |  |');
    expect(french).toContain('| 40 sur 48 | 2 / 6 | 1 sur 2 | 0 / 1 | 100,0 | -5,0 |');
  });

  it('has a name for each world in both languages', () => {
    expect(Object.keys(worldWords.en.worlds)).toEqual(worldNames);
    expect(Object.keys(worldWords.fr.worlds)).toEqual(worldNames);
  });

  it('judges where chance would seldom decide', () => {
    const of = (inside: number, below: number, above: number, total: 'inside' | 'below') =>
      summariseWorld(
        Array.from({ length: 30 }, (_, seed) => ({
          ...kept(seed, total),
          units: { A: none, B: none, D: none, none, C: { inside, above, below } },
        })),
      ).passes;
    expect(of(20, 2, 2, 'inside')).toBe(true);
    expect(of(24, 0, 0, 'inside')).toBe(true);
    expect(of(20, 4, 0, 'inside')).toBe(false);
    expect(of(20, 2, 2, 'below')).toBe(false);
    expect(of(12, 6, 6, 'inside')).toBe(false);
    expect(of(18, 3, 3, 'inside')).toBeNull();
    expect(worldRunOf([kept(3, 'inside', methodVersion - 1)])).toBeNull();
  });
});
