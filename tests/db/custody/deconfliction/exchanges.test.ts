import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CivilDate } from '#contract/ground/dates';
import type { ExchangeId } from '#contract/ground/ids';
import { verifyKey, verifyMessage } from '../../../../db/custody/deconfliction/files.ts';
import { agreeOn, copySides, createSides, given, lastDay, logReferral, type Side } from '../../../support/exchanges.ts';
import { struck } from '../../../support/corrections.ts';

let asking: Side;
let answering: Side;
let exchangeId: ExchangeId;
let agreed: readonly [Side, Side];
beforeAll(async () => {
  agreed = await createSides();
  exchangeId = await agreeOn(...agreed);
  for (const side of agreed) side.store.close();
});
afterAll(() => {
  for (const side of agreed) side.dispose();
});
beforeEach(async () => {
  [asking, answering] = await copySides(agreed);
});
afterEach(() => {
  vi.restoreAllMocks();
  asking.dispose();
  answering.dispose();
});

const send = () => asking.call('exchanges.request', { exchangeId, file: asking.file('request') });
const bytesOf = (name: string) => readFileSync(join(asking.parent, name));
const stored = (side: Side) => side.store.requireUnlocked().raw;
const exchangeOf = async (side: Side) => (await side.call('exchanges.list', {})).exchanges[0]!;
const setDay = (side: Side, day: CivilDate) => vi.spyOn(side.store.options.clock, 'today').mockReturnValue(day);

async function readRequest(side = answering) {
  const read = await side.call('exchanges.read', { file: side.file('request') });
  if (read.kind !== 'request') throw new Error('not a request');
  return read;
}

describe('an exchange between two workspaces', () => {
  it('shows each side its own files alone, and logs request and reply', async () => {
    const seen = { seenText: '2026-11-01 10:00Z', port: 4000 };
    const later = { seenText: '2026-11-20 10:00Z', port: 4000 };
    const mine = await logReferral(asking, 'A-1', [
      given('email', 'North.Star@gmail.com'),
      given('ip', '203.0.113.7', seen),
      given('ip', '198.51.100.9', seen),
      given('handle', '@Polaris', { service: 'Chat' }),
    ]);
    await logReferral(asking, 'A-2', [given('email', 'northstar@gmail.com'), given('phone', '819-555-0142')]);
    const theirs = await logReferral(answering, 'B-1', [
      given('email', 'northstar+x@gmail.com'),
      given('ip', '::ffff:203.0.113.7', seen),
      given('ip', '198.51.100.9', later),
    ]);
    const other = await logReferral(answering, 'B-2', [given('handle', 'polaris', { service: 'Forum' })]);
    await logReferral(answering, 'B-3', [given('email', 'somebody@example.org')]);

    expect(await send()).toMatchObject({ identifiers: 5 });
    const read = await readRequest();
    expect(read).toMatchObject({ name: 'Winter', workspaceName: 'Test', identifiers: 5, matches: 3 });
    expect(read.hits.map(({ number, shared }) => [number, shared.map(({ reason }) => reason).sort()])).toEqual([
      [theirs.number, ['same_email', 'same_ip_and_time']],
      [other.number, ['same_handle_other_service']],
    ]);

    const references = read.hits[0]!.references;
    const reply = { place: answering.file('request'), references, officer: answering.userId, reach: '555-0100' };
    expect(await answering.call('exchanges.reply', { ...reply, file: answering.file('reply') })).toMatchObject({
      matches: 2,
    });
    const answer = await asking.call('exchanges.read', { file: asking.file('reply') });
    expect(answer).toMatchObject({ kind: 'reply', matches: 2, gone: 0, contact: 'Officer officer, 555-0100' });
    expect(answer.hits.map(({ number, shared }) => [number, shared.map(({ value }) => value).sort()])).toEqual([
      [mine.number, ['203.0.113.7', 'North.Star@gmail.com']],
      ['2026-00002', ['northstar@gmail.com']],
    ]);
    const logOf = async (side: Side) =>
      (await exchangeOf(side)).messages.map(({ kind, direction, identifiers, matches, contact, by }) =>
        [kind, direction, identifiers, matches, contact, by].join(' '),
      );
    expect(await logOf(asking)).toEqual([
      'request sent 5   Officer officer',
      'reply received  2 Officer officer, 555-0100 Officer officer',
    ]);
    expect(await logOf(answering)).toEqual([
      'request received 5 3  Officer officer',
      'reply sent  2 Officer officer, 555-0100 Officer officer',
    ]);
  });

  it('keeps nothing of what it read, and says how many references are no longer here', async () => {
    const { id } = await logReferral(asking, 'A-1', [given('email', 'a@example.org'), given('handle', 'b')]);
    await logReferral(answering, 'B-1', [given('email', 'a@example.org'), given('handle', 'b')]);
    await send();
    const { hits } = await readRequest();
    const references = hits[0]!.references;
    const reply = { place: answering.file('request'), references, officer: answering.userId, reach: null };
    await answering.call('exchanges.reply', { ...reply, file: answering.file('reply') });
    const dump = JSON.stringify(
      ['exchange', 'exchange_message', 'audit_entry', 'audit_value', 'setting'].map((table) =>
        stored(answering).prepare(`SELECT * FROM ${table}`).all(),
      ),
    );
    for (const reference of references) expect(dump).not.toContain(reference);
    expect(dump).toContain(reply.officer);

    const file = { kind: 'referral', id } as const;
    const { identifiers } = await asking.call('identifiers.list', { file });
    const removed = identifiers.find(({ kind }) => kind === 'handle')!;
    await asking.call('corrections.strike', struck(file, 'identifier', removed.id, removed.version));
    const read = await asking.call('exchanges.read', { file: asking.file('reply') });
    expect(read).toMatchObject({ matches: 2, gone: 1 });
    expect(read.hits).toHaveLength(1);
  });

  it('takes no reference that the request does not have, and no officer who is not there or has no access', async () => {
    await send();
    const reply = { place: answering.file('request'), reach: null, file: answering.file('reply') };
    const stranger = { ...reply, references: ['0'.repeat(20)], officer: answering.userId };
    expect(await answering.refusal('exchanges.reply', stranger)).toEqual({ code: 'invalid_input' });
    const nobody = { ...reply, references: [], officer: asking.userId };
    expect(await answering.refusal('exchanges.reply', nobody)).toEqual({ code: 'invalid_input' });
    await answering.signInAs('admin');
    const person = { login: 'away', displayName: 'Away', passphrase: 'a long enough phrase' };
    const account = { ...person, unitIds: [answering.unitId] };
    const { id: officer } = await answering.call('users.create', { ...account, roles: ['investigator'] });
    await answering.call('users.suspend', { userId: officer, version: 1, suspended: true });
    await answering.signInAs('officer');
    const suspended = { ...reply, place: answering.file('request'), file: answering.file('reply'), officer };
    expect(await answering.refusal('exchanges.reply', { ...suspended, references: [] })).toEqual({
      code: 'invalid_input',
    });
  });

  it('is of one unit: another supervisor sees neither it nor its files', async () => {
    await logReferral(answering, 'B-1', [given('email', 'a@example.org')]);
    await logReferral(asking, 'A-1', [given('email', 'a@example.org')]);
    await send();
    await answering.signInAs('admin');
    const { id } = await answering.call('units.save', {
      code: 'U02',
      name: { en: 'Unit U02', fr: 'Unité U02' },
      service: 'Service',
      active: true,
    });
    const passphrase = 'a long enough phrase';
    const roles = ['supervisor'] as const;
    const made = { login: 'other', displayName: 'Other', roles: [...roles], unitIds: [id], passphrase };
    await answering.call('users.create', made);
    await answering.signInAs('other');
    expect(await answering.call('exchanges.list', {})).toEqual({ exchanges: [] });
    const file = answering.file('request');
    expect(await answering.refusal('exchanges.read', { file })).toEqual({
      code: 'not_found',
      reason: 'exchange_unknown',
    });
    expect(await answering.refusal('exchanges.end', { exchangeId, version: 2 })).toEqual({ code: 'not_found' });
  });
});

