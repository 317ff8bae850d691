import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { WorkspaceKind } from '#contract/ground/codes';
import { createOnServer } from '../../db/store/postgres/createOnServer.ts';
import type { ServerPlace } from '#contract/store/server';
import { prepareServer } from '../../db/store/postgres/server/prepare.ts';
import { systemClock } from '../../db/ground/kernel/clock.ts';
import { openFolder } from '../../db/store/signIn.ts';
import { newDatabase, type TestDatabase } from './postgres.ts';
import type { ServerAddress } from './postgresServer.ts';
import { sealedCells } from './sealedCells.ts';
import { administrator, newStore, reached, type TestStore } from './store.ts';

export interface ServerWorkspace {
  readonly database: TestDatabase;
  readonly place: ServerPlace;
  readonly folder: string;
  readonly recoveryKey: string;
  /** A store of its own on the connection file, as at another desk; nobody is signed in. */
  readonly desk: () => TestStore;
  readonly dispose: () => Promise<void>;
}

/** A workspace that lives on the tests' server or another one, as `vigie server init` makes it. */
export async function serverWorkspace(kind: WorkspaceKind = 'unit', own?: ServerAddress): Promise<ServerWorkspace> {
  const database = await newDatabase(own);
  const client = await database.connect();
  await prepareServer(client, kind, Date.now());
  const { host, port, authority } = database.server;
  const place = { hosts: [{ host, port }], database: database.name, trust: { authority } };
  const parent = mkdtempSync(join(tmpdir(), 'vigie-test-'));
  const options = { ...newStore().options, clock: systemClock };
  const wanted = { parent, name: 'Shared', kind, displayName: 'Administrator', ...administrator };
  const { folder, recoveryKey } = await createOnServer(client, options, place, wanted);
  const desks: TestStore[] = [];
  return {
    database,
    place,
    folder,
    recoveryKey,
    desk: () => {
      const events: TestStore['events'] = [];
      const store = newStore(events);
      Object.assign(store.options, { clock: systemClock });
      openFolder(store, folder);
      const desk = reached(store, { parent, folder, recoveryKey, events });
      desks.push(desk);
      return desk;
    },
    dispose: async () => {
      for (const desk of desks) desk.dispose();
      // Whatever a test wrote by the contract, and whichever method it was: no word is clear.
      expect((await sealedCells(database, kind)).open).toEqual([]);
      await database.drop();
    },
  };
}
