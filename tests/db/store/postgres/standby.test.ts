import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DraftPlace } from '#contract/accounts/drafts';
import { systemClock } from '../../../../db/ground/kernel/clock.ts';
import { openFolder } from '../../../../db/store/signIn.ts';
import { readServerFile, writeServerFile } from '../../../../db/store/postgres/serverFile.ts';
import { cutProxy } from '../../../support/cutProxy.ts';
import { followed, type Followed } from '../../../support/followed.ts';
import { newServerFolder, postgresMissing, startServer, type ServerAddress } from '../../../support/postgresServer.ts';
import { serverWorkspace } from '../../../support/serverWorkspace.ts';
import { addUnit, administrator, newStore, reached, type TestStore } from '../../../support/store.ts';
import { isWhole } from '../../../support/whole.ts';

const long = { timeout: 60_000 };
const { login, passphrase } = administrator;
const place: DraftPlace = { form: 'referral', subject: '', unitId: null };

interface Workstation {
  readonly desk: TestStore;
  readonly userData: string;
  readonly primary: ServerAddress;
  readonly followed: Followed;
}

/** A workstation whose connection file names both hosts. */
async function workstation(
  isSynchronous: boolean,
  reach?: (primary: ServerAddress) => Promise<number>,
): Promise<Workstation> {
  const primary = await startServer(newServerFolder(), { durable: true });
  const shared = await serverWorkspace('unit', primary);
  const standby = await followed(shared.database, { isSynchronous, ...(reach && { port: await reach(primary) }) });
  const userData = mkdtempSync(join(tmpdir(), 'vigie-test-'));
  const folder = join(userData, 'Shared.vigie');
  const file = readServerFile(shared.folder);
  if (!file) throw new Error('no connection file');
  writeServerFile(folder, { ...file, place: standby.place });
  const events: TestStore['events'] = [];
  const store = newStore(events);
  Object.assign(store.options, { clock: systemClock, seenPath: join(userData, 'seen.json') });
  openFolder(store, folder);
  const desk = reached(store, { parent: userData, folder, recoveryKey: '', events });
  await desk.signInAs(login);
  return { desk, userData, primary, followed: standby };
}

const codesOf = async (desk: TestStore): Promise<string[]> =>
  (await desk.call('units.list', {})).units.map(({ code }) => code);

/** Servers of their own: `npm run test:all`. */
describe.skipIf(postgresMissing || !isWhole)(`a desk whose server is lost [${postgresMissing || 'PostgreSQL'}]`, () => {
  it('goes on at the standby by itself, with what was typed in between', async () => {
    const { desk, userData, primary, followed: standby } = await workstation(true);
    await addUnit(desk, 'U01');
    process.kill(primary.pid, 'SIGKILL');
    await expect.poll(() => desk.events, long).toContainEqual({ type: 'server', isAway: true });
    await desk.call('drafts.save', { ...place, values: { summary: 'typed meanwhile' } });
    const keptHere = () =>
      readdirSync(userData, { recursive: true }).filter((path) => /drafts.+\.json$/.test(String(path)));
    expect(keptHere()).toHaveLength(1);
    await standby.promote();
    await expect.poll(() => desk.events, long).toContainEqual({ type: 'server', isAway: false });
    await expect.poll(keptHere, long).toEqual([]);
    expect((await desk.call('drafts.get', place)).draft?.values).toEqual({ summary: 'typed meanwhile' });
    await addUnit(desk, 'U02');
    expect(await codesOf(desk)).toEqual(['U01', 'U02']);
    desk.dispose();
    process.kill(standby.standby.pid, 'SIGQUIT');
  });

  it('says that the standby lacks what was confirmed, where it did not follow at once', async () => {
    let between: Awaited<ReturnType<typeof cutProxy>> | undefined;
    const {
      desk,
      primary,
      followed: standby,
    } = await workstation(false, async (server) => {
      between = await cutProxy(server);
      return between.port;
    });
    await addUnit(desk, 'U01');
    await expect.poll(() => standby.isLevel(), long).toBe(true);
    between?.refuse(true);
    between?.cut();
    await addUnit(desk, 'U02');
    await desk.signInAs(login);
    process.kill(primary.pid, 'SIGKILL');
    await standby.promote();
    const older = { code: 'conflict', reason: 'store_older' };
    await expect
      .poll(() => desk.events, long)
      .toContainEqual({ type: 'store_closed', failure: expect.objectContaining(older) as unknown });
    expect(await desk.refusal('session.signIn', { login, passphrase })).toEqual(older);
    await desk.call('session.signIn', { login, passphrase, olderReason: 'The first server is lost' });
    expect(await codesOf(desk)).toEqual(['U01']);
    desk.dispose();
    between?.close();
    process.kill(standby.standby.pid, 'SIGQUIT');
  });
});
