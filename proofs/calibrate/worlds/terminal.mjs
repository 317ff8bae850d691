// The worlds as a table in the terminal.
import { gradeNames } from '../panels/scoreGrades.ts';
import { countOf } from './summary.ts';

const cell = (text, width = 11) => String(text).padStart(width);
const held = (places) => (countOf(places) === 0 ? '' : `${String(places.inside)} of ${String(countOf(places))}`);
const sides = ({ above, below }) => `${String(above)} / ${String(below)}`;

const head = ['units', 'above/below', 'totals', 'above/below', 'gap', 'error', 'error %', 'width'];

/** @param {Record<string, import('./runs.mjs').WorldRun>} runs @param {(line: string) => void} tell */
export function printWorlds(runs, tell) {
  tell(
    '\n80 % intervals at the last month that hold the truth, those wholly above and below it, and by grade of the unit',
  );
  tell(`${'world'.padEnd(14)}${[...head, ...gradeNames].map((name) => cell(name)).join('')}`);
  for (const [name, { summary }] of Object.entries(runs)) {
    const { units, totals, gap, error, width, unitsByGrade, passes } = summary;
    const cells = [
      ...[held(units), sides(units), held(totals), sides(totals)],
      ...[gap.toFixed(1), error.toFixed(1), gap === 0 ? '' : ((100 * error) / gap).toFixed(1), width.toFixed(1)],
      ...gradeNames.map((grade) => held(unitsByGrade[grade])),
    ];
    const verdict = passes === null ? 'too few panels' : passes ? 'held' : 'MISSED';
    tell(`${name.padEnd(14)}${cells.map((each) => cell(each)).join('')}  ${verdict}`);
  }
}
