// The migrations of each kind of workspace, for both engines, from the same tables in db/ground/schema.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { generateDrizzleJson, generateMigration, generateSQLiteDrizzleJson, generateSQLiteMigration } from 'drizzle-kit/api';
import { isFrozen, migrationsIn, recordHashes } from './frozen.mjs';
import { mirrored } from './mirror.mjs';

// Importing drizzle-kit gives every array a method of its own, and pdf.js refuses to start where arrays have more than the language's.
Reflect.deleteProperty(Array.prototype, 'random');

const root = resolve(import.meta.dirname, '../..');
const first = '0000_first.sql';
/** What drizzle-kit has no word for (full-text indexes, triggers) follows this line, and is kept where the first migration is made again. */
const byHand = '-- By hand:';

const engines = {
  sqlite: {
    under: '',
    tables: (/** @type {unknown[]} */ exported) => exported,
    picture: generateSQLiteDrizzleJson,
    // drizzle-kit emits no STRICT, and SQLite keeps types only in strict tables.
    statements: async (/** @type {any} */ from, /** @type {any} */ to) =>
      (await generateSQLiteMigration(from, to)).map((each) => each.replace(/^(CREATE TABLE [\s\S]*?\n\));/, '$1 STRICT;')),
  },
  postgres: { under: 'postgres/', tables: mirrored, picture: generateDrizzleJson, statements: generateMigration },
};

/** @typedef {{ kind: 'unit' | 'coordination', engine: keyof typeof engines, folder: string }} MigrationSet */

/** @type {MigrationSet[]} */
export const sets = ['unit', 'coordination'].flatMap((kind) =>
  Object.entries(engines).map(([engine, { under }]) => ({ kind, engine, folder: `migrations/${under}${kind}` })),
);

async function tablesOf(kind) {
  const files = ['common', kind].flatMap((folder) =>
    readdirSync(join(root, 'db/ground/schema', folder)).map((file) => join(root, 'db/ground/schema', folder, file)),
  );
  const modules = await Promise.all(files.sort().map((file) => import(pathToFileURL(file).href)));
  // Not every loader lists what a module exports in the same order.
  return modules.flatMap((each) => Object.keys(each).sort().map((name) => each[name]));
}

/** A table that goes away takes its rows with it, and what refers to it: that is written by hand, with what becomes of them. @param {string[]} statements @returns {string[]} */
export function refuseDrops(statements) {
  const drops = statements.filter((each) => /\bDROP\s+(TABLE|SCHEMA)\b|\bTRUNCATE\b/i.test(each));
  if (drops.length > 0) throw new Error(`nothing is written: ${drops.join(' ')}`);
  return statements;
}

/** @param {MigrationSet} set @param {object} [previous] the tables as the last migration left them; none before the first @returns {Promise<{ snapshot: object, statements: string[] }>} none where nothing changed */
export async function nextMigration({ kind, engine }, previous) {
  const { tables, picture, statements } = engines[engine];
  const now = { ...(await picture({ ...tables(await tablesOf(kind)) })), id: 'now', prevId: 'before' };
  return { snapshot: now, statements: refuseDrops(await statements(previous ?? (await picture({})), now)) };
}

/** @param {string} folder @returns {object} */
export const lastSnapshot = (folder) => JSON.parse(readFileSync(join(folder, 'snapshot.json'), 'utf8'));

/** A table on each line. @param {{ tables: object }} snapshot */
function snapshotText({ tables, ...rest }) {
  const lines = Object.entries(tables).map(([name, table]) => `  ${JSON.stringify(name)}: ${JSON.stringify(table)}`);
  return `${JSON.stringify(rest).slice(0, -1)},"tables":{\n${lines.join(',\n')}\n}}\n`;
}

const sqlText = (/** @type {string[]} */ statements) => statements.map((each) => `${each.trim()}\n`).join('');

/** The first migration as the tables of today make it, with what was written by hand. @param {MigrationSet} set @param {string} folder */
export async function firstMigration(set, folder) {
  const path = join(folder, first);
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const { snapshot, statements } = await nextMigration(set);
  const rest = text.includes(byHand) ? text.slice(text.indexOf(byHand)) : '';
  return { snapshot, sql: sqlText(statements) + rest };
}

/** Makes the first migration again until formats are frozen, and the next one from then on. @param {string} name of the next one, after its position @param {string} [under] */
export async function writeMigrations(name, under = root) {
  for (const set of sets) {
    const folder = join(under, set.folder);
    const write = (file, sql, snapshot) => {
      writeFileSync(join(folder, file), sql);
      writeFileSync(join(folder, 'snapshot.json'), snapshotText(snapshot));
    };
    if (!isFrozen(under)) {
      const { snapshot, sql } = await firstMigration(set, folder);
      write(first, sql, snapshot);
      continue;
    }
    const { snapshot, statements } = await nextMigration(set, lastSnapshot(folder));
    const position = String(migrationsIn(folder).length).padStart(4, '0');
    if (statements.length > 0) write(`${position}_${name}.sql`, sqlText(statements), snapshot);
  }
  if (isFrozen(under)) recordHashes(under);
}
