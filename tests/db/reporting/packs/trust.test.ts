import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { join } from 'node:path';
import type { Month } from '#contract/ground/dates';
import { canonicalJson } from '../../../../db/ground/kernel/canonicalJson.ts';
import { fingerprintOf, signText, type SigningKey } from '../../../../db/ground/kernel/signing.ts';
import { succeed, type SuccessionLink } from '../../../../db/ground/kernel/succession.ts';
import { packVersion, type PackPayload } from '../../../../db/reporting/packs/format.ts';
import { rotateSigningKey } from '../../../../db/store/signingKey.ts';
import { transact } from '../../../../db/store/transact.ts';
import {
  newKey,
  newSender,
  packText,
  payloadFor,
  quarterOne,
  quarterTwo,
  wholeCells,
  type Sender,
} from '../../../support/packs.ts';
import { createTestStore, createUnitAndUser } from '../../../support/store.ts';
import { it, coordination } from '../../../support/fixtures/coordination.ts';

const received = (value: number) => (sender: Sender) =>
  wholeCells(sender.unitId, '2026-04' as Month, '2026-06' as Month, (_, measure) =>
    measure === 'received' ? value : undefined,
  );
const packOf = (sender: Sender, exportedAt: number, value = 30): string =>
  packText(payloadFor(sender, quarterOne, exportedAt, received(value)(sender)), sender.key);

function succeededText(payload: PackPayload, key: SigningKey, succession: readonly SuccessionLink[]): string {
  const signature = signText(key, canonicalJson(payload));
  return canonicalJson({ format: 'vigie-pack', version: packVersion, payload, signature, succession });
}

const file = (text: string) => coordination.test.grant(coordination.write(text)) as never;
const changesOf = async (text: string) =>
  (await coordination.test.call('packs.inspect', { file: file(text) })).changes.map(({ code }) => code);
const take = (text: string, fingerprint?: string, accept?: { changes: never[]; reason: string }) =>
  coordination.test.call('packs.import', {
    file: file(text),
    ...(fingerprint !== undefined && { confirmFingerprint: fingerprint }),
    ...(accept && { accept }),
  });
const refusal = (text: string, fingerprint: string) =>
  coordination.test.refusal('packs.import', { file: file(text), confirmFingerprint: fingerprint });
const accepting = (...changes: string[]) => ({ changes: changes as never[], reason: 'Called the sergeant' });
const waits = { code: 'conflict', reason: 'pack_waits' };

async function shown(sender: Sender): Promise<number | null | undefined> {
  const { cells } = await coordination.test.call('unitMonths.grid', {
    unitId: sender.unitId,
    from: '2026-05',
    to: '2026-05',
    measures: ['received'],
  });
  return cells[0]?.value;
}
const audited = (method: string) =>
  coordination.test.store
    .requireUnlocked()
    .raw.prepare('SELECT facts FROM audit_entry WHERE method = ? AND outcome = ? ORDER BY sequence DESC')
    .pluck()
    .get(method, 'done') as string | undefined;

