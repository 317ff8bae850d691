import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { UnitId } from '#contract/ground/ids';
import { mappingFor, newJob, previewFile, writeFile } from '../intake/imports/support.ts';
import { administrator, createUnitAndUser } from '../../support/store.ts';
import { it, test } from '../../support/fixtures/shared/store.ts';

let unitId: UnitId;
it.beforeAll(async () => {
  ({ unitId } = await createUnitAndUser(test));
});

const rows =
  'Received,Source,Number,Priority,Risk,Summary,Concluded,Conclusion,Unit\n2026-11-20,NCECC,A-1,,,ZQX,,,U01\n';

describe('a sign-in over another', () => {
  it('finds nothing in memory of what the user before it had previewed, and the older connection closed', async () => {
    const { previewId } = await previewFile(
      test,
      writeFile(test, rows),
      mappingFor(unitId, { sourceDefault: 'ncecc' }),
    );
    const before = test.store.requireUnlocked();
    expect(test.store.memory.size).toBeGreaterThan(0);
    await test.call('session.signIn', { login: 'officer', passphrase: administrator.passphrase });
    expect(test.store.memory.size).toBe(0);
    expect(before.raw.open).toBe(false);
    expect(before.key.every((byte) => byte === 0)).toBe(true);
    expect(await test.refusal('imports.apply', { previewId, jobId: newJob() })).not.toEqual({
      code: 'internal',
    });
  });
});

describe('a file that was chosen to be read', () => {
  it('is never written over, and a place that was chosen to write to is', async () => {
    await test.signInAs('admin');
    const path = join(test.parent, 'chosen.vigiepack');
    writeFileSync(path, 'of somebody else');
    const quarter = { fiscalYear: 2026, quarter: 1 } as const;
    const token = '3f0b1a52-6a0f-4f3d-9a61-5d1f7f0f9c11';
    test.store.grant(token, path, 'read');
    expect(await test.refusal('packs.export', { quarter, file: token })).toEqual({
      code: 'forbidden',
    });
    expect(readFileSync(path, 'utf8')).toBe('of somebody else');
    test.store.grant(token, path, 'write');
    await test.call('packs.export', { quarter, file: token });
    expect(existsSync(path) && readFileSync(path, 'utf8')).toContain('"format":"vigie-pack"');
  });
});
