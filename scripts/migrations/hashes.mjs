// What each migration was when it shipped: a test compares the files with it.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The migrations of a folder, in their order. @param {string} folder */
export function migrationsIn(folder) {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort();
}

/** @param {string} folder */
export function writeHashes(folder) {
  const hashOf = (file) =>
    createHash('sha256')
      .update(readFileSync(join(folder, file)))
      .digest('hex');
  const hashes = Object.fromEntries(migrationsIn(folder).map((file) => [file, hashOf(file)]));
  writeFileSync(join(folder, 'hashes.json'), `${JSON.stringify(hashes, null, 2)}\n`);
}
