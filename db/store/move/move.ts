import { existsSync } from 'node:fs';
import type { MoveReport } from '#contract/store/move';
import type { ServerPlace } from '#contract/store/server';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import type { Job } from '../../ground/kernel/job.ts';
import type { ServerAccount } from '../postgres/server/connect.ts';
import { findSetting } from '../settings.ts';
import type { Store } from '../store.ts';
import { beginMove } from './begin.ts';
import { copyToFolder, finishFolder } from './toFolder.ts';
import type { Target } from './mark.ts';
import { copyToServer, writeConnection } from './toServer.ts';

/** Copies the open workspace to where it is not: from its folder to a server, or back. */
export function makeMove(
  store: Store,
  { server, ...to }: Target & { readonly server: ServerPlace | null; readonly account: ServerAccount },
  job: Job,
): Promise<MoveReport> {
  const place = store.server?.place ?? server;
  if (!place || (store.server && server)) throw new StoreFailure('invalid_input');
  return beginMove(store, place.hosts, () =>
    store.server ? copyToFolder(store, to, job) : copyToServer(store, { ...to, place }, job),
  );
}

/** At a sign-in where the workspace was before: what a cut kept from being written after the move was confirmed. */
export async function finishMove(store: Store): Promise<void> {
  const { tx } = store.requireUnlocked();
  const moved = await findSetting(tx, 'moved');
  if (moved === null || moved.computer !== (store.options.computer ?? moved.computer)) return;
  if (moved.server === null) finishFolder(moved.folder);
  else if (!existsSync(moved.folder)) writeConnection(moved);
}
