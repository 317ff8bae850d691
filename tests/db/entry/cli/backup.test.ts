import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { makeWorkspace, valueOf, vigie } from './support.ts';
import { it, place } from '../../../support/fixtures/shared/place.ts';

let unit: Awaited<ReturnType<typeof makeWorkspace>>;
let file: string;

it.beforeAll(async () => {
  unit = await makeWorkspace(place, 'unit', ['U01']);
  ({ file } = await valueOf<{ file: string }>(['backup', 'make', ...unit.access]));
});

describe('vigie backup', () => {
  it('makes, lists, verifies and tries one out, in both languages', async () => {
    const listed = await vigie(['backup', 'list', ...unit.access]);
    expect(listed.out).toContain('made by hand');
    expect(listed.out).toContain(file.slice(-30));
    expect((await vigie(['backup', 'verify', ...unit.access])).out).toMatch(/^Verified: .*\.vigiebackup\nRows: /);
    const drilled = await vigie(['backup', 'drill', ...unit.access, '--lang', 'fr']);
    expect(drilled.out).toContain('Dernière sauvegarde');
    expect(drilled.out).toMatch(/audit_entry +\d+ +\d+/);
  });

  it('says that a changed one is damaged', async () => {
    const whole = readFileSync(file);
    const bytes = Buffer.from(whole);
    bytes[9000]! ^= 1;
    writeFileSync(file, bytes);
    const ran = await vigie(['backup', 'verify', ...unit.access]);
    expect([ran.exitCode, ran.err.split('\n')[0]]).toEqual([1, 'vigie: This backup is damaged or was changed']);
    writeFileSync(file, whole);
  });

  it('restores beside and says what was there; without a secret, or with two, it does nothing', async () => {
    const restore = ['backup', 'restore', file, '--workspace', unit.folder, '--reason', 'A drill'];
    const { exitCode } = await vigie(restore);
    expect(exitCode).toBe(2);
    const value = await valueOf<{ before: string; disabled: number; sinceKnown: boolean }>([
      ...restore,
      '--login',
      'worker',
    ]);
    expect([value.disabled, value.sinceKnown]).toEqual([0, true]);
    expect(readFileSync(join(unit.folder, value.before, 'store.db')).length).toBeGreaterThan(4096);
    expect((await vigie(['backup', 'list', ...unit.access])).exitCode).toBe(0);
    const salvaged = await vigie([
      'backup',
      'salvage',
      '--workspace',
      unit.folder,
      '--reason',
      'x',
      '--login',
      'worker',
    ]);
    expect(salvaged.out).toContain('salvaged');
  });
});
