import { methodVersion } from '../../../../../db/estimator/methodVersion.ts';
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { Month } from '#contract/ground/dates';
import { fingerprintOf, sha256 } from '../../../../../db/ground/kernel/signing.ts';
import { succeed } from '../../../../../db/ground/kernel/succession.ts';
import type { ReferencePayload } from '../../../../../db/statistics/estimate/referenceFormat.ts';
import { readReference } from '../../../../../db/statistics/estimate/heldReference.ts';
import { auditEntry } from '../../../../../db/ground/schema/common/audit.ts';
import { referencePosterior } from '../../../../../db/ground/schema/unit/reference.ts';
import { newKey } from '../../../../support/packs.ts';
import { payloadOf, posteriorOf, referenceText } from './referenceFiles.ts';
import { it, test } from '../../../../support/fixtures/unit.ts';

const key = newKey();
const fingerprint = fingerprintOf(key.publicKey);

function received(text: string): never {
  const path = join(test.parent, `${randomUUID()}.vigieref`);
  writeFileSync(path, text);
  return test.grant(path) as never;
}

const standing = async () => (await test.call('reference.get', {})).reference;
const notConfirmed = { code: 'forbidden', reason: 'reference_key_not_confirmed' };

describe('a reference whose key is met for the first time', () => {
  it('is refused without its fingerprint, and with another one', async () => {
    const file = received(referenceText(payloadOf(), key));
    expect(await test.refusal('reference.import', { file })).toEqual(notConfirmed);
    const confirmFingerprint = fingerprintOf(newKey().publicKey);
    expect(await test.refusal('reference.import', { file, confirmFingerprint })).toEqual(notConfirmed);
    expect(await standing()).toBeNull();
    expect(await test.call('reference.inspect', { file })).toMatchObject({ keyConfirmed: false, alreadyHeld: false });
  });

  it('stands once it is confirmed, and its key is known from then on', async () => {
    const payload = payloadOf(posteriorOf(24, 60, '2024-04'));
    const text = referenceText(payload, key);
    const file = received(text);
    const { id } = await test.call('reference.import', { file, confirmFingerprint: fingerprint });
    const said = {
      workspaceName: 'National coordination',
      fingerprint,
      sha256: sha256(text),
      exportedAt: payload.exportedAt,
      lastMonth: '2026-03',
      firstMonth: '2024-04',
      months: 24,
      units: 24,
      draws: 60,
      methodVersion: 2,
      productivity: payload.productivity,
    };
    const stands = await standing();
    expect(stands).toEqual({ id, ...said, importedAt: stands?.importedAt, importedBy: 'Officer officer' });
    expect(stands!.importedAt).toBeLessThan(test.store.options.clock.now());
    expect(await test.call('reference.inspect', { file })).toEqual({ ...said, keyConfirmed: true, alreadyHeld: true });

    await test.call('reference.remove', { id });
    expect(await standing()).toBeNull();
    await test.call('reference.import', { file });
    expect(await standing()).not.toBeNull();
  });

  it('is known for its own workspace and no other', async () => {
    await test.call('reference.import', {
      file: received(referenceText(payloadOf(), key)),
      confirmFingerprint: fingerprint,
    });
    const other = received(referenceText(payloadOf(posteriorOf(), { workspace: workspaceNamed('Elsewhere') }), key));
    expect(await test.refusal('reference.import', { file: other })).toEqual(notConfirmed);
  });
});

function workspaceNamed(name: string): ReferencePayload['workspace'] {
  return { id: randomUUID(), name, demonstration: false };
}

