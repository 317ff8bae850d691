import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { JobId } from '#contract/ground/ids';
import { checkBackup } from '../../../../db/store/backups/check.ts';
import { readTail, writeTail } from '../../../../db/store/backups/container.ts';
import { parseKeys, readKeys } from '../../../../db/store/keysFile.ts';
import { createTestStore, createUnitAndUser } from '../../../support/store.ts';
import { it, test } from '../../../support/fixtures/shared/store.ts';

const jobId = '00000000-0000-4000-8000-0000000000aa' as JobId;
const marker = 'MARKERXYZZY';
let made: Awaited<ReturnType<typeof make>>;
const make = () => test.call('backups.make', { jobId });
const pathOf = (name: string): string => join(test.folder, 'backups', name);

it.beforeAll(async () => {
  const { unitId } = await createUnitAndUser(test);
  for (let each = 0; each < 20; each += 1)
    await test.call('referrals.log', { unitId, source: 'ncecc', receivedOn: '2026-10-02', summary: marker });
  await test.signInAs('admin');
  made = await make();
});

describe('a backup', () => {
  it('holds the store as it was, read again from end to end before it has its name', async () => {
    expect(readdirSync(join(test.folder, 'backups'))).toEqual([made.name]);
    const { key, raw } = test.store.requireUnlocked();
    const about = checkBackup(pathOf(made.name), key);
    expect(about.rows['referral']).toBe(20);
    expect(about.rows['user']).toBe(2);
    const last = raw.prepare('SELECT hash FROM audit_entry WHERE sequence = ?').pluck().get(about.audit.sequence);
    expect(about.audit.head).toBe(last);
    expect([about.reason, about.generation, about.kind]).toEqual(['manual', 1, 'unit']);
    const { backups, second } = await test.call('backups.list', {});
    expect([backups.map(({ name, place, bytes }) => [name, place, bytes]), second]).toEqual([
      [[made.name, 'workspace', statSync(pathOf(made.name)).size]],
      null,
    ]);
    const checked = await test.call('backups.verify', { jobId, name: made.name, place: 'workspace' });
    expect([checked.sequence, checked.head]).toEqual([about.audit.sequence, about.audit.head]);
  });

  it('says nothing in plain text but the key slots', () => {
    const bytes = readFileSync(pathOf(made.name));
    const { storeBytes, keys, manifest } = readTail(pathOf(made.name));
    expect(parseKeys(keys.toString('utf8'))).toEqual(readKeys(test.folder));
    for (const secret of [marker, 'administrator', 'referral', 'officer', 'SQLite'])
      expect([secret, bytes.includes(secret)]).toEqual([secret, false]);
    expect(Object.keys(JSON.parse(manifest.toString()) as object).sort()).toEqual(['data', 'iv', 'tag']);
    expect(storeBytes + keys.length + manifest.length + 32).toBe(bytes.length);
  });

  it('is refused where any of its parts is another', async () => {
    const whole = readFileSync(pathOf(made.name));
    const { storeBytes, keys, manifest } = readTail(pathOf(made.name));
    const verify = () => test.refusal('backups.verify', { jobId, name: made.name, place: 'workspace' });
    const damaged = { code: 'corrupt', reason: 'backup_damaged' };
    const places = { first: 0, middle: Math.floor(storeBytes / 2), last: storeBytes - 1 };
    const slots = { keys: storeBytes + keys.toString().indexOf('"salt": "') + 12 };
    const sealed = { manifest: storeBytes + keys.length + manifest.toString().indexOf('"data":"') + 20 };
    for (const at of Object.values({ ...places, ...slots, ...sealed })) {
      const bytes = Buffer.from(whole);
      bytes[at] = bytes[at] === 65 ? 66 : 65;
      writeFileSync(pathOf(made.name), bytes);
      expect([at, await verify()]).toEqual([at, damaged]);
    }
    truncateSync(pathOf(made.name), whole.length - 1);
    expect(await verify()).toEqual({ code: 'not_found' });
    writeFileSync(pathOf(made.name), whole);
    appendFileSync(pathOf(made.name), 'x');
    expect(await verify()).toEqual({ code: 'not_found' });
    writeFileSync(pathOf(made.name), whole);
    expect((await test.call('backups.verify', { jobId, name: made.name, place: 'workspace' })).name).toBe(made.name);
  });

  it('of another workspace, and one whose manifest another key sealed, is not taken for its own', async () => {
    const other = await createTestStore();
    try {
      const foreign = await other.call('backups.make', { jobId });
      const bytes = readFileSync(join(other.folder, 'backups', foreign.name));
      writeFileSync(pathOf(foreign.name), bytes);
      expect((await test.call('backups.list', {})).backups.map(({ name }) => name)).toEqual([made.name]);
      // The other's slots say that they are of this workspace: its manifest does not.
      const keys = { ...readKeys(other.folder), workspaceId: readKeys(test.folder).workspaceId };
      const tail = readTail(pathOf(foreign.name));
      writeTail(pathOf(foreign.name), { ...tail, keys: Buffer.from(JSON.stringify(keys)) });
      expect(await test.refusal('backups.verify', { jobId, name: foreign.name, place: 'workspace' })).toEqual({
        code: 'corrupt',
        reason: 'backup_damaged',
      });
      rmSync(pathOf(foreign.name));
    } finally {
      other.dispose();
    }
  });

  it('goes to the second place too, and one that is gone is said and stops nothing', async () => {
    const place = join(test.parent, 'share');
    mkdirSync(place);
    await test.call('backups.saveSettings', { folder: test.grant(place), removePlace: false, days: 5 });
    const copied = await make();
    expect(copied.second).toBe('copied');
    expect(readFileSync(join(place, copied.name)).equals(readFileSync(pathOf(copied.name)))).toBe(true);
    expect(await test.call('backups.state', {})).toMatchObject({ second: 'copied', days: 5, isOld: false });
    rmSync(place, { recursive: true });
    expect((await make()).second).toBe('unreachable');
    expect(await test.call('backups.state', {})).toMatchObject({ second: 'unreachable', lastFailed: false });
    expect((await test.call('backups.list', {})).second).toMatchObject({ reachable: false });
  });

  it('is opened by a drill, which says what would come back and what is newer', async () => {
    const before = await make();
    await test.call('settings.save', { marking: 'PROTECTED A', idleMinutes: 9 });
    const drilled = await test.call('backups.drill', { jobId });
    expect(drilled.name).toBe(before.name);
    expect(drilled.entriesSince).toBe(1);
    expect(drilled.tables.find(({ table }) => table === 'referral')).toEqual({
      table: 'referral',
      inBackup: 20,
      now: 20,
    });
    expect(drilled.tables.find(({ table }) => table === 'audit_entry')!.now).toBe(drilled.sequence + 1);
  });
});
