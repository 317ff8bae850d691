// A digest of an exported return that stays the same while its labels, sentences and definitions are written otherwise.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

const tidy = [
  'indicator_code',
  'unit_code',
  'fy',
  'quarter',
  'period_start',
  'period_end',
  'disaggregation',
  'category_code',
  'value',
  'numerator',
  'denominator',
  'status_code',
  'suppression',
  'source',
  'covered',
  'asked',
  'coverage_of',
  'previous',
  'change',
  'comparison_code',
  'covered_before',
  'units_changed',
];

/** The columns of each file that hold codes, periods and values. */
const columnsOf = {
  'indicators.csv': tidy,
  'ledger.csv': tidy,
  'cash-flow.csv': tidy,
  'spending-by-pillar.csv': tidy,
  'counterfactual.csv': tidy,
  'panel.csv': tidy,
  'data-dictionary.csv': ['kind', 'column', 'code', 'baseline', 'target', 'target_on'],
};

/** @param {string} text @param {readonly string[]} columns @returns {string[]} */
function linesOf(text, columns) {
  const [header, ...rows] = /** @type {string[][]} */ (parse(text, { bom: true }));
  const places = columns.map((column) => {
    const place = header?.indexOf(column) ?? -1;
    if (place < 0) throw new Error(`The column ${column} is not there.`);
    return place;
  });
  // The order of rows may follow a label.
  return rows.map((row) => JSON.stringify(places.map((place) => row[place]))).sort();
}

/** @param {Readonly<Record<string, string>>} files the CSV files of a return by their names @returns {string} */
export function digestOfValues(files) {
  const digest = createHash('sha256');
  for (const name of Object.keys(files).sort()) {
    const columns = columnsOf[/** @type {keyof typeof columnsOf} */ (name)];
    if (columns === undefined) throw new Error(`Nothing says what ${name} holds.`);
    digest.update(`${name}\n${linesOf(files[name] ?? '', columns).join('\n')}\n`);
  }
  return digest.digest('hex').slice(0, 16);
}

/** @param {string} folder of an exported return @returns {string} */
export function valuesDigest(folder) {
  const names = readdirSync(folder).filter((name) => name.endsWith('.csv'));
  return digestOfValues(Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')])));
}
