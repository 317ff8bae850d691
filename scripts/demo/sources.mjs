// By which sources the shipped demonstration was built: where they change, it is built again.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../setup/processes.mjs';

export const SHIPPED = join(ROOT, 'resources', 'demonstration');
const RECORD = join(SHIPPED, 'built.json');
const BUILDER = join(ROOT, 'db', 'entry', 'demo');
/** What writes and reads it, and makes none of its content. */
const READERS = ['builder.ts', 'load.ts', 'ship.ts', 'shipped.ts', 'shippedRows.ts', 'signIns.ts'];

function sources() {
  const digest = createHash('sha256');
  for (const name of readdirSync(BUILDER).sort())
    if (!READERS.includes(name))
      digest
        .update(`${name}\0`)
        .update(readFileSync(join(BUILDER, name)))
        .update('\0');
  return digest.digest('hex');
}

export function recordSources() {
  writeFileSync(RECORD, `${JSON.stringify({ sources: sources() }, null, 2)}\n`);
}

export function areSourcesRecorded() {
  return JSON.parse(readFileSync(RECORD, 'utf8')).sources === sources();
}
