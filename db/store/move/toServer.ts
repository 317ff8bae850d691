import type { Client } from 'pg';
import type { MoveReport } from '#contract/store/move';
import type { MovedTo } from '#contract/store/place';
import type { ServerPlace } from '#contract/store/server';
import type { WriteTx } from '../../ground/kernel/database.ts';
import type { Job } from '../../ground/kernel/job.ts';
import { requireRoom, workspaceFolder } from '../createWorkspace.ts';
import { withServerAccount } from '../keySlots.ts';
import { genuineKeys } from '../keyWork.ts';
import { appendOnServer } from '../postgres/server/append.ts';
import { connectToServer } from '../postgres/server/connect.ts';
import { columnKeys } from '../postgres/server/encryption/values.ts';
import type { ServerAccount } from '../postgres/server/connect.ts';
import { scramVerifier } from '../postgres/server/roles.ts';
import { Sealing } from '../postgres/sealing.ts';
import { writeServerFile, type ServerFile } from '../postgres/serverFile.ts';
import { writeTx } from '../postgres/session.ts';
import { putSealedSlot } from '../postgres/slots.ts';
import type { Settings } from '../settings.ts';
import type { Store } from '../store.ts';
import type { Copied } from './begin.ts';
import { copyAndCompare } from './copy.ts';
import { departure, forgetPlace, leaveMark, type Target } from './mark.ts';
import { beginWaiting, closeAll, continueChain, openEntry, prepareForMove, removeUnconfirmed } from './onServer.ts';
import { peopleWith } from './people.ts';
import { serverText, writeReport } from './report.ts';

/** The people's slots as they are in the folder, each with an account on the server. */
async function copySlots(store: Store, tx: WriteTx): Promise<Pick<MoveReport, 'people' | 'without'>> {
  const { slots } = await genuineKeys(store);
  for (const each of slots) {
    const { slot, password } = withServerAccount(each);
    await putSealedSlot(tx, slot, scramVerifier(password));
  }
  return peopleWith(tx, slots);
}

/**
 * The server keeps the copy, which nothing but the connection file opens; only what the folder then says of itself tells what that is. The file
 * is written last, and again at a sign-in where that was cut off.
 */
async function confirmServer(
  store: Store,
  client: Client,
  { sealing, report, folder, place }: { sealing: Sealing; report: MoveReport; folder: string; place: ServerPlace },
): Promise<MovedTo> {
  const { kind, id: workspaceId } = store.requireUnlocked().session.workspace;
  try {
    const entry = await openEntry(client);
    const connection: ServerFile = { format: 'vigie-server', version: 1, workspaceId, kind, place, entry };
    const { line, moved } = departure(store, report, folder, connection);
    await appendOnServer(writeTx(client, sealing), line, { sealing });
    await client.query('COMMIT');
    await leaveMark(store, line, moved);
    writeConnection(moved);
    writeReport(folder, report);
    return moved;
  } finally {
    await closeAll(client);
  }
}

/** Makes the copy in a transaction of the server that stays open: nothing of it is there until it is confirmed. */
export async function copyToServer(
  store: Store,
  to: Target & { readonly place: ServerPlace; readonly account: ServerAccount },
  job: Job,
): Promise<Copied> {
  const { session, key, tx: from } = store.requireUnlocked();
  const { kind, id } = session.workspace;
  const folder = workspaceFolder(to.parent, to.name);
  requireRoom(to.parent, folder);
  const client = await connectToServer(to.place, to.account);
  try {
    await prepareForMove(client, kind, () => store.options.clock.now());
    await beginWaiting(client);
    const isAgain = await removeUnconfirmed(client, kind, id);
    const sealing = new Sealing(columnKeys(key));
    const tx = writeTx(client, sealing);
    // Without the counts of its rows a server reads a whole table for each page that is compared, and plans the first lists badly.
    const onWritten = () => client.query('ANALYZE');
    const compared = await copyAndCompare(from, tx, { kind, key, job, onWritten });
    await forgetPlace(tx, kind);
    await continueChain(client, kind);
    const people = await copySlots(store, tx);
    const { place } = to;
    const report = { to: 'server' as const, place: serverText(place), ...compared, ...people, isAgain };
    return {
      report,
      drop: () => closeAll(client),
      confirm: () => confirmServer(store, client, { sealing, report, folder, place }),
    };
  } catch (error) {
    await closeAll(client);
    throw error;
  }
}

/** The folder that every desk gets a copy of. */
export function writeConnection({ folder, connection }: Settings['moved']): void {
  if (connection) writeServerFile(folder, connection);
}
