// The score of each panel, kept as it is done: one file a scenario, one line a panel, so that a run goes on where the last one stopped.
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { horizons, rankedQuantities } from './panels/score.ts';
import { gradeNames } from './panels/scoreGrades.ts';

/**
 * @typedef {import('./panels/gradeSummary.ts').KeptScore & { method: number, on: string, node: string, seconds: number }} Kept
 */

const sums = ['units', 'truth', 'error', 'squares', 'width'];
const digits = { truth: 6, error: 5, squares: 5, width: 5 };
const letters = { inside: 'i', above: 'a', below: 'b' };
const places = Object.fromEntries(Object.entries(letters).map(([place, letter]) => [letter, place]));

const columns = [
  'method',
  'seed',
  'on',
  'node',
  'seconds',
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

const written = (found) => (found === null ? '' : found.map((place) => letters[place]).join(''));
const read = (text) => (text === '' ? null : [...text].map((letter) => places[letter]));
const short = (value, length) => (Number.isInteger(value) ? value : Number(value.toPrecision(length ?? 4)));

/** @param {Kept} kept */
function toRow({ method, seed, on, node, seconds, horizons: found, bins, graded }) {
  const { total, units, falsified, sceptic, effective } = graded;
  return [
    method,
    seed,
    on,
    node,
    short(seconds, 3),
    Math.round(effective),
    total,
    falsified ?? '',
    written(sceptic),
    ...gradeNames.flatMap((name) => [units[name].units, units[name].inside]),
    ...rankedQuantities.map((name) => bins[name]),
    ...found.flatMap((horizon) => [
      ...sums.map((name) => short(horizon[name], digits[name])),
      ...horizon.inside,
      written(horizon.total),
    ]),
  ];
}

/** @returns {Kept} */
function fromRow(row) {
  const number = (name) => Number(row[name]);
  return {
    method: number('method'),
    seed: number('seed'),
    on: row.on,
    node: row.node,
    seconds: number('seconds'),
    horizons: horizons.map((month) => ({
      ...Object.fromEntries(sums.map((name) => [name, number(`${name}_${String(month)}`)])),
      inside: [50, 80, 95].map((level) => number(`in${String(level)}_${String(month)}`)),
      total: read(row[`total_${String(month)}`]),
    })),
    bins: Object.fromEntries(rankedQuantities.map((name) => [name, number(`${name}_tenth`)])),
    graded: {
      total: row.grade,
      falsified: row.falsified === '' ? null : row.falsified,
      sceptic: read(row.sceptic),
      effective: number('effective'),
      units: Object.fromEntries(
        gradeNames.map((name) => [name, { units: number(`${name}_units`), inside: number(`${name}_in80`) }]),
      ),
    },
  };
}

/** @param {string} path @returns {Kept[]} in the order of their seeds; a line that a kill cut off is left out */
export function readKept(path) {
  if (!existsSync(path)) return [];
  const text = readFileSync(path, 'utf8');
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  const rows = parse(whole, { columns: true }).map(fromRow);
  return rows.sort((one, other) => one.method - other.method || one.seed - other.seed);
}

/** @param {string} path @param {Kept} kept */
export function keep(path, kept) {
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, stringify([columns]));
  }
  appendFileSync(path, stringify([toRow(kept)]));
}

/** In one order whichever thread was first, and without a line that a kill cut off. @param {string} path */
export function tidy(path) {
  if (!existsSync(path)) return;
  const fresh = `${path}.new`;
  writeFileSync(fresh, stringify([columns, ...readKept(path).map(toRow)]));
  renameSync(fresh, path);
}
