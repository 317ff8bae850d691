import { describe, expect } from 'vitest';
import { dispatch } from '../../../db/store/dispatch.ts';
import { allReferrals } from '../../support/allReferrals.ts';
import { createUnitAndUser } from '../../support/store.ts';
import { it, test } from '../../support/fixtures/store.ts';

const marker = 'MARKER-3f9a';

describe('a failure', () => {
  it('says that the disk is full, keeps what was there, and goes on when there is room', async () => {
    const { unitId } = await createUnitAndUser(test);
    const { raw } = test.store.requireUnlocked();
    const referral = { unitId, source: 'ncecc', receivedOn: '2026-10-02', summary: 'x'.repeat(100) } as const;
    await test.call('referrals.log', referral);
    raw.pragma(`max_page_count = ${String(raw.pragma('page_count', { simple: true }))}`);
    let logged = 1;
    let last: unknown;
    for (let attempt = 0; attempt < 200; attempt += 1) {
      const reply = await dispatch(test.store, 'referrals.log', referral);
      if (reply.ok) logged += 1;
      else {
        last = { code: reply.error.code, reason: reply.error.reason };
        break;
      }
    }
    expect(last).toEqual({ code: 'busy', reason: 'disk_full' });
    raw.pragma('max_page_count = 1073741823');
    await test.call('referrals.log', referral);
    const list = await test.call('referrals.list', allReferrals);
    expect(list.rows.length).toBe(logged + 1);
    expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
    await test.signInAs('admin');
    expect((await test.call('audit.verify', {})).intact).toBe(true);
  });

  it('never carries a value of a record', async () => {
    const { unitId } = await createUnitAndUser(test);
    const bad = [
      await dispatch(test.store, 'referrals.log', { unitId, source: marker, receivedOn: marker, summary: marker }),
      await dispatch(test.store, 'referrals.log', {
        unitId,
        source: 'ncecc',
        receivedOn: '2026-10-02',
        summary: `data:image/png;base64,${marker}`,
      }),
      await dispatch(test.store, 'referrals.edit', {
        referralId: unitId,
        version: 1,
        summary: marker,
        externalNumber: marker,
      }),
    ];
    const { raw } = test.store.requireUnlocked();
    raw.exec(
      "CREATE TEMP TRIGGER refuse BEFORE INSERT ON main.referral BEGIN SELECT RAISE(ABORT, '" + marker + "'); END",
    );
    bad.push(
      await dispatch(test.store, 'referrals.log', {
        unitId,
        source: 'ncecc',
        receivedOn: '2026-10-02',
        summary: marker,
      }),
    );
    expect(bad.map((reply) => reply.ok)).toEqual([false, false, false, false]);
    expect(JSON.stringify(bad)).not.toContain(marker);
  });

  it('undoes the whole write when its last step fails', async () => {
    const { unitId } = await createUnitAndUser(test);
    const { raw } = test.store.requireUnlocked();
    const counts = () =>
      ['referral', 'ledger_entry', 'unit_month', 'number_counter', 'audit_entry'].map((table) =>
        raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
      );
    const before = counts();
    raw.exec("CREATE TEMP TRIGGER refuse BEFORE INSERT ON main.audit_entry BEGIN SELECT RAISE(ABORT, 'no'); END");
    expect(
      (await dispatch(test.store, 'referrals.log', { unitId, source: 'ncecc', receivedOn: '2026-10-02' })).ok,
    ).toBe(false);
    expect(counts()).toEqual(before);
    raw.exec('DROP TRIGGER refuse');
    expect((await test.call('referrals.log', { unitId, source: 'ncecc', receivedOn: '2026-10-02' })).number).toBe(
      '2026-00001',
    );
  });

  it('refuses an edit made on an older version, and keeps the newer', async () => {
    const { unitId } = await createUnitAndUser(test);
    const { id } = await test.call('referrals.log', { unitId, source: 'ncecc', receivedOn: '2026-10-02' });
    const edit = {
      referralId: id,
      version: 1,
      externalNumber: 'A',
      priorityReceived: null,
      summary: null,
    };
    await test.call('referrals.edit', edit);
    expect(await test.refusal('referrals.edit', { ...edit, externalNumber: 'B' })).toEqual({
      code: 'conflict',
      reason: 'version_conflict',
    });
    expect((await test.call('referrals.get', { referralId: id })).referral.externalNumber).toBe('A');
  });
});
