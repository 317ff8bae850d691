// The score of each panel of a scenario, as its row holds it.
import { readPlaces, rowsOf, short, writePlaces } from './rows.mjs';
import { horizons, rankedQuantities } from './panels/score.ts';
import { gradeNames } from './panels/scoreGrades.ts';

/** @typedef {import('./panels/gradeSummary.ts').KeptScore & import('./rows.mjs').Made} Kept */

const sums = ['units', 'truth', 'error', 'squares', 'width'];
const digits = { truth: 6, error: 5, squares: 5, width: 5 };

const columns = [
  'effective',
  'grade',
  'falsified',
  'sceptic',
  ...gradeNames.flatMap((name) => [`${name}_units`, `${name}_in80`]),
  ...rankedQuantities.map((name) => `${name}_tenth`),
  ...horizons.flatMap((month) => [
    ...sums.map((name) => `${name}_${String(month)}`),
    ...[50, 80, 95].map((level) => `in${String(level)}_${String(month)}`),
    `total_${String(month)}`,
  ]),
];

/** @param {import('./panels/gradeSummary.ts').KeptScore} kept */
function toCells({ horizons: found, bins, graded }) {
  const { total, units, falsified, sceptic, effective } = graded;
  return [
    Math.round(effective),
    total,
    falsified ?? '',
    writePlaces(sceptic),
    ...gradeNames.flatMap((name) => [units[name].units, units[name].inside]),
    ...rankedQuantities.map((name) => bins[name]),
    ...found.flatMap((horizon) => [
      ...sums.map((name) => short(horizon[name], digits[name])),
      ...horizon.inside,
      writePlaces(horizon.total),
    ]),
  ];
}

/** @returns {import('./panels/gradeSummary.ts').KeptScore} */
function fromRow(row) {
  const number = (name) => Number(row[name]);
  return {
    seed: number('seed'),
    horizons: horizons.map((month) => ({
      ...Object.fromEntries(sums.map((name) => [name, number(`${name}_${String(month)}`)])),
      inside: [50, 80, 95].map((level) => number(`in${String(level)}_${String(month)}`)),
      total: readPlaces(row[`total_${String(month)}`]),
    })),
    bins: Object.fromEntries(rankedQuantities.map((name) => [name, number(`${name}_tenth`)])),
    graded: {
      total: row.grade,
      falsified: row.falsified === '' ? null : row.falsified,
      sceptic: readPlaces(row.sceptic),
      effective: number('effective'),
      units: Object.fromEntries(
        gradeNames.map((name) => [name, { units: number(`${name}_units`), inside: number(`${name}_in80`) }]),
      ),
    },
  };
}

export const { readKept, keep, tidy } = rowsOf(columns, toCells, fromRow);
