import { truncateSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { Month } from '#contract/ground/dates';
import { StoreFailure } from '../../../../db/ground/kernel/failure.ts';
import { canonicalJson } from '../../../../db/ground/kernel/canonicalJson.ts';
import { signText } from '../../../../db/ground/kernel/signing.ts';
import { verifyPack, verifyPackBytes } from '../../../../db/reporting/packs/verify.ts';
import { newSender, packText, payloadFor, quarterTwo, usualStock, wholeCells } from '../../../support/packs.ts';
import { packVersion } from '../../../../db/reporting/packs/format.ts';
import { readers } from '../../../support/readers.ts';
import { it, coordination } from '../../../support/fixtures/shared/coordination.ts';

const sender = newSender();
const payload = payloadFor(sender, quarterTwo, 1000, wholeCells(sender.unitId, '2026-07' as Month, '2026-09' as Month));
const text = packText(payload, sender.key);

function reasonOf(bytes: Uint8Array): string | undefined {
  try {
    verifyPackBytes(bytes);
    return 'accepted';
  } catch (error) {
    if (error instanceof StoreFailure) return error.reason;
    throw error;
  }
}

function refusalOf(file: string) {
  const { test, write } = coordination;
  const grant = test.grant(write(file)) as never;
  return test.refusal('packs.import', { file: grant, confirmFingerprint: sender.fingerprint });
}

describe('a pack that is not what was signed', () => {
  it('is accepted untouched', () => {
    expect(reasonOf(Buffer.from(text))).toBe('accepted');
  });

  it('is refused with any byte of it changed', () => {
    const bytes = Buffer.from(text);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (position, mask) => {
        const changed = Buffer.from(bytes);
        changed[position] = changed[position]! ^ mask;
        expect(['not_a_pack', 'pack_tampered', 'pack_newer']).toContain(reasonOf(changed));
      }),
      { numRuns: 600 },
    );
  });

  it('is refused as of another version', () => {
    const of = (version: number) => text.replace(`"version":${String(packVersion)}}`, `"version":${String(version)}}`);
    expect(of(packVersion)).toBe(text);
    expect(reasonOf(Buffer.from(of(packVersion + 1)))).toBe('pack_newer');
    expect(reasonOf(Buffer.from(of(0)))).toBe('not_a_pack');
  });

  it('is refused with every byte of its key and signature changed in turn', () => {
    const start = text.indexOf('"signature"');
    for (let position = start; position < text.length; position += 1) {
      const changed = Buffer.from(text);
      changed[position] = changed[position]! ^ 1;
      expect(reasonOf(changed)).not.toBe('accepted');
    }
  });

  it('is refused with another spelling of the same signature', () => {
    const { value } = signText(sender.key, canonicalJson(payload));
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
    // Four bits of the last letter carry nothing.
    const last = value.length - 3;
    const respelled = value.slice(0, last) + alphabet[alphabet.indexOf(value[last]!) + 1]! + value.slice(last + 1);
    expect(Buffer.from(respelled, 'base64').equals(Buffer.from(value, 'base64'))).toBe(true);
    expect(reasonOf(Buffer.from(text.replace(value, respelled)))).toBe('pack_tampered');
  });

  it('is refused cut short, spaced out, or with a second key of the same name', () => {
    expect(reasonOf(Buffer.from(text.slice(0, -1)))).toBe('not_a_pack');
    expect(reasonOf(Buffer.from(`${text}\n`))).toBe('pack_tampered');
    expect(reasonOf(Buffer.from(text.replace('"quarter":', '"quarter":null,"quarter":')))).toBe('pack_tampered');
  });

  it('is refused signed by another key than the one it shows', () => {
    const other = newSender();
    const signature = { ...signText(other.key, canonicalJson(payload)), publicKey: sender.key.publicKey };
    const forged = canonicalJson({ format: 'vigie-pack', version: packVersion, payload, signature });
    expect(reasonOf(Buffer.from(forged))).toBe('pack_tampered');
  });
});

describe('a signed pack with contents that this version does not take', () => {
  const unordered = {
    ...usualStock.medians[0]!,
    durations: { times: [9, 5], events: [60, 0], censored: [0, 60] },
  };
  const strange = {
    'a value without its status': { ...payload, panel: [{ ...payload.panel[1]!, value: null }] },
    'a confirmed zero that is not one': { ...payload, panel: [{ ...payload.panel[1]!, status: 'zero_confirmed' }] },
    'the same cell twice': { ...payload, panel: [payload.panel[1]!, payload.panel[1]!] },
    'a month after the quarter': { ...payload, panel: [{ ...payload.panel[1]!, month: '2026-10' }] },
    'a unit that it does not name': { ...payload, units: [{ ...payload.units[0]!, id: sender.workspaceId }] },
    'a field that is not of the format': { ...payload, referrals: [] },
    'files of a stage that do not ascend': {
      ...payload,
      stock: [{ unitId: sender.unitId, stock: { ...usualStock, medians: [unordered] } }],
    },
    'no unit': { ...payload, units: [], panel: [] },
  };
  it.each(Object.entries(strange))('%s', (_name, contents) => {
    expect(reasonOf(Buffer.from(packText(contents, sender.key)))).toBe('not_a_pack');
  });
});

describe('importing what is refused', () => {
  it('says why and keeps nothing', async () => {
    expect(await refusalOf(text.replace('"value":30', '"value":31'))).toEqual({
      code: 'corrupt',
      reason: 'pack_tampered',
    });
    expect(await refusalOf('a;b\n1;2')).toEqual({ code: 'invalid_input', reason: 'not_a_pack' });
    expect(await refusalOf('{"format":"vigie-keys","version":1}')).toEqual({
      code: 'invalid_input',
      reason: 'not_a_pack',
    });
    expect(await refusalOf(packText({ anything: 'else' }, sender.key, packVersion + 1))).toEqual({
      code: 'newer_schema',
      reason: 'pack_newer',
    });
    const fictitious = { ...payload, workspace: { ...payload.workspace, demonstration: true } };
    expect(await refusalOf(packText(fictitious, sender.key))).toEqual({ code: 'conflict', reason: 'workspace_kind' });
    const { test } = coordination;
    expect((await test.call('packs.list', {})).packs).toEqual([]);
    expect((await test.call('units.list', {})).units).toEqual([]);
    expect((await test.call('keys.confirmed', {})).keys).toEqual([]);
  });

  it('does not read a file that is far too large', async () => {
    const { test, write } = coordination;
    const path = write('{');
    truncateSync(path, 65 * 1024 * 1024);
    expect(await test.refusal('packs.inspect', { file: test.grant(path) })).toEqual({
      code: 'invalid_input',
      reason: 'file_too_large',
    });
  });

  it('can be asked without a workspace', async () => {
    const { write } = coordination;
    expect(await verifyPack(write(text), readers)).toMatchObject({
      ok: true,
      problem: null,
      pack: { fingerprint: sender.fingerprint },
    });
    expect(await verifyPack(write(text.replace('"value":30', '"value":31')), readers)).toEqual({
      ok: false,
      problem: 'pack_tampered',
      cells: [],
      pack: null,
    });
  });
});
