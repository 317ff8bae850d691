import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { DraftPlace } from '#contract/accounts/drafts';
import { systemClock } from '../../../../db/ground/kernel/clock.ts';
import { openFolder } from '../../../../db/store/signIn.ts';
import { cutProxy, type CutProxy } from '../../../support/cutProxy.ts';
import { postgresMissing } from '../../../support/postgres.ts';
import { serverWorkspace, type ServerWorkspace } from '../../../support/serverWorkspace.ts';
import { addUnit, administrator, newStore, reached, type TestStore } from '../../../support/store.ts';

const long = { timeout: 60_000 };
const marker = 'Marqueur 4f1c';
const place: DraftPlace = { form: 'referral', subject: '', unitId: null };
const next = 'another long enough phrase';

describe.skipIf(postgresMissing !== '')(`drafts while a server is away ${postgresMissing}`.trim(), () => {
  let shared: ServerWorkspace;
  let network: CutProxy;
  let folder: string;
  /** The application's own folder of this user, and the connection folder: all that the workstation has. */
  let workstation: string;
  let desk: TestStore;

  /** The application started again on the same workstation. */
  function started(): TestStore {
    const events: TestStore['events'] = [];
    const store = newStore(events);
    Object.assign(store.options, { clock: systemClock, seenPath: join(workstation, 'seen.json') });
    openFolder(store, folder);
    return reached(store, { parent: workstation, folder, recoveryKey: '', events });
  }

  const files = (): readonly string[] =>
    readdirSync(workstation, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  const keptHere = () => files().filter((path) => path.includes('drafts'));

  function expectUnreadable(): void {
    for (const path of files())
      for (const encoding of ['utf8', 'utf16le', 'latin1'] as const)
        expect(readFileSync(path).includes(Buffer.from(marker, encoding))).toBe(false);
    const all = files().map((path) => readFileSync(path, 'latin1'));
    expect(all.length).toBeGreaterThan(0);
    expect(all.some((text) => text.includes(Buffer.from(marker).toString('base64').slice(0, -4)))).toBe(false);
  }

  async function away(): Promise<void> {
    desk.events.length = 0;
    network.refuse(true);
    network.cut();
    await expect.poll(() => desk.events, long).toContainEqual({ type: 'server', isAway: true });
    // Calls wait some seconds for a server that has just gone.
    passed += 10_000;
    while ((await desk.refusal('users.list', {}).catch(() => null))?.reason !== 'server_away');
  }

  const draftAt = async (at: TestStore) => (await at.call('drafts.get', place)).draft?.values ?? null;

  let passed = 0;
  const now = performance.now.bind(performance);

  /** Nothing is done at its end. */
  function killed(): void {
    desk.store.deskDrafts = null;
    desk.store.lock();
    desk = started();
  }

  beforeAll(async () => {
    vi.spyOn(performance, 'now').mockImplementation(() => now() + passed);
    shared = await serverWorkspace();
    network = await cutProxy(shared.database.server);
    workstation = mkdtempSync(join(tmpdir(), 'vigie-test-'));
    folder = join(workstation, 'Shared.vigie');
    cpSync(shared.folder, folder, { recursive: true });
    const path = join(folder, 'server.json');
    const { port } = shared.database.server;
    writeFileSync(path, readFileSync(path, 'utf8').replace(String(port), String(network.port)));
    desk = started();
    await desk.signInAs(administrator.login);
    await addUnit(desk);
  });
  afterAll(async () => {
    desk.dispose();
    network.close();
    vi.restoreAllMocks();
    await shared.dispose();
  });

  it('are kept by the server alone while it is there', async () => {
    await desk.call('drafts.save', { ...place, values: { summary: `${marker} first` } });
    expect(keptHere()).toEqual([]);
    expectUnreadable();
  });

  it('are kept at the desk once it is away, and given to the form that asks', async () => {
    await away();
    await desk.call('drafts.save', { ...place, values: { summary: `${marker} second` } });
    expect(await draftAt(desk)).toEqual({ summary: `${marker} second` });
    expect(keptHere()).toHaveLength(1);
    expectUnreadable();
  });

  it('go to the server by themselves once it is back, and leave the desk', async () => {
    network.refuse(false);
    await expect.poll(keptHere, long).toEqual([]);
    const elsewhere = shared.desk();
    await elsewhere.signInAs(administrator.login);
    expect(await draftAt(elsewhere)).toEqual({ summary: `${marker} second` });
  });

  it('are offered after the application was killed and opened again, once the server is back', async () => {
    await away();
    const begun = { version: 2, values: { summary: `${marker} before` } };
    await desk.call('drafts.save', { ...place, values: { summary: `${marker} third` }, begun });
    const kept = { values: { summary: `${marker} third` }, begun };
    expect((await desk.call('drafts.get', place)).draft).toMatchObject(kept);
    expectUnreadable();
    killed();
    network.refuse(false);
    await desk.signInAs(administrator.login);
    expect((await desk.call('drafts.get', place)).draft).toMatchObject(kept);
    expect(keptHere()).toEqual([]);
  });

  it('are those of the person alone, and give way to what was typed at another desk later', async () => {
    await away();
    await desk.call('drafts.save', { ...place, values: { summary: `${marker} fourth` } });
    const elsewhere = shared.desk();
    await elsewhere.signInAs(administrator.login);
    await elsewhere.call('drafts.save', { ...place, values: { summary: 'later' } });
    const { units } = await elsewhere.call('units.list', {});
    const officer = { login: 'officer', displayName: 'Officer', roles: ['investigator' as const] };
    await elsewhere.call('users.create', {
      ...officer,
      unitIds: [units[0]!.id],
      passphrase: administrator.passphrase,
    });
    killed();
    network.refuse(false);
    await desk.signInAs('officer');
    expect(await draftAt(desk)).toBeNull();
    expect(keptHere()).toHaveLength(1);
    await desk.signInAs(administrator.login);
    expect(await draftAt(desk)).toEqual({ summary: 'later' });
    expect(keptHere()).toEqual([]);
  });

  it('are not offered again where they were discarded meanwhile', async () => {
    await away();
    await desk.call('drafts.discard', place);
    expect(await draftAt(desk)).toBeNull();
    network.refuse(false);
    await expect.poll(keptHere, long).toEqual([]);
    expect(await draftAt(desk)).toBeNull();
  });

  it('are not kept where the server refuses them', async () => {
    await away();
    const stranger = { ...place, unitId: crypto.randomUUID() as never };
    await desk.call('drafts.save', { ...stranger, values: { summary: marker } });
    expect(keptHere()).toHaveLength(1);
    network.refuse(false);
    await expect.poll(keptHere, long).toEqual([]);
    expect(await desk.refusal('drafts.get', stranger)).toEqual({ code: 'forbidden' });
  });

  it('are still opened after a change of passphrase', async () => {
    killed();
    await desk.signInAs(administrator.login);
    await desk.call('session.changePassphrase', { current: administrator.passphrase, next });
    await away();
    await desk.call('drafts.save', { ...place, values: { summary: `${marker} last` } });
    killed();
    network.refuse(false);
    await desk.call('session.signIn', { login: administrator.login, passphrase: next });
    expect(await draftAt(desk)).toEqual({ summary: `${marker} last` });
  });
});
