import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderToMove, move, toFolder, toServer } from '../../../support/movedWorkspace.ts';
import { newDatabase, postgresMissing, type TestDatabase } from '../../../support/postgres.ts';
import { addUnit, administrator, type TestStore } from '../../../support/store.ts';
import { isWhole } from '../../../support/whole.ts';

const { login } = administrator;
const times = isWhole ? 10 : 2;

describe.skipIf(postgresMissing)(`a move that is cut at any moment [${postgresMissing || 'PostgreSQL'}]`, () => {
  let database: TestDatabase;
  let folder: TestStore;
  beforeAll(async () => {
    database = await newDatabase();
    folder = await folderToMove();
  });
  afterAll(async () => {
    folder.dispose();
    await database.drop();
  });

  /** The server ends every connection but the one that asks, as where its machine is cut off. */
  const cutServer = () =>
    database.run(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );
  const ofServer = async (): Promise<number> => {
    const [row] = await database.run('SELECT count(*)::int AS entries FROM audit_entry');
    return row?.['entries'] as number;
  };

  /** Cuts it so long after it began, on one side or the other, and returns whether a copy was whole by then. */
  async function cutAfter(
    at: TestStore,
    asked: Parameters<typeof move>[1],
    wait: number,
    side: number,
  ): Promise<boolean> {
    const moving = at.call('workspace.move', asked).then(
      () => true,
      () => false,
    );
    await Promise.race([moving, setTimeout(wait)]);
    if (side % 2 === 0) at.store.lock();
    else await cutServer();
    const isMade = await moving;
    if (isMade && side % 2 === 1) {
      // The first cut may have come before there was anything to cut.
      await cutServer();
      await at.refusal('workspace.confirmMove', {});
    }
    return isMade;
  }

  it('leaves the folder as it was, and nothing on the server', async () => {
    const began = performance.now();
    await folder.call('workspace.move', toServer(folder, database));
    await folder.call('workspace.cancelMove', {});
    const lasts = 1.3 * (performance.now() - began);
    for (let time = 0; time < times; time += 1) {
      await cutAfter(folder, toServer(folder, database), Math.random() * lasts, time);
      await folder.signInAs(login);
      await addUnit(folder, `U${String(time)}`);
      expect(await ofServer()).toBe(0);
      expect(readdirSync(folder.parent).filter((name) => name.startsWith('Shared'))).toEqual([]);
    }
    const { there } = await move(folder, toServer(folder, database));
    await there.signInAs(login);
    expect((await there.call('units.list', {})).units).toHaveLength(times);
    for (let time = 0; time < times; time += 1) {
      await cutAfter(there, toFolder(there, database), Math.random() * lasts, time);
      // Somebody signs in more often than the server allows.
      await database.run('DELETE FROM vigie.entry_log');
      await there.signInAs(login);
      await addUnit(there, `V${String(time)}`);
      expect(existsSync(join(folder.parent, 'Back.vigie'))).toBe(false);
    }
    const { there: back } = await move(there, toFolder(there, database));
    await back.signInAs(login);
    expect((await back.call('units.list', {})).units).toHaveLength(2 * times);
  });
});