describe('a signed file that is not as it was waits for a person', () => {
  it('where a confirmed key speaks for the unit of others, or its own workspace for it', async () => {
    const [first, other] = [newSender('U01'), newSender('U02')];
    await take(packOf(first, 10), first.fingerprint);
    await take(packOf(other, 10), other.fingerprint);
    const stranger = packText(
      {
        ...payloadFor(first, quarterOne, 20, received(99)(first)),
        workspace: { id: other.workspaceId, name: 'Service U02', demonstration: false },
      },
      other.key,
    );
    expect(await changesOf(stranger)).toEqual(['other_signer']);
    expect(await refusal(stranger, other.fingerprint)).toEqual(waits);
    const posing = packText(payloadFor(first, quarterOne, 20, received(99)(first)), other.key);
    expect(await changesOf(posing)).toEqual(['new_key', 'key_of_another']);
    expect(await refusal(posing, other.fingerprint)).toEqual(waits);
    expect(await shown(first)).toBe(30);
    await take(stranger, undefined, accepting('other_signer'));
    expect(await shown(first)).toBe(99);
    expect(audited('packs.import')).toContain('"accepted":"other_signer"');
  });

  it('and names all who spoke for the unit until now in the order of their names', async () => {
    const unit = newSender('U01');
    await take(packOf(unit, 10), unit.fingerprint);
    const told = (sender: Sender, name: string, exportedAt: number) => {
      const workspace = { id: sender.workspaceId, name, demonstration: false };
      return packText({ ...payloadFor(unit, quarterOne, exportedAt, received(30)(unit)), workspace }, sender.key);
    };
    const names = ['Service E', 'Service C', 'Service A', 'Service D', 'Service B'];
    for (const [position, name] of names.entries()) {
      const sender = newSender();
      await take(told(sender, name, 20 + position), sender.fingerprint, accepting('other_signer'));
    }
    const text = told(newSender(), 'Service F', 30);
    const { changes } = await coordination.test.call('packs.inspect', { file: file(text) });
    const before = [...names.toSorted(), 'Service U01'];
    expect(changes).toEqual([{ code: 'other_signer', units: ['U01'], before }]);
  });

  it('where a known workspace has a new key, which is compared as well', async () => {
    const sender = newSender();
    await take(packOf(sender, 10), sender.fingerprint);
    const key = newKey();
    const text = packOf({ ...sender, key }, 20, 31);
    expect(await changesOf(text)).toEqual(['new_key']);
    expect(await refusal(text, fingerprintOf(key.publicKey))).toEqual(waits);
    expect(await coordination.test.refusal('packs.import', { file: file(text), accept: accepting('new_key') })).toEqual(
      { code: 'forbidden', reason: 'pack_key_not_confirmed' },
    );
    await take(text, fingerprintOf(key.publicKey), accepting('new_key'));
    expect(await shown(sender)).toBe(31);
  });

  it('where it was made later than now, and where somebody refused it', async () => {
    const sender = newSender();
    const text = packOf(sender, Date.parse('2099-01-01T00:00:00Z'));
    expect(await changesOf(text)).toEqual(['future_date']);
    expect(await refusal(text, sender.fingerprint)).toEqual(waits);
    await coordination.test.call('packs.refuse', { file: file(text), reason: 'Dated 2099' });
    expect((await coordination.test.call('packs.inspect', { file: file(text) })).changes).toEqual([
      { code: 'future_date', units: [], before: [] },
      { code: 'refused_before', units: [], before: ['Dated 2099'] },
    ]);
    expect(
      await coordination.test.refusal('packs.import', { file: file(text), accept: accepting('future_date') }),
    ).toEqual(waits);
    expect(audited('packs.refuse')).toContain(sender.fingerprint);
  });

  it('and in a roll-up alike', async () => {
    const sender = newSender();
    await take(packOf(sender, 10), sender.fingerprint);
    const key = newKey();
    const place = file(packOf({ ...sender, key }, 20, 31));
    const { found } = await coordination.test.call('rollup.inspect', { place });
    expect(found).toMatchObject([{ verdict: 'changed', keyConfirmed: false, changes: [{ code: 'new_key' }] }]);
    const named = { place, name: found[0]?.name ?? '' };
    expect(await coordination.test.refusal('rollup.import', named)).toEqual(waits);
    await coordination.test.call('rollup.refuse', { ...named, reason: 'Nobody there knows of it' });
    expect((await coordination.test.call('rollup.inspect', { place })).found[0]?.changes).toHaveLength(2);
    await coordination.test.call('rollup.import', {
      ...named,
      confirmFingerprint: fingerprintOf(key.publicKey),
      accept: accepting('new_key', 'refused_before'),
    });
    expect(await shown(sender)).toBe(31);
  });
});

