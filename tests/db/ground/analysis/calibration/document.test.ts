import { describe, expect, it } from 'vitest';
import { judge } from '../../../../../db/ground/analysis/calibration/bands.ts';
import { scenarios } from '../../../../../db/ground/analysis/calibration/scenarios.ts';
import { summarise, type Summary } from '../../../../../db/ground/analysis/calibration/summary.ts';
import { calibrationDocument, type Run } from '../../../../../scripts/calibrate/document.mjs';
import { words } from '../../../../../scripts/calibrate/words.mjs';
import { scoreExactPanel } from './exactModel.ts';

const few = summarise([1, 2, 3].map((seed) => scoreExactPanel(seed, { narrower: 1, shift: 0 })));

function runOf(summary: Summary, judged: boolean): Run {
  return {
    measuredOn: '2026-11-24',
    versions: { vigie: '0.1.0', node: 'v24' },
    seeds: { first: 5000, last: 5099 },
    sampler: { sweeps: 2000, burnIn: 600 },
    seconds: { elapsed: 321, perPanel: 6.54 },
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
  const document = calibrationDocument({ sbc: runOf(summary, true), covid: runOf(few, false) });
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
