import { randomUUID } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson } from '../../../../db/ground/kernel/canonicalJson.ts';
import { fingerprintOf, signText } from '../../../../db/ground/kernel/signing.ts';
import { supersededBeside, verifyReturn } from '../../../../db/reporting/returns/verify.ts';
import { describe, expect } from 'vitest';
import { newKey } from '../../../support/packs.ts';
import { readers } from '../../../support/readers.ts';
import { vigie } from '../../entry/cli/support.ts';
import { it, held } from '../../../support/fixtures/shared/exportedReturn.ts';

describe('verifying an export', () => {
  const copy = (): string => {
    const target = join(held.outbox, '..', `copy-${randomUUID()}`);
    cpSync(held.folder, target, { recursive: true });
    return target;
  };

  it('finds nothing wrong with what was exported', async () => {
    expect(await verifyReturn(held.folder, readers)).toEqual({
      ok: true,
      problems: [],
      fingerprint: held.exported.fingerprint,
      facts: {
        agreement: 'AG-1',
        quarter: { fiscalYear: 2026, quarter: 2 },
        version: 1,
        supersedes: null,
        lockedAt: new Date(held.locked.lockedAt).toISOString(),
        released: false,
      },
      ignored: [],
    });
  });

  /** What anyone can do who has the folder: change a figure, describe the files again and sign with a key of their own. */
  function forge(folder: string, changes: Record<string, unknown> = {}, key = newKey()): string {
    const path = join(folder, 'manifest.json');
    const facts = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
    delete facts['signature'];
    const forged = { ...facts, fingerprint: fingerprintOf(key.publicKey), ...changes };
    writeFileSync(path, canonicalJson({ ...forged, signature: signText(key, canonicalJson(forged)) }));
    return forged.fingerprint;
  }

  it('tells a return that another key signed again from the one that was expected', async () => {
    const folder = copy();
    const forged = forge(folder);
    const { fingerprint } = held.exported;
    expect(await verifyReturn(folder, readers, fingerprint)).toMatchObject({
      ok: false,
      problems: [{ code: 'signer_differs' }],
      fingerprint: forged,
    });
    expect(await verifyReturn(held.folder, readers, fingerprint)).toMatchObject({ ok: true });
    const unnamed = await vigie(['return', 'verify', folder]);
    expect(unnamed.out).toContain('by a signer who is unknown');
    expect(unnamed.out).toContain('AG-1, FY 2026-27 Q2, locked on ');
    const french = await vigie(['return', 'verify', folder, '--lang', 'fr']);
    expect(french.out).toContain('AG-1, T2 2026-2027 (exercice), verrouillé le ');
    expect(unnamed.out).not.toContain('Verified:');
    expect((await vigie(['return', 'verify', folder, '--key', fingerprint])).exitCode).toBe(3);
    expect((await vigie(['return', 'verify', held.folder, '--key', fingerprint])).out).toContain('Verified:');
  });

  it('names what the computer left in the folder, and ignores it', async () => {
    const folder = copy();
    for (const name of ['Thumbs.db', '.DS_Store', '~$return.xlsx']) writeFileSync(join(folder, name), 'a');
    expect(await verifyReturn(folder, readers)).toMatchObject({
      ok: true,
      ignored: ['.DS_Store', 'Thumbs.db', '~$return.xlsx'],
    });
  });

  it('says that a later version stands beside it', async () => {
    const parent = join(held.outbox, '..', `versions-${randomUUID()}`);
    const [first, second] = [join(parent, 'AG-1'), join(parent, 'AG-1-v2')];
    for (const folder of [first, second]) cpSync(held.folder, folder, { recursive: true });
    const [key, next] = [newKey(), { sequence: 2, supersedes: { sequence: 1, contentHash: held.locked.contentHash } }];
    forge(first, {}, key);
    const verdict = await verifyReturn(first, readers);
    forge(second, next);
    expect(await supersededBeside(first, verdict, readers)).toBeNull();
    forge(second, next, key);
    expect(await supersededBeside(first, verdict, readers)).toEqual({ name: 'AG-1-v2', version: 2 });
    expect((await vigie(['return', 'verify', first])).out).toContain('SUPERSEDED by version 2, in the folder AG-1-v2');
    const later = await verifyReturn(second, readers);
    expect(later.facts).toMatchObject({ version: 2, supersedes: 1 });
    expect(await supersededBeside(second, later, readers)).toBeNull();
  });

  it.each(['return.xlsx', 'indicators.csv', 'panel.csv', 'return.schema.json'])(
    'finds a changed byte in %s',
    async (name) => {
      const folder = copy();
      const bytes = readFileSync(join(folder, name));
      bytes[Math.floor(bytes.length / 2)]! ^= 1;
      writeFileSync(join(folder, name), bytes);
      expect(await verifyReturn(folder, readers)).toMatchObject({
        ok: false,
        problems: [{ code: 'file_changed', file: name }],
      });
    },
  );

  it('finds a missing file, one too many, and one in the place of another', async () => {
    const folder = copy();
    rmSync(join(folder, 'ledger.csv'));
    writeFileSync(join(folder, 'more.csv'), 'a');
    rmSync(join(folder, 'panel.csv'));
    mkdirSync(join(folder, 'panel.csv'));
    const { ok, problems } = await verifyReturn(folder, readers);
    expect(ok).toBe(false);
    expect(problems.map(({ code, file: name }) => `${code} ${name ?? ''}`).sort()).toEqual([
      'file_changed panel.csv',
      'file_extra more.csv',
      'file_missing ledger.csv',
    ]);
  });

  it.runIf(process.platform !== 'win32')(
    'refuses by its name a file that is a link, the manifest too, wherever it leads',
    async () => {
      for (const name of ['manifest.json', 'return.json', 'panel.csv']) {
        const folder = copy();
        const elsewhere = join(folder, '..', `elsewhere-${randomUUID()}`);
        renameSync(join(folder, name), elsewhere);
        symlinkSync(elsewhere, join(folder, name));
        const linked = { ok: false, problems: [{ code: 'file_linked', file: name }], facts: null, fingerprint: null };
        expect(await verifyReturn(folder, readers)).toMatchObject(linked);
        rmSync(elsewhere);
        expect(await verifyReturn(folder, readers)).toMatchObject(linked);
        const said = await vigie(['return', 'verify', folder, '--lang', 'fr']);
        expect([said.exitCode, said.out.includes(name), said.out.includes('lien')]).toEqual([3, true, true]);
      }
    },
  );

  it('finds a manifest that was changed to fit, and one that is gone', async () => {
    const folder = copy();
    const path = join(folder, 'manifest.json');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('"agreement":"AG-1"', '"agreement":"AG-2"'));
    expect(await verifyReturn(folder, readers)).toMatchObject({
      ok: false,
      problems: [{ code: 'signature_invalid' }],
      fingerprint: null,
    });
    writeFileSync(path, `${text} `);
    expect((await verifyReturn(folder, readers)).problems.map((each) => each.code)).toEqual(['manifest_invalid']);
    writeFileSync(path, text.replace('"version":1}', '"version":2}'));
    expect((await verifyReturn(folder, readers)).problems.map((each) => each.code)).toEqual(['manifest_newer']);
    rmSync(path);
    expect((await verifyReturn(folder, readers)).problems.map((each) => each.code)).toEqual(['manifest_missing']);
  });
});