describe('a pack that was withdrawn', () => {
  it('counts no longer, gives way to what was said before, and stands in nobody’s way', async () => {
    const sender = newSender();
    await take(packOf(sender, 10, 30), sender.fingerprint);
    const text = packOf(sender, Date.parse('2099-01-01T00:00:00Z'), 99);
    const { id } = await take(text, undefined, accepting('future_date'));
    expect(await shown(sender)).toBe(99);
    const { values } = await coordination.test.call('packs.withdraw', { packId: id, reason: 'Dated 2099' });
    expect(values).toBeGreaterThan(0);
    expect(await shown(sender)).toBe(30);
    const { packs } = await coordination.test.call('packs.list', {});
    expect(packs.map(({ superseded, withdrawn }) => [superseded, withdrawn?.reason ?? null])).toEqual([
      [true, 'Dated 2099'],
      [false, null],
    ]);
    expect(
      await coordination.test.refusal('packs.import', { file: file(text), accept: accepting('future_date') }),
    ).toEqual({
      code: 'conflict',
      reason: 'pack_withdrawn',
    });
    await take(packOf(sender, 20, 33));
    expect(await shown(sender)).toBe(33);
    expect(await coordination.test.refusal('packs.withdraw', { packId: id, reason: 'Again' })).toEqual({
      code: 'conflict',
      reason: 'state_not_allowed',
    });
    expect(audited('packs.withdraw')).toContain(sender.fingerprint);
  });
});

describe('a return', () => {
  it('says which of its packs was signed with a key that was revoked', async () => {
    const { test, agreementFor } = coordination;
    const sender = newSender();
    const { id } = await take(packOf(sender, 10), sender.fingerprint);
    const agreementId = (await agreementFor([sender])) as never;
    const prepare = () => test.call('returns.prepare', { agreementId, quarter: quarterOne, jobId: randomUUID() });
    expect((await prepare()).questioned).toEqual([]);
    await test.call('keys.revoke', { fingerprint: sender.fingerprint, reason: 'The laptop was stolen' });
    const said = { packId: id, workspaceName: 'Service U01' };
    expect((await prepare()).questioned).toEqual([{ ...said, why: 'key_revoked', reason: 'The laptop was stolen' }]);
  });
});

describe('a key that was revoked', () => {
  it('signs nothing more, names no successor, and is told beside what it signed', async () => {
    const sender = newSender();
    const { id } = await take(packOf(sender, 10), sender.fingerprint);
    const { fingerprint } = sender;
    await coordination.test.call('keys.revoke', { fingerprint, reason: 'The laptop was stolen' });
    const refused = { code: 'forbidden', reason: 'pack_key_revoked' };
    expect(await refusal(packOf(sender, 20), fingerprint)).toEqual(refused);
    const key = newKey();
    const text = succeededText(payloadFor(sender, quarterTwo, 30, []), key, succeed(sender.key, [], key.publicKey, 25));
    expect(await changesOf(text)).toEqual(['new_key']);
    const { pack } = await coordination.test.call('packs.get', { packId: id });
    expect(pack.keyRevoked).toMatchObject({ reason: 'The laptop was stolen', by: 'Coordinator' });
    expect((await coordination.test.call('keys.confirmed', {})).keys).toMatchObject([
      { fingerprint, revoked: { reason: 'The laptop was stolen' } },
    ]);
  });
});

