import { existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../../../db/ground/kernel/clock.ts';
import { createWorkspace } from '../../../../db/store/createWorkspace.ts';
import { folderToMove, move, opened, toFolder, toServer } from '../../../support/movedWorkspace.ts';
import { newDatabase, postgresMissing, type TestDatabase } from '../../../support/postgres.ts';
import { builtStore, StoreProcess } from '../../../support/storeProcess.ts';
import { addUnit, administrator, newStore, type TestStore } from '../../../support/store.ts';
import { isWhole } from '../../../support/whole.ts';
import { canMount, smallDisk } from '../../../../proofs/torture/fullDisk.ts';

const { login } = administrator;
const times = 4;
const built = existsSync(builtStore) ? '' : 'dist/main/store.cjs is not built';
const missing = postgresMissing || (isWhole ? built : 'in whole runs alone');

describe.skipIf(missing)(`a move whose process is killed [${missing || 'PostgreSQL'}]`, () => {
  let database: TestDatabase;
  let folder: TestStore;
  beforeAll(async () => {
    database = await newDatabase();
    // The built store opens nothing that was derived in fewer rounds.
    const { iterations: _few, ...options } = newStore().options;
    const parent = mkdtempSync(join(tmpdir(), 'vigie-test-'));
    const wanted = { parent, name: 'Test', kind: 'unit' as const, displayName: 'Administrator', ...administrator };
    const made = await createWorkspace({ ...options, clock: systemClock }, wanted);
    folder = opened({ ...made, parent, events: [] }, 'Test');
    await folder.signInAs(login);
    await addUnit(folder, 'U0');
  });
  afterAll(async () => {
    folder.dispose();
    await database.drop();
  });

  /** Asks a process of its own to move it, and to confirm that where it is said; kills it so long after that. */
  async function killIn(
    at: TestStore,
    asked: ReturnType<typeof toServer>,
    isConfirmed: boolean,
    wait: number,
  ): Promise<number> {
    at.store.close();
    const desk = new StoreProcess();
    const signedIn = await desk.signIn(at.folder, administrator);
    expect(signedIn).toMatchObject({ ok: true });
    const began = performance.now();
    desk.send({ type: 'grant', token: asked.parent, path: at.parent, access: 'write' });
    const moving = desk.ask('workspace.move', asked);
    if (isConfirmed) {
      expect(await moving).toMatchObject({ ok: true });
      void desk.ask('workspace.confirmMove', {});
    }
    if (wait >= 0) await Promise.race([moving.then(() => setTimeout(wait)), setTimeout(wait)]);
    else await moving;
    await desk.kill();
    return performance.now() - began;
  }
  const entries = async (): Promise<unknown> =>
    (await database.run('SELECT count(*)::int AS n FROM audit_entry'))[0]?.['n'];
  const left = (name: string) => readdirSync(folder.parent).filter((each) => each.startsWith(name));
  /** Somebody signs in more often than the server allows. */
  const forgetEntries = () => database.run('DELETE FROM vigie.entry_log');

  it('leaves the workspace where it was, and writes go on there', { timeout: 120_000 }, async () => {
    const lasts = await killIn(folder, toServer(folder, database), false, -1);
    folder = opened(folder, 'Test');
    for (let time = 0; time < times; time += 1) {
      await killIn(folder, toServer(folder, database), false, Math.random() * lasts);
      folder = opened(folder, 'Test');
      await folder.signInAs(login);
      await addUnit(folder, `U${String(time + 1)}`);
      await expect.poll(entries, { timeout: 60_000 }).toBe(0);
      expect(left('Shared')).toEqual([]);
    }
    expect((await folder.call('units.list', {})).units).toHaveLength(times + 1);
  });

  it('is at one place or the other where it is killed while it is confirmed', { timeout: 180_000 }, async () => {
    for (let time = 0; time < times; time += 1) {
      await killIn(folder, toServer(folder, database), true, time * 20);
      folder = opened(folder, 'Test');
      await folder.signInAs(login);
      const { session } = await folder.call('session.current', {});
      if (session?.workspace.movedTo) break;
      await addUnit(folder, `V${String(time)}`);
    }
    const { session } = await folder.call('session.current', {});
    const units = (await folder.call('units.list', {})).units.length;
    if (!session?.workspace.movedTo) await move(folder, toServer(folder, database));
    expect(
      await folder.refusal('units.save', { code: 'X', name: { en: 'X', fr: 'X' }, service: 'S', active: true }),
    ).toMatchObject({ reason: 'moved_away' });
    let there = opened(folder, 'Shared');
    await there.signInAs(login);
    expect((await there.call('units.list', {})).units).toHaveLength(units);
    // And back.
    const lasts = await killIn(there, toFolder(there, database), false, -1);
    there = opened(there, 'Shared');
    for (let time = 0; time < times; time += 1) {
      await forgetEntries();
      await killIn(there, toFolder(there, database), time % 2 === 1, Math.random() * lasts);
      there = opened(there, 'Shared');
      await forgetEntries();
      await there.signInAs(login);
      if ((await there.call('session.current', {})).session?.workspace.movedTo) break;
      await addUnit(there, `W${String(time)}`);
      expect(existsSync(join(folder.parent, 'Back.vigie'))).toBe(false);
    }
    const all = (await there.call('units.list', {})).units.length;
    const isMoved = (await there.call('session.current', {})).session?.workspace.movedTo !== undefined;
    const back = isMoved ? opened(there, 'Back') : (await move(there, toFolder(there, database))).there;
    await back.signInAs(login);
    expect((await back.call('units.list', {})).units).toHaveLength(all);
    await addUnit(back, 'Z');
    back.dispose();
  });
});

const mountless = postgresMissing || (canMount() ? '' : 'a disk can be mounted by root alone');

describe.skipIf(mountless)(`a move to a full disk [${mountless || 'PostgreSQL'}]`, () => {
  it('says so, and the workspace goes on where it is', async () => {
    const database = await newDatabase();
    const folder = await folderToMove();
    const { there } = await move(folder, toServer(folder, database));
    await there.signInAs(login);
    const disk = smallDisk(1);
    const asked = { ...toFolder(there, database), parent: there.grant(disk.path) };
    expect(await there.refusal('workspace.move', asked)).toMatchObject({ reason: 'disk_full' });
    expect(readdirSync(disk.path)).toEqual([]);
    await addUnit(there, 'U9');
    disk.remove();
    const { there: back } = await move(there, toFolder(there, database));
    await back.signInAs(login);
    expect((await back.call('units.list', {})).units).toHaveLength(1);
    back.dispose();
    there.dispose();
    folder.dispose();
    await database.drop();
  });
});
