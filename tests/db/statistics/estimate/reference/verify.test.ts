import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../../../db/ground/kernel/canonicalJson.ts';
import { fingerprintOf, sha256 } from '../../../../../db/ground/kernel/signing.ts';
import { StoreFailure } from '../../../../../db/ground/kernel/failure.ts';
import { readReference, verifyReferenceBytes } from '../../../../../db/statistics/estimate/reference/verify.ts';
import { newKey, newSender, packText, payloadFor, quarterOne } from '../../../../support/packs.ts';
import { payloadOf, posteriorOf, referenceText } from './referenceFiles.ts';
import { fileAt } from '../../../../../db/documents/tables/source.ts';
import { readers } from '../../../../support/readers.ts';

const key = newKey();
const bytesOf = (text: string): Buffer => Buffer.from(text, 'utf8');
const whole = bytesOf(referenceText(payloadOf(), key));

/** Code and reason of the refusal; `accepted` where there is none. */
function refusalOf(bytes: Uint8Array): string {
  try {
    verifyReferenceBytes(bytes);
    return 'accepted';
  } catch (error) {
    if (error instanceof StoreFailure) return error.message;
    throw error;
  }
}

describe('a reference file', () => {
  it('is read back as it was signed, with its key and its hash', () => {
    const payload = payloadOf(posteriorOf(240, 60, '2006-10'));
    const text = referenceText(payload, key);
    expect(verifyReferenceBytes(bytesOf(text))).toEqual({
      payload,
      signedText: canonicalJson(payload),
      fingerprint: fingerprintOf(key.publicKey),
      succession: [],
      sha256: sha256(text),
    });
  });

  it('is refused wherever a byte of it is another', () => {
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (position, change) => {
        const changed = Buffer.from(whole);
        changed[position] = changed[position]! ^ change;
        expect(refusalOf(changed)).not.toBe('accepted');
      }),
      { numRuns: 300 },
    );
  });

  it('is called incomplete wherever it is cut', () => {
    const beginning = '{"format":"vigie-reference",'.length;
    fc.assert(
      fc.property(fc.integer({ min: beginning, max: whole.length - 1 }), (length) => {
        expect(refusalOf(whole.subarray(0, length))).toBe('invalid_input: reference_incomplete');
      }),
    );
  });

  it('is called tampered with where a figure, a key, its order or its spaces are not those that were signed', () => {
    const text = whole.toString();
    const other = newKey();
    const texts = [
      text.replace('"centre":0.8', '"centre":0.9'),
      text.replace(key.publicKey, other.publicKey),
      text.replace('{"format"', '{ "format"'),
      text.replace(/^\{("format":"[^"]+"),(.*)\}$/s, '{$2,$1}'),
      referenceText(payloadOf(), key, { version: 1, note: 'unsigned' }),
    ];
    for (const each of texts) {
      expect(each).not.toBe(text);
      expect(refusalOf(bytesOf(each))).toBe('corrupt: reference_tampered');
    }
  });

  it('is called newer where its version is', () => {
    expect(refusalOf(bytesOf(referenceText(payloadOf(), key, { version: 2 })))).toBe('newer_schema: reference_newer');
  });

  it('is not what a pack, a picture, an empty file or something far too large is', async () => {
    const pack = packText(payloadFor(newSender(), quarterOne, 1, []), key);
    for (const bytes of [bytesOf(pack), Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(0), bytesOf('{}')])
      expect(refusalOf(bytes)).toBe('invalid_input: not_a_reference');
    const folder = mkdtempSync(join(tmpdir(), 'vigie-reference-'));
    try {
      const path = join(folder, 'large.vigieref');
      writeFileSync(path, Buffer.concat([whole, Buffer.alloc(8 * 1024 * 1024, ' ')]));
      await expect(readReference(fileAt(path, readers))).rejects.toThrow('invalid_input: file_too_large');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('a reference that was signed all the same', () => {
  const sound = posteriorOf();
  const [draw] = sound.draws;
  const withDraw = (changes: object): unknown => ({
    ...payloadOf(),
    reference: { ...sound, draws: [...sound.draws.slice(1), { ...draw, ...changes }] },
  });
  const unsound: Readonly<Record<string, unknown>> = {
    'too few draws': payloadOf(posteriorOf(12, 49)),
    'too many draws': payloadOf(posteriorOf(12, 1001)),
    'too few months': payloadOf(posteriorOf(11)),
    'too many months': payloadOf(posteriorOf(241, 50, '2006-09')),
    'too few units': payloadOf({ ...sound, units: 9 }),
    'months after the last one': payloadOf(sound, { lastMonth: '2026-08' as never }),
    'no month at all': payloadOf({ ...sound, firstMonth: '2025-13' as never }),
    'a month effect that is missing': withDraw({ logMonth: draw!.logMonth.slice(1) }),
    'a number that is none': withDraw({ centre: null }),
    'a number that is not finite': withDraw({ logMeanRate: Number.NaN }),
    'a rate beyond all measure': withDraw({ logMeanRate: 21 }),
    'a size of zero': withDraw({ size: 0 }),
    'a negative spread': withDraw({ spread: -0.1 }),
    'a ramp that no Vigie knows': withDraw({ rampMonths: 7 }),
    'a field that is not asked for': withDraw({ unitId: 'U01' }),
    'a unit that is named': { ...payloadOf(), units: ['U01'] },
    'no productivity': { ...payloadOf(), productivity: undefined },
  };

  it.each(Object.entries(unsound))('is refused with %s', (_, payload) => {
    expect(refusalOf(bytesOf(referenceText(payload, key)))).toBe('invalid_input: not_a_reference');
  });
});