describe('a key that follows another', () => {
  it('is taken without a question, and the one before it speaks no more', async () => {
    const sender = newSender();
    await take(packOf(sender, 10), sender.fingerprint);
    const [between, next] = [newKey(), newKey()];
    const links = succeed(between, succeed(sender.key, [], between.publicKey, 11), next.publicKey, 12);
    const text = succeededText(payloadFor(sender, quarterOne, 20, received(31)(sender)), next, links);
    expect(await changesOf(text)).toEqual([]);
    await take(text);
    expect(await shown(sender)).toBe(31);
    expect(audited('packs.import')).toContain(`"succeeds":"${sender.fingerprint}"`);
    expect(await changesOf(packOf(sender, 30))).toEqual(['retired_key']);
    const rival = newKey();
    const claim = succeededText(
      payloadFor(sender, quarterOne, 40, received(99)(sender)),
      rival,
      succeed(sender.key, [], rival.publicKey, 13),
    );
    expect(await changesOf(claim)).toEqual(['new_key']);
  });

  it('is compared by a person once the key that named it was revoked: who stole that one could have named it', async () => {
    const sender = newSender();
    await take(packOf(sender, 10), sender.fingerprint);
    const [next, last] = [newKey(), newKey()];
    const links = succeed(sender.key, [], next.publicKey, 11);
    const signedBy = (key: SigningKey, at: number, succession: readonly SuccessionLink[]) =>
      succeededText(payloadFor(sender, quarterOne, at, received(31)(sender)), key, succession);
    await take(signedBy(next, 20, links));
    await coordination.test.call('keys.revoke', { fingerprint: sender.fingerprint, reason: 'The laptop was stolen' });
    const keyConfirmed = async (text: string) =>
      (await coordination.test.call('packs.inspect', { file: file(text) })).keyConfirmed;
    const later = signedBy(next, 30, links);
    const following = signedBy(last, 40, succeed(next, links, last.publicKey, 12));
    expect([await keyConfirmed(later), await keyConfirmed(following)]).toEqual([false, false]);
    const unconfirmed = { code: 'forbidden', reason: 'pack_key_not_confirmed' };
    expect(await coordination.test.refusal('packs.import', { file: file(later) })).toEqual(unconfirmed);
    await take(later, fingerprintOf(next.publicKey));
    expect([await keyConfirmed(later), await keyConfirmed(following)]).toEqual([true, true]);
  });

  it('is not believed where a link is not the old key’s word', async () => {
    const sender = newSender();
    await take(packOf(sender, 10), sender.fingerprint);
    const next = newKey();
    const [link] = succeed(newKey(), [], next.publicKey, 11);
    const forged = { ...link!, signature: { ...link!.signature, publicKey: sender.key.publicKey } };
    const text = succeededText(payloadFor(sender, quarterOne, 20, []), next, [forged]);
    expect(await coordination.test.refusal('packs.inspect', { file: file(text) })).toEqual({
      code: 'corrupt',
      reason: 'pack_tampered',
    });
    const dropped = packText(payloadFor(sender, quarterOne, 20, []), next);
    expect(await changesOf(dropped)).toEqual(['new_key']);
  });

  it('is made by the workspace, told in its packs, and changes nothing of what packs signed before it', async () => {
    const unit = await createTestStore('unit');
    try {
      await createUnitAndUser(unit);
      const write = async (name: string): Promise<string> => {
        const path = join(unit.parent, name);
        await unit.call('packs.export', { quarter: quarterOne, file: unit.grant(path) });
        return path;
      };
      const { test } = coordination;
      const first = test.grant(await write('first.vigiepack')) as never;
      const { fingerprint } = await test.call('packs.inspect', { file: first });
      await test.call('packs.import', { file: first, confirmFingerprint: fingerprint });
      for (const at of [1, 2])
        await transact(unit.store, 'users.disable', async (tx) => ({
          output: null,
          audit: await rotateSigningKey(tx, at),
        }));
      const second = test.grant(await write('second.vigiepack')) as never;
      const seen = await test.call('packs.inspect', { file: second });
      expect(seen).toMatchObject({ keyConfirmed: true, changes: [] });
      expect(seen.fingerprint).not.toBe(fingerprint);
      await test.call('packs.import', { file: second });
      expect((await test.call('keys.confirmed', {})).keys).toMatchObject([
        { fingerprint, succeededBy: seen.fingerprint },
        { fingerprint: seen.fingerprint, succeeds: fingerprint },
      ]);
    } finally {
      unit.dispose();
    }
  });
});
