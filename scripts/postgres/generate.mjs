// The next migration of PostgreSQL of a kind of workspace, from the same tables as SQLite's.
import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import { mirrored } from './mirror.mjs';
import { migrationsIn, writeHashes } from '../migrations/hashes.mjs';

// Importing drizzle-kit gives every array a method of its own, and pdf.js refuses to start where arrays have more than the language's.
Reflect.deleteProperty(Array.prototype, 'random');

const root = resolve(import.meta.dirname, '../..');

async function tablesOf(kind) {
  const files = ['common', kind].flatMap((folder) =>
    readdirSync(join(root, 'db/ground/schema', folder)).map((file) => join(root, 'db/ground/schema', folder, file)),
  );
  const modules = await Promise.all(files.sort().map((file) => import(pathToFileURL(file).href)));
  return mirrored(modules.flatMap((each) => Object.values(each)));
}

/** The tables as the last migration left them; none before the first. */
export function lastSnapshot(folder) {
  const [last] = readdirSync(join(folder, 'meta')).sort().reverse();
  return last && JSON.parse(readFileSync(join(folder, 'meta', last), 'utf8'));
}

/** A table that goes away takes its rows with it, and what refers to it: that is written by hand, with what becomes of them. @param {string[]} statements @returns {string[]} */
export function refuseDrops(statements) {
  const drops = statements.filter((each) => /\bDROP\s+(TABLE|SCHEMA)\b|\bTRUNCATE\b/i.test(each));
  if (drops.length > 0) throw new Error(`nothing is written: ${drops.join(' ')}`);
  return statements;
}

/** @returns {Promise<{ snapshot: { id: string }, statements: string[] }>} none where nothing changed */
export async function nextMigration(kind, previous) {
  const now = generateDrizzleJson(await tablesOf(kind), previous?.id);
  const before = previous ?? generateDrizzleJson({});
  return { snapshot: { ...now, id: randomUUID() }, statements: refuseDrops(await generateMigration(before, now)) };
}

/** @param {'unit' | 'coordination'} kind @param {string} name of the file, after its position */
export async function writeNext(kind, name) {
  const folder = join(root, 'migrations/postgres', kind);
  mkdirSync(join(folder, 'meta'), { recursive: true });
  const { snapshot, statements } = await nextMigration(kind, lastSnapshot(folder));
  if (statements.length === 0) return;
  const position = String(migrationsIn(folder).length).padStart(4, '0');
  writeFileSync(join(folder, `${position}_${name}.sql`), `${statements.join('\n--> statement-breakpoint\n')}\n`);
  writeFileSync(join(folder, 'meta', `${position}_snapshot.json`), `${JSON.stringify(snapshot, null, 2)}\n`);
  writeHashes(folder);
}
