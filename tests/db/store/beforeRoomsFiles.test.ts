import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { verifyReferenceBytes } from '../../../db/statistics/estimate/reference/verify.ts';
import { verifyReturn } from '../../../db/reporting/returns/verify.ts';
import { copyFiles, kept, openCopy } from '../../support/beforeRooms.ts';
import { createCoordination } from '../../support/packs.ts';
import { createTestStore, createUnitAndUser, type TestStore } from '../../support/store.ts';
import { vigie } from '../entry/cli/support.ts';
import { readers } from '../../support/readers.ts';

const opened: TestStore[] = [];
const held = (test: TestStore): TestStore => {
  opened.push(test);
  return test;
};
afterEach(() => {
  for (const test of opened.splice(0)) test.dispose();
});

async function coordination(): Promise<TestStore> {
  return held((await createCoordination()).test);
}

/** The unit's own workspace, its supervisor signed in. */
async function ownUnit(): Promise<TestStore> {
  const test = held(openCopy('unit'));
  await test.signInAs('supervisor');
  return test;
}

describe('a file that was written earlier', () => {
  it('is a signed pack that another workspace takes in', async () => {
    const test = await coordination();
    const file = test.grant(join(copyFiles(test.parent), 'unit.vigiepack'));
    const { fingerprint, ...brought } = kept.files.pack;
    expect(await test.call('packs.inspect', { file })).toMatchObject({ fingerprint, keyConfirmed: false });
    const taken = await test.call('packs.import', { file, confirmFingerprint: fingerprint });
    expect(taken).toMatchObject(brought);
    const { packs } = await test.call('packs.list', {});
    expect(packs.map((pack) => [pack.id, pack.fingerprint])).toEqual([[taken.id, fingerprint]]);
  });

  it.each(['return', 'release'] as const)('is a %s that verifies', async (name) => {
    const folder = join(copyFiles((await coordination()).parent), name);
    const { fingerprint } = kept.files[name];
    expect(await verifyReturn(folder, readers)).toMatchObject({
      ok: true,
      problems: [],
      fingerprint,
      facts: { version: null, supersedes: null },
    });
    expect((await vigie(['return', 'verify', folder])).exitCode).toBe(0);
  });

  it('is a return, or a form of a unit without Vigie, that is rolled up', async () => {
    const test = await coordination();
    const place = test.grant(copyFiles(test.parent));
    const { found } = await test.call('rollup.inspect', { place });
    expect(found.map(({ name, kind, verdict }) => [name, kind, verdict])).toEqual([
      ['form.xlsx', 'kit', 'unsigned'],
      ['release', 'return', 'refused'],
      ['return', 'return', 'key_unconfirmed'],
      ['unit.vigiepack', 'pack', 'key_unconfirmed'],
    ]);
    const confirmFingerprint = kept.files.return.fingerprint;
    const taken = await test.call('rollup.import', { place, name: 'return', confirmFingerprint });
    expect(taken).toMatchObject({ unitsAdded: 1 });
    const form = await test.call('rollup.import', { place, name: 'form.xlsx', acceptUnsigned: true });
    expect(form).toMatchObject({ unitsAdded: 1 });
  });

  it('is a reference that a unit takes in', async () => {
    const test = held(await createTestStore('unit'));
    await createUnitAndUser(test);
    const path = join(copyFiles(test.parent), 'reference.vigieref');
    const { fingerprint } = kept.files.reference;
    expect(verifyReferenceBytes(readFileSync(path))).toMatchObject(kept.files.reference);
    await test.call('reference.import', { file: test.grant(path), confirmFingerprint: fingerprint });
    expect((await test.call('reference.get', {})).reference).toMatchObject({ ...kept.files.reference, units: 24 });
  });

  it('is a key, a request or a reply of an exchange that goes on', async () => {
    const test = await ownUnit();
    const folder = copyFiles(test.parent);
    const file = (name: string) => ({ file: test.grant(join(folder, `${name}.vigieexchange`)) });
    expect(await test.call('exchanges.inspectKey', file('answering'))).toMatchObject({ standing: 'known' });
    const reply = await test.call('exchanges.read', file('reply'));
    expect(reply).toMatchObject({ kind: 'reply', matches: 1, gone: 0 });
    expect(reply.hits.map(({ shared }) => shared.map(({ value }) => value))).toEqual([['fictif@example.org']]);
    const { exchanges } = await test.call('exchanges.list', {});
    expect(exchanges).toHaveLength(1);
    const again = { exchangeId: exchanges[0]!.id, ...file('again') };
    expect((await test.call('exchanges.request', again)).identifiers).toBeGreaterThan(0);
  });

  it('is a list of referrals whose mapping is remembered, with its name', async () => {
    const test = await ownUnit();
    const path = join(copyFiles(test.parent), 'referrals.csv');
    const { remembered, suggested } = await test.call('imports.inspect', { file: test.grant(path) });
    expect(remembered).toMatchObject({ kind: 'referrals', name: 'FICTIF mapping' });
    expect(suggested.columns).toMatchObject({ receivedOn: 0, source: 1, externalNumber: 2, riskBand: 4, unitCode: 8 });
  });
});