describe('a file of an exchange', () => {
  const audited = (side: Side) =>
    stored(side).prepare("SELECT count(*) FROM audit_entry WHERE method LIKE 'exchanges.%'").pluck().get();

  it('is refused wherever one bit of it is another', async () => {
    await logReferral(asking, 'A-1', [given('email', 'a@example.org')]);
    await send();
    for (const [name, verify] of [
      ['request', verifyMessage],
      ['asking', verifyKey],
    ] as const) {
      const bytes = bytesOf(name);
      expect(() => verify(bytes)).not.toThrow();
      for (let at = 0; at < bytes.length; at += 1) {
        const changed = Buffer.from(bytes);
        changed[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
        expect(() => verify(changed), `${name}, byte ${String(at)}`).toThrow();
      }
    }
    const text = bytesOf('request').toString();
    writeFileSync(join(asking.parent, 'request'), text.replace(lastDay, '2026-12-16'));
    const file = answering.file('request');
    expect(await answering.refusal('exchanges.read', { file })).toEqual({
      code: 'corrupt',
      reason: 'exchange_tampered',
    });
    expect((await exchangeOf(answering)).messages).toEqual([]);
  });

  it('is refused after its last day, and the keys are forgotten with it', async () => {
    await send();
    const file = answering.file('request');
    setDay(answering, lastDay);
    await answering.call('exchanges.read', { file });
    setDay(answering, '2026-12-16' as CivilDate);
    expect(await answering.refusal('exchanges.read', { file })).toEqual({
      code: 'conflict',
      reason: 'exchange_expired',
    });
    expect((await exchangeOf(answering)).state).toBe('expired');
    await vi.waitFor(() => {
      const keys = stored(answering).prepare('SELECT shared_key, private_key FROM exchange').get();
      expect(keys).toEqual({ shared_key: null, private_key: null });
    });
    setDay(asking, '2026-12-16' as CivilDate);
    const again = { exchangeId, file: asking.file('again') };
    expect(await asking.refusal('exchanges.request', again)).toEqual({ code: 'conflict', reason: 'exchange_expired' });
  });

  it('is refused once the exchange was ended, which forgets every key', async () => {
    await send();
    await asking.call('exchanges.end', { exchangeId, version: 2 });
    const over = { code: 'conflict', reason: 'exchange_ended' };
    expect(await asking.refusal('exchanges.request', { exchangeId, file: asking.file('again') })).toEqual(over);
    expect((await exchangeOf(asking)).state).toBe('ended');
    expect(stored(asking).prepare('SELECT shared_key, private_key FROM exchange').get()).toEqual({
      shared_key: null,
      private_key: null,
    });
    expect(stored(asking).prepare('SELECT reference_key FROM exchange_message').pluck().all()).toEqual([null]);
  });

  it('is refused by whoever it is not for', async () => {
    await send();
    const own = { file: asking.file('request') };
    expect(await asking.refusal('exchanges.read', own)).toEqual({ code: 'conflict', reason: 'exchange_own_file' });
    const [third, fourth] = await createSides();
    try {
      const file = third.grant(join(asking.parent, 'request')) as typeof own.file;
      expect(await third.refusal('exchanges.read', { file })).toEqual({
        code: 'not_found',
        reason: 'exchange_unknown',
      });
      const key = answering.file('asking');
      expect(await answering.refusal('exchanges.read', { file: key })).toEqual({
        code: 'invalid_input',
        reason: 'not_an_exchange_file',
      });
    } finally {
      third.dispose();
      fourth.dispose();
    }
  });

  it('leaves a line of the audit each time, without what it holds', async () => {
    await logReferral(asking, 'A-1', [given('email', 'north.star@example.org')]);
    const before = audited(asking);
    await send();
    // One when it begins, one when it ends.
    expect(audited(asking)).toBe(Number(before) + 2);
    const values = stored(asking)
      .prepare("SELECT facts FROM audit_entry WHERE method = 'exchanges.request'")
      .pluck()
      .get();
    expect(JSON.parse(String(values))).toMatchObject({ kind: 'request', direction: 'sent', identifiers: 1 });
  });
});

describe('a key file', () => {
  const begun = async () => {
    const given = { unitId: asking.unitId, name: 'Spring', expiresOn: lastDay };
    const made = await asking.call('exchanges.begin', given);
    const { fingerprint } = await asking.call('exchanges.saveKey', {
      exchangeId: made.exchangeId,
      file: asking.file('spring'),
    });
    return { ...made, fingerprint };
  };

  it('says what it is for, and is taken with the agreed key and the compared fingerprint alone', async () => {
    const { fingerprint, sharedKey } = await begun();
    const file = answering.file('spring');
    expect(await answering.call('exchanges.inspectKey', { file })).toEqual({
      name: 'Spring',
      workspaceName: 'Test',
      expiresOn: lastDay,
      fingerprint,
      standing: 'new',
    });
    const joining = { unitId: answering.unitId, sharedKey };
    const wrong = { file, confirmFingerprint: fingerprint, joining: { ...joining, sharedKey: 'ABCDE-FGHJK' } };
    expect(await answering.refusal('exchanges.confirmKey', wrong)).toEqual({
      code: 'wrong_key',
      reason: 'exchange_key_wrong',
    });
    const uncompared = { file, confirmFingerprint: `0000${fingerprint.slice(4)}`, joining };
    expect(await answering.refusal('exchanges.confirmKey', uncompared)).toEqual({
      code: 'forbidden',
      reason: 'exchange_key_not_confirmed',
    });
    await answering.call('exchanges.confirmKey', { ...wrong, joining });
    expect((await answering.call('exchanges.inspectKey', { file })).standing).toBe('known');
    const again = { file, confirmFingerprint: fingerprint, joining: null };
    expect(await answering.refusal('exchanges.confirmKey', again)).toEqual({
      code: 'conflict',
      reason: 'state_not_allowed',
    });
  });

  it('lets nothing be sent before the other side’s is confirmed', async () => {
    const { exchangeId: id } = await begun();
    const early = { exchangeId: id, file: asking.file('early') };
    expect(await asking.refusal('exchanges.request', early)).toEqual({
      code: 'conflict',
      reason: 'exchange_key_not_confirmed',
    });
  });

  it('is of an exchange with a last day within a quarter', async () => {
    const given = { unitId: asking.unitId, name: 'Long' };
    for (const expiresOn of ['2026-11-23', '2027-02-25'] as const)
      expect(await asking.refusal('exchanges.begin', { ...given, expiresOn })).toEqual({ code: 'invalid_input' });
    await asking.call('exchanges.begin', { ...given, expiresOn: '2027-02-24' });
  });
});
