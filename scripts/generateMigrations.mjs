// Writes the next migration of each kind of workspace, for both engines, from db/ground/schema. A shipped file is never edited: a new one is added.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { migrationsIn, writeHashes } from './migrations/hashes.mjs';
import { writeNext } from './postgres/generate.mjs';

const name = process.argv[2] ?? 'change';

/** The next migration is made from the last picture of the tables alone. @param {string} folder */
function removeOldSnapshots(folder) {
  const snapshots = readdirSync(folder).filter((file) => file.endsWith('_snapshot.json'));
  for (const file of snapshots.sort().slice(0, -1)) rmSync(`${folder}/${file}`);
}

for (const kind of ['unit', 'coordination']) {
  const folder = `migrations/${kind}`;
  execFileSync('drizzle-kit', ['generate', '--config', `drizzle.${kind}.config.ts`, '--name', name], {
    stdio: 'inherit',
  });
  for (const file of migrationsIn(folder)) {
    const path = `${folder}/${file}`;
    // drizzle-kit emits no STRICT, and SQLite keeps types only in strict tables.
    const sql = readFileSync(path, 'utf8').replace(/(CREATE TABLE `[^`]+` \([\s\S]*?\n\));/g, '$1 STRICT;');
    writeFileSync(path, sql);
  }
  writeHashes(folder);
  await writeNext(kind, name);
  removeOldSnapshots(`${folder}/meta`);
  removeOldSnapshots(`migrations/postgres/${kind}/meta`);
}
