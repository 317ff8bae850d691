import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Month } from '#contract/dates';
import { buildUnitWorkspace } from '../../db/demo/unitWorkspace.ts';
import type { Builder } from '../../db/demo/session.ts';

const parent = mkdtempSync(join(tmpdir(), 'vigie-demo-'));
let builder: Builder;
beforeAll(async () => {
  builder = await buildUnitWorkspace(parent, resolve(import.meta.dirname, '../../db/store/workerEntry.ts'));
}, 60_000);
afterAll(() => {
  builder.store.close();
  rmSync(parent, { recursive: true, force: true });
});

describe('the demonstration of a unit', () => {
  it('has the volume and the balance of a real one', async () => {
    const { raw } = builder.store.requireUnlocked();
    const count = (table: string): number => raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
    expect(count('referral')).toBeGreaterThan(11_000);
    expect(count('referral')).toBeLessThan(13_000);
    expect(count('investigation')).toBeGreaterThan(4_500);
    expect(count('charge')).toBeGreaterThan(1_000);
    const board = await builder.call('backlog.board', { from: '2019-04' as Month, to: '2026-11' as Month });
    const open = raw
      .prepare(
        `SELECT (SELECT count(*) FROM referral WHERE open = 1) + (SELECT count(*) FROM investigation WHERE open = 1 AND waiting <> 'crown_or_court')`,
      )
      .pluck()
      .get();
    expect(board.total.closing).toBe(open);
    expect(board.total.balanced).toBe(true);
  });
});
