import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { computerNow } from '#contract/ground/clock';
import type { Job } from '../../ground/kernel/job.ts';
import { putKeys } from '../../store/keysFile.ts';
import { storePath } from '../../store/folder.ts';
import { withoutTriggers } from '../../store/move/search.ts';
import { createForWriting, type RawDatabase } from '../../store/sqlite/connection.ts';
import { migrate, migrationsOf } from '../../store/sqlite/migrate.ts';
import { placeWhole } from './place.ts';
import { folderOf, keyIn, readFiles, readWorkspace, type ShippedWorkspace } from './shipped.ts';
import { writeTable } from './shippedRows.ts';

/** Both workspaces, from the rows that are shipped. */
export function loadDemonstration(
  shipped: string,
  folder: string,
  job: Job,
  again: boolean,
): Promise<readonly string[]> {
  return placeWhole(folder, again, async (building) => {
    const workspaces = (['unit', 'coordination'] as const).map((kind) => readWorkspace(shipped, kind));
    const total = workspaces.reduce((sum, { head }) => sum + head.rows, 0);
    let done = 0;
    for (const workspace of workspaces)
      await loadWorkspace(join(building, folderOf[workspace.head.kind]), workspace, async (written) => {
        done += written;
        job.progress('building', done, total);
        await job.breathe();
      });
    for (const [path, text] of Object.entries(readFiles(shipped))) {
      mkdirSync(dirname(join(building, path)), { recursive: true });
      writeFileSync(join(building, path), text);
    }
  });
}

type Written = (rows: number) => Promise<void>;

async function loadWorkspace(folder: string, { head, tables }: ShippedWorkspace, onWritten: Written): Promise<void> {
  mkdirSync(join(folder, 'backups'), { recursive: true, mode: 0o700 });
  putKeys(folder, Buffer.from(head.keys));
  const key = await keyIn(head.keys);
  const raw = createForWriting(storePath(folder), key);
  try {
    await fill(raw, { head, tables }, onWritten);
  } finally {
    raw.close();
    key.fill(0);
  }
}

/** The rows are of the schema that they were built with; later migrations are made on them as on anybody's. */
async function fill(raw: RawDatabase, { head, tables }: ShippedWorkspace, onWritten: Written): Promise<void> {
  const known = migrationsOf(head.kind);
  const reaches = known.findIndex(({ name }) => name === head.schema) + 1;
  const now = computerNow();
  // Nothing is lost if the power goes while fiction is loaded: it is loaded again.
  raw.pragma('synchronous = OFF');
  raw.pragma('foreign_keys = OFF');
  migrate(raw, known.slice(0, reaches), now);
  raw.exec('BEGIN IMMEDIATE');
  await withoutTriggers(raw, async () => {
    for (const table of tables()) for (const rows of writeTable(raw, table)) await onWritten(rows);
  });
  raw.exec('COMMIT');
  migrate(raw, known, now);
  raw.pragma('wal_checkpoint(TRUNCATE)');
}
