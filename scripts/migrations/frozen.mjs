// Formats freeze at the tag v0.1.0. Until then the first migration is made again; from then on none is edited, and each is as its hash says.
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const hashesPath = (/** @type {string} */ root) => join(root, 'migrations/frozen.json');

/** @param {string} root */
export const isFrozen = (root) => existsSync(hashesPath(root));

/** The migrations of a folder, in their order. @param {string} folder */
export const migrationsIn = (folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort();

const hashesOf = (/** @type {string} */ root) =>
  Object.fromEntries(
    globSync('migrations/**/[0-9]*.sql', { cwd: root })
      .sort()
      .map((path) => [path, createHash('sha256').update(readFileSync(join(root, path))).digest('hex')]),
  );

/** Freezes the formats, or adds the migrations that are new. @param {string} root */
export function recordHashes(root) {
  writeFileSync(hashesPath(root), `${JSON.stringify({ ...hashesOf(root), ...frozenHashes(root) }, null, 2)}\n`);
}

/** @param {string} root @returns {Record<string, string>} */
const frozenHashes = (root) => (isFrozen(root) ? JSON.parse(readFileSync(hashesPath(root), 'utf8')) : {});

/** What is no longer as it was frozen, or was added without its hash. @param {string} root @returns {string[]} */
export function editedMigrations(root) {
  const [now, then] = [hashesOf(root), frozenHashes(root)];
  return [...new Set([...Object.keys(now), ...Object.keys(then)])].sort().filter((path) => now[path] !== then[path]);
}
