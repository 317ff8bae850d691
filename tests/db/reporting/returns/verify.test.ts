import { randomUUID } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifyReturn } from '../../../../db/reporting/returns/verify.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createExportedReturn, type ExportedReturn } from '../../../support/exportedReturn.ts';
import { readers } from '../../../support/readers.ts';

let held: ExportedReturn;
beforeAll(async () => {
  held = await createExportedReturn();
}, 120_000);
afterAll(() => {
  held.coordination.test.dispose();
});

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
    });
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
    writeFileSync(path, text.replace('"version":1', '"version":3'));
    expect((await verifyReturn(folder, readers)).problems.map((each) => each.code)).toEqual(['manifest_newer']);
    rmSync(path);
    expect((await verifyReturn(folder, readers)).problems.map((each) => each.code)).toEqual(['manifest_missing']);
  });
});
