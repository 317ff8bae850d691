import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Client } from 'pg';
import type { MoveReport } from '#contract/store/move';
import type { MovedTo } from '#contract/store/place';
import { must } from '../../ground/kernel/assert.ts';
import type { Job } from '../../ground/kernel/job.ts';
import { appendAudit } from '../audit/append.ts';
import { requireRoom, workspaceFolder } from '../createWorkspace.ts';
import { storePath } from '../folder.ts';
import { syncFolder, writeKeys } from '../keysFile.ts';
import { keySlot, wrapDatabaseKey, type DatabaseKey, type KeySlot } from '../keySlots.ts';
import { appendOnServer } from '../postgres/server/append.ts';
import { connectToServer } from '../postgres/server/connect.ts';
import { columnKeys } from '../postgres/server/encryption/values.ts';
import type { ServerAccount } from '../postgres/server/connect.ts';
import { Sealing } from '../postgres/sealing.ts';
import { writeTx as writeOnServer } from '../postgres/session.ts';
import { putSetting } from '../settings.ts';
import { createForWriting, writeTx, type RawDatabase } from '../sqlite/connection.ts';
import { migrate, migrationsOf } from '../sqlite/migrate.ts';
import type { Store } from '../store.ts';
import type { Copied } from './begin.ts';
import { copyAndCompare } from './copy.ts';
import { departure, forgetPlace, type Target } from './mark.ts';
import { beginWaiting, closeAll, lockAgainstWriters, prepareForMove } from './onServer.ts';
import { peopleWith } from './people.ts';
import { writeReport } from './report.ts';
import { withoutTriggers } from './search.ts';

const buildingOf = (folder: string): string => `${folder}.building`;

/** As they are on the server, without their accounts there, and with the key of the folder. */
async function slotsOn(client: Client, key: DatabaseKey): Promise<KeySlot[]> {
  const { rows } = await client.query<{ slot: string }>('SELECT slot FROM vigie.slot ORDER BY owner');
  return rows.map((row) => {
    const { account: _account, ...slot } = keySlot.parse(JSON.parse(row.slot));
    return { ...slot, databaseKeys: [wrapDatabaseKey(slot.publicKey, key)] };
  });
}

/** A folder beside its name, with the people's slots and no row yet. */
function newFolder(store: Store, building: string, slots: readonly KeySlot[], key: DatabaseKey): RawDatabase {
  const { kind, id: workspaceId } = store.requireUnlocked().session.workspace;
  rmSync(building, { recursive: true, force: true });
  mkdirSync(join(building, 'backups'), { recursive: true, mode: 0o700 });
  const head = { format: 'vigie-keys', workspaceId, kind, demonstration: false } as const;
  writeKeys(building, { ...head, generation: key.generation, slots: [...slots] }, [key]);
  const raw = createForWriting(storePath(building), key.key);
  try {
    migrate(raw, migrationsOf(kind), store.options.clock.now());
    return raw;
  } catch (error) {
    raw.close();
    throw error;
  }
}

/** The copy ends first, then the server says that the workspace is there, and then the folder gets its name. */
async function confirmFolder(
  store: Store,
  client: Client,
  raw: RawDatabase,
  { sealing, report, drop }: { sealing: Sealing; report: MoveReport; drop: () => Promise<void> },
): Promise<MovedTo> {
  const folder = report.place;
  const { line, moved } = departure(store, report, folder, null);
  try {
    await appendAudit(writeTx(raw), line);
    raw.pragma('wal_checkpoint(TRUNCATE)');
    raw.close();
    writeReport(buildingOf(folder), report);
    const onServer = writeOnServer(client, sealing);
    await putSetting(onServer, 'moved', moved);
    await appendOnServer(onServer, line, { sealing, notice: 'move settings users session' });
  } catch (error) {
    await drop();
    throw error;
  }
  // Where the answer to this is lost the copy stays: the next sign-in on the server knows whether it counts.
  try {
    await client.query('COMMIT');
  } finally {
    await closeAll(client);
  }
  finishFolder(folder);
  return moved;
}

/** Makes the folder beside its name, while nobody can write on the server. */
export async function copyToFolder(
  store: Store,
  to: Target & { readonly account: ServerAccount },
  job: Job,
): Promise<Copied> {
  const { session, key: serverKey, generation } = store.requireUnlocked();
  const { kind } = session.workspace;
  const folder = workspaceFolder(to.parent, to.name);
  const building = buildingOf(folder);
  requireRoom(to.parent, folder);
  const client = await connectToServer(must(store.server, 'a workspace on a server').place, to.account);
  // Who was removed on the server may know the key that was in use there.
  const key = { generation: generation + 1, key: randomBytes(32) };
  let raw: RawDatabase | undefined;
  const drop = async (): Promise<void> => {
    raw?.close();
    rmSync(building, { recursive: true, force: true });
    await closeAll(client);
  };
  try {
    await prepareForMove(client, kind, () => store.options.clock.now());
    await beginWaiting(client);
    await lockAgainstWriters(client, kind);
    const isAgain = existsSync(building);
    const slots = await slotsOn(client, key);
    const made = newFolder(store, building, slots, key);
    raw = made;
    const sealing = new Sealing(columnKeys(serverKey));
    const [from, tx] = [writeOnServer(client, sealing), writeTx(made)];
    made.exec('BEGIN IMMEDIATE');
    const compared = await withoutTriggers(made, () => copyAndCompare(from, tx, { kind, key: serverKey, job }));
    await forgetPlace(tx, kind);
    await putSetting(tx, 'keyGeneration', key.generation);
    made.exec('COMMIT');
    const people = await peopleWith(tx, slots);
    const report = { to: 'folder' as const, place: folder, ...compared, ...people, isAgain };
    return { report, drop, confirm: () => confirmFolder(store, client, made, { sealing, report, drop }) };
  } catch (error) {
    await drop();
    throw error;
  } finally {
    key.key.fill(0);
  }
}

/** Gives the confirmed copy its name; a cut may have come before. */
export function finishFolder(folder: string): void {
  if (existsSync(folder) || !existsSync(buildingOf(folder))) return;
  renameSync(buildingOf(folder), folder);
  syncFolder(dirname(folder));
}
