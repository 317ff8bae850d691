import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import type { ReferralId, UnitId } from '#contract/ground/ids';
import type { IdentifierFacts } from '#contract/casework/identifiers';
import { it, test, units } from '../../../support/fixtures/twoUnits.ts';

function given(kind: IdentifierFacts['kind'], value: string, more: Partial<IdentifierFacts> = {}): IdentifierFacts {
  const none = { service: null, port: null, seenText: null, seenOffset: null, event: null, obtainedReference: null };
  return { kind, value, obtained: 'volunteered', ...none, ...more };
}

const address = (time: string) => given('ip', '203.0.113.7', { seenText: `2026-11-01 ${time}Z` });

/** A referral of the second unit: a number, an e-mail address, and an IP address at ten. */
async function logThere() {
  await test.signInAs('receiver');
  const { id } = await logIn(units.second, 'NC-77', [given('email', 'north.star@example.org'), address('10:00')]);
  await test.signInAs('sender');
  return id;
}

function logIn(unitId: UnitId, externalNumber: string | undefined, identifiers: IdentifierFacts[]) {
  return test.call('referrals.log', { unitId, source: 'ncecc', receivedOn: '2026-11-02', externalNumber, identifiers });
}

async function known(id: ReferralId) {
  const { files } = await test.call('identifiers.matches', { file: { kind: 'referral', id } });
  return files.map(({ file, shared }) => [file.id, shared.map(({ reason }) => reason)]);
}

describe('what another unit holds', () => {
  it('is told by unit and reason, in every way that a referral comes in, and no more', async () => {
    await logThere();
    const identifiers = [given('email', 'North.Star@example.org'), address('11:00')];
    const elsewhere = [
      { unitId: units.second, reasons: ['same_external_number', 'same_email', 'same_ip_and_time'] as const },
    ];
    const asked = await test.call('referrals.duplicates', { externalNumber: 'nc 77', identifiers });
    expect(asked).toEqual({ files: [], elsewhere, heldBack: null });
    expect(await test.call('tips.matches', { identifiers })).toEqual({
      files: [],
      elsewhere: [{ unitId: units.second, reasons: ['same_email', 'same_ip_and_time'] }],
    });

    const { id } = await logIn(units.first, undefined, identifiers);
    const detail = await test.call('referrals.get', { referralId: id });
    expect([await known(id), detail.elsewhere]).toEqual([
      [],
      [{ unitId: units.second, reasons: ['same_email', 'same_ip_and_time'] }],
    ]);
  });

  it('is compared as one’s own is: an address at another time is none', async () => {
    await logThere();
    const asked = await test.call('referrals.duplicates', {
      externalNumber: null,
      identifiers: [given('ip', '203.0.113.7', { seenText: '2026-11-09 10:00Z' })],
    });
    expect(asked).toEqual({ files: [], elsewhere: [], heldBack: null });
  });

  it('is held once where a referral went to the other unit', async () => {
    const { id } = await logIn(units.first, 'NC-1', []);
    const sent = { referralId: id, investigationId: null, toUnitId: units.second, toService: null } as const;
    const { id: transferId } = await test.call('transfers.propose', { ...sent, on: '2026-11-03', message: null });
    await test.signInAs('receiver');
    const { receivedId } = await test.call('transfers.accept', { transferId, version: 1, on: '2026-11-04' });
    const detail = await test.call('referrals.get', { referralId: receivedId as never });
    expect([await known(receivedId as never), detail.elsewhere]).toEqual([[], []]);
  });

  it('is opened by members of both units, who bundle it once both are of one unit', async () => {
    const head = await logThere();
    const { id } = await logIn(units.first, undefined, [given('email', 'north.star@example.org')]);
    await test.signInAs('admin');
    await test.call('users.create', {
      login: 'desk',
      displayName: 'Desk',
      roles: ['supervisor'],
      unitIds: [units.first, units.second],
      passphrase: 'a long enough phrase',
    });
    await test.signInAs('desk');
    const detail = await test.call('referrals.get', { referralId: id });
    expect(detail.elsewhere).toEqual([]);
    expect(await known(id)).toEqual([[head, ['same_email']]]);
    // Under another unit's, its danger and its deadline would be out of its own unit's reach.
    const under = { headId: head, on: '2026-11-05' } as const;
    expect(await test.refusal('referrals.bundle', { ...under, referralIds: [id] })).toMatchObject({
      reason: 'state_not_allowed',
    });
    const sent = { referralId: id, investigationId: null, toUnitId: units.second, toService: null, message: null };
    const { id: transferId } = await test.call('transfers.propose', { ...sent, on: '2026-11-05' });
    const { receivedId } = await test.call('transfers.accept', { transferId, version: 1, on: '2026-11-05' });
    await test.call('referrals.bundle', { ...under, referralIds: [receivedId as never] });
    const bundled = await test.call('referrals.get', { referralId: receivedId as never });
    expect([bundled.referral.state, bundled.bundledUnder?.id]).toEqual(['bundled', head]);
  });
});

describe('a report that is dropped on the page', () => {
  it('is read from what was handed over', async () => {
    const file = randomUUID() as never;
    const base64 = Buffer.from('{"reportId":"900","espName":"Example"}').toString('base64');
    await test.call('imports.receiveFile', { file, name: 'report.json', offset: 0, base64 });
    const draft = await test.call('tips.read', { file, jobId: randomUUID() });
    expect(draft.fields).toContainEqual({ field: 'externalNumber', value: '900', foundAt: 'reportId' });
  });
});
