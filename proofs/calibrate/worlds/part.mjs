// The part of docs/calibration.md on worlds whose closings follow laws of their own, in one language.
import { gradeNames } from '../panels/scoreGrades.ts';
import { percent, table } from '../tables.mjs';
import { countOf } from './summary.ts';
import { worldWords } from './words.mjs';

function cellsOf(name, { seeds, versions, summary }, { worlds }, text) {
  const { units, totals, gap, error, width, totalWidth, passes } = summary;
  const { few, yes, no, tooFew } = text.grades;
  const held = (places) => few(places.inside, countOf(places));
  const sides = ({ above, below }) => `${String(above)} / ${String(below)}`;
  const files = (value) => text.decimal(value.toFixed(1));
  return [
    `\`${name}\`: ${worlds[name]}`,
    String(seeds.length),
    String(versions.method),
    ...[held(units), sides(units), held(totals), sides(totals)],
    ...[files(gap), files(error), gap === 0 ? '...' : text.decimal(percent(error / gap, 1))],
    ...[files(width), files(totalWidth)],
    passes === null ? tooFew : passes ? yes : no,
  ];
}

function gradeCells(name, { summary }, { grades: { few } }) {
  const held = (places) => (countOf(places) === 0 ? '' : few(places.inside, countOf(places)));
  const of = (byGrade) => gradeNames.map((grade) => held(byGrade[grade]));
  return [`\`${name}\``, ...of(summary.unitsByGrade), ...of(summary.totalsByGrade)];
}

/**
 * @param {Record<string, import('./runs.mjs').WorldRun>} runs @param {'en' | 'fr'} language
 * @param {typeof import('../words.mjs').words.en} text
 */
export function worldsPart(runs, language, text) {
  const all = Object.entries(runs);
  if (all.length === 0) return [];
  const own = worldWords[language];
  const rows = all.map(([name, run]) => cellsOf(name, run, own, text));
  const grades = all.map(([name, run]) => gradeCells(name, run, text));
  return [`## ${own.title}`, ...own.intro, table(own.head, rows), own.grades, table(own.gradesHead, grades), own.again];
}
