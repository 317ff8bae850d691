import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expiryOf, rotate, toKeep } from '../../../../db/store/backups/rotation.ts';

const day = 86_400_000;
const start = Date.parse('2025-01-01T12:00:00Z');
const daily = (at: number) => ({ madeAt: at, reason: 'daily' as const });

describe('the backups that stay', () => {
  it('are seven daily, five weekly and twelve monthly, whatever the order, however long it goes on', () => {
    let held: ReturnType<typeof daily>[] = [];
    for (let each = 0; each < 600; each += 1) held = [...toKeep([daily(start + each * day), ...held])];
    const ages = held.map(({ madeAt }) => (start + 599 * day - madeAt) / day).sort((a, b) => a - b);
    expect(ages.slice(0, 7)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(ages.length).toBeLessThanOrEqual(24);
    expect(ages.at(-1)).toBeGreaterThan(300);
    expect(ages.at(-1)).toBeLessThan(370);
  });

  it('are none fewer for a clock that was ahead, and for one of the same day with a reason of its own', () => {
    const held = Array.from({ length: 7 }, (_, each) => daily(start + each * day));
    const ahead = daily(Date.parse('2099-01-01T00:00:00Z'));
    expect([...toKeep([...held, ahead])]).toHaveLength(7);
    const before = { madeAt: start + 6 * day + 1, reason: 'before_purge' as const };
    const after = { madeAt: start + 6 * day + 2, reason: 'after_purge' as const };
    const kept = toKeep([...held, before, after]);
    expect([kept.has(before), kept.has(after)]).toEqual([true, true]);
  });

  it('are gone by the day that is said of each', () => {
    let held = Array.from({ length: 40 }, (_, each) => daily(start + each * day));
    held = [...toKeep(held)];
    const said = new Map(held.map((each) => [each, expiryOf(each, held)]));
    for (let each = 40; each < 500; each += 1) {
      const at = start + each * day;
      held = [...toKeep([daily(at), ...held])];
      for (const old of held) expect(at).toBeLessThan((said.get(old) ?? Infinity) + day);
    }
  });
});

describe('the backups that are removed', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'vigie-rotation-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const fileOf = (madeAt: number) => {
    const name = String(madeAt);
    const path = join(folder, name);
    writeFileSync(path, '');
    return { name, path, madeAt, reason: 'daily' as const, bytes: 0, generation: 1 };
  };

  it('are neither the one made under a clock that was set back to its beginning nor those that then seem of the future', () => {
    const usual = Array.from({ length: 60 }, (_, each) => fileOf(start + each * 7 * day));
    const now = Date.parse('1970-01-02T00:00:00Z');
    const early = fileOf(now);
    rotate([...usual, early], early);
    expect(readdirSync(folder)).toHaveLength(61);
    const later = start + 60 * 7 * day;
    rotate([...usual, early, fileOf(later)], fileOf(later));
    expect(readdirSync(folder)).not.toContain(String(now));
    expect(readdirSync(folder).length).toBeLessThan(25);
  });

  it('are never the one just made, also where a clock that was set back gives its instant to another', () => {
    const made = fileOf(start);
    const other = { ...fileOf(start + 1), madeAt: start };
    rotate([other, made], made);
    expect(readdirSync(folder)).toContain(made.name);
  });
});