describe('importing a reference', () => {
  it('takes the place of the one before it, and the audit tells of both', async () => {
    const workspace = workspaceNamed('National coordination');
    const [older, newer] = [13, 14].map((months) => referenceText(payloadOf(posteriorOf(months), { workspace }), key));
    await test.call('reference.import', { file: received(older!), confirmFingerprint: fingerprint });
    const { id } = await test.call('reference.import', { file: received(newer!) });
    expect((await standing())?.months).toBe(14);
    const { read } = test.store.requireUnlocked();
    expect(await read.$count(referencePosterior)).toBe(1);
    await test.call('reference.remove', { id });
    const rows = await read.select().from(auditEntry);
    const own = rows.filter((row) => row.method.startsWith('reference.'));
    expect(own.map((row): unknown => [row.method, row.subjectKind, JSON.parse(row.facts)])).toEqual([
      [
        'reference.import',
        'reference',
        { fingerprint, sha256: sha256(older!), keyConfirmedNow: true, units: 24, months: 13, replaced: null },
      ],
      [
        'reference.import',
        'reference',
        {
          fingerprint,
          sha256: sha256(newer!),
          keyConfirmedNow: false,
          units: 24,
          months: 14,
          replaced: sha256(older!),
        },
      ],
      ['reference.remove', 'reference', { fingerprint, sha256: sha256(newer!) }],
    ]);
  });

  it('is refused for a later method, and where fictitious figures would meet real ones', async () => {
    const later = received(referenceText(payloadOf(posteriorOf(), { methodVersion: methodVersion + 1 }), key));
    const demonstration = { ...workspaceNamed('Demonstration'), demonstration: true };
    const fictitious = received(referenceText(payloadOf(posteriorOf(), { workspace: demonstration }), key));
    for (const method of ['reference.inspect', 'reference.import'] as const) {
      expect(await test.refusal(method, { file: later })).toEqual({ code: 'newer_schema', reason: 'reference_newer' });
      expect(await test.refusal(method, { file: fictitious })).toEqual({ code: 'conflict', reason: 'workspace_kind' });
    }
  });

  it('removes nothing where another one stands by now', async () => {
    await test.call('reference.import', {
      file: received(referenceText(payloadOf(), key)),
      confirmFingerprint: fingerprint,
    });
    expect(await test.refusal('reference.remove', { id: randomUUID() })).toEqual({ code: 'not_found' });
    expect(await standing()).not.toBeNull();
  });

  it('brings every draw to the bit, whatever is in them', async () => {
    const real = (min: number, max: number) => fc.double({ min, max, noNaN: true }).map((value) => value + 0);
    const law = fc.record({ mean: real(Number.MIN_VALUE, 1e6), shape: real(Number.MIN_VALUE, 1e6) });
    const posterior = fc.integer({ min: 12, max: 30 }).chain((months) => {
      const draw = fc.record({
        centre: real(-10, 10),
        spread: real(0, 10),
        rampMonths: fc.constantFrom(3, 6, 9, 12, 18),
        size: real(Number.MIN_VALUE, 1e6),
        deviation: real(0, 10),
        logMeanRate: real(-20, 20),
        logShape: real(-20, 20),
        closings: fc.record({ inflow: law, work: law, queue: law }),
        logMonth: fc.array(real(-20, 20), { minLength: months, maxLength: months }),
      });
      return fc.record({
        firstMonth: fc.constantFrom('1999-12' as Month, '2016-04' as Month),
        months: fc.constant(months),
        units: fc.integer({ min: 10, max: 1000 }),
        draws: fc.array(draw, { minLength: 50, maxLength: 60 }),
      });
    });
    await fc.assert(
      fc.asyncProperty(posterior, async (generated) => {
        const text = referenceText(payloadOf(generated), key);
        await test.call('reference.import', { file: received(text), confirmFingerprint: fingerprint });
        expect(await readReference(test.store.requireUnlocked().read)).toEqual({
          sha256: sha256(text),
          posterior: generated,
        });
      }),
      { numRuns: 15 },
    );
  });
});

describe('a key that follows the one that was confirmed', () => {
  it('is taken without a question for the same workspace, and the key before it no more', async () => {
    const payload = payloadOf();
    await test.call('reference.import', {
      file: received(referenceText(payload, key)),
      confirmFingerprint: fingerprint,
    });
    const next = newKey();
    const head = { succession: succeed(key, [], next.publicKey, 1) };
    const text = referenceText({ ...payload, exportedAt: payload.exportedAt + 1 }, next, head);
    const stranger = referenceText(payloadOf(), next, head);
    expect(await test.call('reference.inspect', { file: received(stranger) })).toMatchObject({ keyConfirmed: false });
    await test.call('reference.import', { file: received(text) });
    expect((await standing())?.fingerprint).toBe(fingerprintOf(next.publicKey));
    expect(await test.refusal('reference.import', { file: received(referenceText(payload, key)) })).toEqual(
      notConfirmed,
    );
    const unlinked = referenceText(payload, newKey(), head);
    expect(await test.refusal('reference.inspect', { file: received(unlinked) })).toEqual({
      code: 'corrupt',
      reason: 'reference_tampered',
    });
  });
});
