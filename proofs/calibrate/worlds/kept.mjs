// How 80 % intervals did on each panel of a world whose truth is known, as its row holds it.
import { gradeNames } from '../panels/scoreGrades.ts';
import { readPlaces, rowsOf, short, writePlaces } from '../rows.mjs';

/** @typedef {import('./score.ts').WorldScore & import('../rows.mjs').Made} KeptWorld */

const places = ['inside', 'above', 'below'];
const columns = [
  ...['grade', 'total', 'total_error', 'total_width', 'truth', 'width'],
  ...gradeNames.flatMap((name) => places.map((place) => `${name}_${place}`)),
];

/** @param {import('./score.ts').WorldScore} score */
function toCells({ total, truth, width, units }) {
  return [
    total.grade,
    writePlaces([total.place]),
    ...[total.error, total.width, truth, width].map((files) => short(files, 5)),
    ...gradeNames.flatMap((name) => places.map((place) => units[name][place])),
  ];
}

/** @returns {import('./score.ts').WorldScore} */
function fromRow(row) {
  const number = (name) => Number(row[name]);
  const countsOf = (name) => Object.fromEntries(places.map((place) => [place, number(`${name}_${place}`)]));
  const [place] = readPlaces(row.total);
  return {
    total: { grade: row.grade, place, error: number('total_error'), width: number('total_width') },
    truth: number('truth'),
    width: number('width'),
    units: Object.fromEntries(gradeNames.map((name) => [name, countsOf(name)])),
  };
}

export const { readKept, keep, tidy } = rowsOf(columns, toCells, fromRow);
