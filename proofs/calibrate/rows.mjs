// Panels kept as they are done: one file a scenario, one line a panel, so that a run goes on where the last one stopped.
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

/** When and by what a panel was scored. @typedef {{ method: number, seed: number, on: string, node: string, seconds: number }} Made */

const made = ['method', 'seed', 'on', 'node', 'seconds'];
const letters = { inside: 'i', above: 'a', below: 'b' };
const places = Object.fromEntries(Object.entries(letters).map(([place, letter]) => [letter, place]));

/** Where truths lie, a letter for each level. */
export const writePlaces = (found) => (found === null ? '' : found.map((place) => letters[place]).join(''));
export const readPlaces = (text) => (text === '' ? null : [...text].map((letter) => places[letter]));
export const short = (value, length = 4) => (Number.isInteger(value) ? value : Number(value.toPrecision(length)));

/**
 * @template Score
 * @param {readonly string[]} columns
 * @param {(score: Score) => readonly (string | number)[]} toCells
 * @param {(row: Record<string, string>) => Score} fromRow
 */
export function rowsOf(columns, toCells, fromRow) {
  const head = [...made, ...columns];
  const toRow = (/** @type {Score & Made} */ each) => [
    each.method,
    each.seed,
    each.on,
    each.node,
    short(each.seconds, 3),
    ...toCells(each),
  ];

  /** @param {string} path @returns {(Score & Made)[]} in the order of their seeds; a line that a kill cut off is left out */
  function readKept(path) {
    if (!existsSync(path)) return [];
    const text = readFileSync(path, 'utf8');
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    const rows = parse(whole, { columns: true }).map((row) => ({
      method: Number(row.method),
      seed: Number(row.seed),
      on: row.on,
      node: row.node,
      seconds: Number(row.seconds),
      ...fromRow(row),
    }));
    return rows.sort((one, other) => one.method - other.method || one.seed - other.seed);
  }

  /** @param {string} path @param {Score & Made} kept */
  function keep(path, kept) {
    if (!existsSync(path)) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, stringify([head]));
    }
    appendFileSync(path, stringify([toRow(kept)]));
  }

  /** In one order whichever thread was first, and without a line that a kill cut off. @param {string} path */
  function tidy(path) {
    if (!existsSync(path)) return;
    const fresh = `${path}.new`;
    writeFileSync(fresh, stringify([head, ...readKept(path).map(toRow)]));
    renameSync(fresh, path);
  }

  return { readKept, keep, tidy };
}

/** Removes the rows of other methods, and the file where it has no other. @param {string} path @param {number} method */
export function dropOlder(path, method) {
  const rows = parse(readFileSync(path, 'utf8'), { relax_column_count: true });
  const kept = rows.filter(([first], index) => index === 0 || first === String(method));
  if (kept.length > 1) writeFileSync(path, stringify(kept));
  else rmSync(path);
}
