import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { draftPlace, draftValues } from '#contract/accounts/drafts';
import { workspaceKind } from '#contract/ground/codes';
import type { ReturnId } from '#contract/ground/ids';
import { contract, type Input } from '#contract/index';
import { ownActs } from '#contract/acts';
import { verifyReturn } from '../../../db/reporting/returns/verify.ts';
import { keepWorkspaces, keptFolder, logins, openKept, readKept, type KeptVersion } from '../../support/keptVersion.ts';
import { createCoordination } from '../../support/packs.ts';
import { readers } from '../../support/readers.ts';
import { administrator, createTestStore, createUnitAndUser, type TestStore } from '../../support/store.ts';

let kept: KeptVersion;
// So does `npm run db:generate`.
beforeAll(async () => {
  if (process.env['VIGIE_KEEP'] !== undefined) await keepWorkspaces();
  kept = readKept();
});
const opened: TestStore[] = [];
const held = (test: TestStore): TestStore => {
  opened.push(test);
  return test;
};
afterEach(() => {
  for (const test of opened.splice(0)) test.dispose();
});

describe.each(workspaceKind.options)('a %s workspace that version 0.1.0 left', (kind) => {
  it('opens for everyone who had a way in, and by the recovery key', async () => {
    const test = held(openKept(kind));
    for (const login of logins(kind)) {
      await test.signInAs(login);
      expect((await test.call('session.current', {})).session?.workspace).toMatchObject({ kind, name: 'Test' });
    }
    test.store.lock();
    const newPassphrase = 'another long enough phrase';
    const { recoveryKey } = test;
    const { login } = administrator;
    await test.call('session.recover', { recoveryKey, login, newPassphrase, reason: 'Forgotten' });
    test.store.lock();
    expect(await test.call('session.signIn', { login, passphrase: newPassphrase })).toBeTruthy();
  });

  it('gives its lists and its drafts back', async () => {
    const test = held(openKept(kind));
    const { login, drafts, reads } = kept.workspaces[kind];
    await test.signInAs(login);
    expect(reads.length).toBeGreaterThan(1);
    for (const { method, input, output } of reads)
      expect({ method, output: await test.call(method, input as Input<typeof method>) }).toMatchObject({
        method,
        output,
      });
    expect(drafts.length).toBeGreaterThan(0);
    for (const { place, values } of drafts) {
      const { draft } = await test.call('drafts.get', draftPlace.parse(place));
      expect(draftValues.parse(draft?.values)).toEqual(values);
    }
  });

  it('has a chain of audit that holds, of methods that still are', async () => {
    const test = held(openKept(kind));
    await test.signInAs(administrator.login);
    const { entries, methods } = kept.workspaces[kind];
    const verified = await test.call('audit.verify', {});
    expect(verified.intact).toBe(true);
    expect(verified.entries).toBeGreaterThan(entries);
    expect(methods.length).toBeGreaterThan(kind === 'unit' ? 30 : 10);
    const own: readonly string[] = ownActs;
    expect(methods.filter((method) => !(method in contract || own.includes(method)))).toEqual([]);
  });
});

describe('a file that version 0.1.0 wrote', () => {
  it('is a locked return, which is exported again to the byte and verifies', async () => {
    const test = held(openKept('coordination'));
    await test.signInAs('coordinator');
    const { id, fingerprint } = kept.files.return;
    const returnId = id as ReturnId;
    const { folderName } = await test.call('returns.export', { returnId, folder: test.grant(test.parent) });
    const then = join(keptFolder, 'files/return');
    const names = readdirSync(then).filter((name) => /\.(csv|json)$/.test(name) && name !== 'manifest.json');
    expect(names).toEqual(expect.arrayContaining(['indicators.csv', 'panel.csv', 'return.json']));
    for (const name of names)
      expect(readFileSync(join(test.parent, folderName, name)).equals(readFileSync(join(then, name))), name).toBe(true);
    expect(await verifyReturn(then, readers)).toMatchObject({ ok: true, problems: [], fingerprint });
  });

  it('is a signed pack or a return that another workspace takes', async () => {
    const { test } = await createCoordination();
    held(test);
    const files = join(keptFolder, 'files');
    const { fingerprint, ...brought } = kept.files.pack;
    const file = test.grant(join(files, 'unit.vigiepack')) as never;
    expect(await test.call('packs.import', { file, confirmFingerprint: fingerprint })).toMatchObject(brought);
    const place = test.grant(files) as never;
    const { found } = await test.call('rollup.inspect', { place });
    expect(found.map(({ name, verdict }) => [name, verdict])).toEqual([
      ['form.xlsx', 'refused'],
      ['return', 'key_unconfirmed'],
      ['unit.vigiepack', 'held'],
    ]);
    const confirmFingerprint = kept.files.return.fingerprint;
    expect(await test.call('rollup.import', { place, name: 'return', confirmFingerprint })).toMatchObject({
      unitsAdded: 2,
    });
  });

  it('is a reference that a unit takes', async () => {
    const test = held(await createTestStore('unit'));
    await createUnitAndUser(test);
    const file = test.grant(join(keptFolder, 'files/reference.vigieref')) as never;
    const { fingerprint } = kept.files.reference;
    await test.call('reference.import', { file, confirmFingerprint: fingerprint });
    expect((await test.call('reference.get', {})).reference).toMatchObject({ fingerprint, units: 24 });
  });
});
