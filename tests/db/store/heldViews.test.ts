import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReferralId } from '#contract/ids';
import { openForReading, openForWriting } from '../../../db/store/connection.ts';
import { dispatch } from '../../../db/store/dispatch.ts';
import { rotateKey } from '../../../db/store/rotate.ts';
import { openFolder } from '../../../db/store/signIn.ts';
import { administrator, createTestStore, type TestStore } from '../../support/store.ts';
import {
  auditRowsOf,
  expectIntactAudit,
  many,
  mappingFor,
  newJob,
  officerOfTwoUnits,
  previewRows,
} from '../imports/support.ts';

let test: TestStore;
let referralId: ReferralId;
let previewId: string;
beforeEach(async () => {
  test = await createTestStore();
  const [unitId] = await officerOfTwoUnits(test);
  ({ id: referralId } = await test.call('referrals.log', { unitId, source: 'public', receivedOn: '2026-10-02' }));
  ({ previewId } = await previewRows(test, many(2000), mappingFor(unitId)));
});
afterEach(() => {
  test.dispose();
});

const heldPath = (): string => join(test.folder, 'views.db');
const heldFiles = (): readonly string[] => readdirSync(test.folder).filter((name) => name.startsWith('views'));
const view = () => test.call('referrals.get', { referralId });
const methods = (): readonly string[] => (auditRowsOf(test) as { method: string }[]).map(({ method }) => method);
const views = () => (auditRowsOf(test) as { method: string }[]).filter(({ method }) => method === 'referrals.get');

/** An import that has written some of its rows and breathes. */
async function startImport() {
  const jobId = newJob();
  const applying = dispatch(test.store, 'imports.apply', { previewId, jobId });
  const { raw } = test.store.requireUnlocked();
  while (!raw.inTransaction) await new Promise((resolve) => setImmediate(resolve));
  return { jobId, applying };
}

describe('a view while an import is written', () => {
  it('is answered before the import ends, its entry already on the disk, and joins the chain after it', async () => {
    const { applying } = await startImport();
    expect((await view()).referral.id).toBe(referralId);
    const { raw, key } = test.store.requireUnlocked();
    expect(raw.inTransaction).toBe(true);
    const held = openForReading(heldPath(), key);
    const line = String(held.prepare('SELECT line FROM held_view').pluck().get());
    expect(JSON.parse(line)).toMatchObject({
      method: 'referrals.get',
      outcome: 'done',
      fact: { subject: { kind: 'referral', id: referralId } },
    });
    held.close();

    expect(await applying).toMatchObject({ ok: true });
    expect(methods().slice(-2)).toEqual(['imports.apply', 'referrals.get']);
    expect(views()).toMatchObject([{ outcome: 'done', subject: referralId }]);
    expect(heldFiles()).toEqual([]);
    await view();
    expect(views()).toHaveLength(2);
    await expectIntactAudit(test);
  });

  it('joins the chain all the same where the import is cancelled', async () => {
    const { jobId, applying } = await startImport();
    await view();
    test.store.cancelled.add(jobId);
    expect(await applying).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(methods().slice(-1)).toEqual(['referrals.get']);
    expect(heldFiles()).toEqual([]);
    await expectIntactAudit(test);
  });

  it('is refused where its entry cannot be kept', async () => {
    const { applying } = await startImport();
    mkdirSync(heldPath());
    expect(await test.refusal('referrals.get', { referralId })).toMatchObject({ code: 'internal' });
    rmSync(heldPath(), { recursive: true });
    expect(await applying).toMatchObject({ ok: true });
    expect(views()).toEqual([]);
  });

  it('joins before the key changes', async () => {
    const { applying } = await startImport();
    const rotating = rotateKey(test.store, 'nobody');
    await view();
    await Promise.all([applying, rotating]);
    expect(heldFiles()).toEqual([]);
    expect(views()).toHaveLength(1);
    await expectIntactAudit(test);
  });

  it('does not wait for an import that waits for its own turn', async () => {
    let release: () => void = () => undefined;
    const busy = test.store.queue.run(
      () =>
        new Promise<void>((resolve) => {
          release = resolve;
        }),
    );
    const applying = dispatch(test.store, 'imports.apply', { previewId, jobId: newJob() });
    while (test.store.longWork === 0) await new Promise((resolve) => setImmediate(resolve));
    await view();
    release();
    await busy;
    expect(await applying).toMatchObject({ ok: true });
    expect(views()).toHaveLength(1);
  });
});

describe('views that were held when the store ended', () => {
  /** The folder as it lies on the disk while an import and a view are in it. */
  async function cutDuringImport(): Promise<string> {
    const { applying } = await startImport();
    await view();
    const copy = join(test.parent, 'Cut.vigie');
    cpSync(test.folder, copy, { recursive: true });
    await applying;
    return copy;
  }

  async function signInTo(folder: string): Promise<void> {
    openFolder(test.store, folder);
    await test.call('session.signIn', { login: 'officer', passphrase: administrator.passphrase });
  }

  it('join the chain at the next sign-in, without the import', async () => {
    const copy = await cutDuringImport();
    await signInTo(copy);
    expect(methods().slice(-2)).toEqual(['referrals.get', 'session.signIn']);
    expect(methods()).not.toContain('imports.apply');
    expect(readdirSync(copy).filter((name) => name.startsWith('views'))).toEqual([]);
    await expectIntactAudit(test);
  });

  it('join once, where the power went between the chain and the file', async () => {
    const copy = await cutDuringImport();
    for (const name of readdirSync(copy).filter((each) => each.startsWith('views')))
      cpSync(join(copy, name), join(test.folder, name));
    await view();
    await test.signInAs('officer');
    expect(views()).toHaveLength(2);
    expect(heldFiles()).toEqual([]);
    await expectIntactAudit(test);
  });

  it.each([
    [
      'damaged',
      (path: string) => {
        writeFileSync(path, Buffer.alloc(8192, 7));
      },
    ],
    [
      'of another key',
      (path: string) => {
        const other = openForWriting(path, randomBytes(32));
        other.exec('CREATE TABLE held_view (line TEXT)');
        other.close();
      },
    ],
  ])('and whose file is %s do not bar the workspace: it is kept, and the chain tells of it', async (_, spoil) => {
    test.store.lock();
    spoil(heldPath());
    await test.signInAs('officer');
    expect((auditRowsOf(test) as object[]).at(-2)).toMatchObject({ method: 'audit.join', outcome: 'refused' });
    expect(existsSync(heldPath())).toBe(false);
    expect(heldFiles()[0]).toMatch(/^views-unreadable-\d+\.db$/);
    await test.signInAs('officer');
    expect(methods().filter((method) => method === 'audit.join')).toHaveLength(1);
    await expectIntactAudit(test);
  });
});
