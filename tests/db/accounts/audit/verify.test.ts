import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect } from 'vitest';
import { verifyChain } from '../../../../db/accounts/audit/verify.ts';
import { recordsOf } from '../../../../db/store/engineRecords.ts';
import { administrator } from '../../../support/store.ts';
import { it, test } from '../../../support/fixtures/shared/store.ts';

const root = resolve(import.meta.dirname, '../../../..');

const raw = () => test.store.requireUnlocked().raw;
/** On the connection that writes, so that a test may damage the chain and undo that. */
const verify = (head?: { hash: string; sequence?: number }) =>
  verifyChain(recordsOf(test.store.requireUnlocked().tx).auditChain, head);

interface Row {
  readonly sequence: number;
  readonly previous_hash: string;
  readonly hash: string;
  readonly [column: string]: unknown;
}
const rows = (): Row[] => raw().prepare('SELECT * FROM audit_entry ORDER BY sequence').all() as Row[];

/** Changes the sequence and the hashes of all that follows, as someone would who knows how the chain is made. */
function rehash(): void {
  let previous = '0'.repeat(64);
  const update = raw().prepare('UPDATE audit_entry SET sequence = ?, previous_hash = ?, hash = ? WHERE sequence = ?');
  for (const [position, row] of rows().entries()) {
    const sequence = position + 1;
    const members: Record<string, unknown> = {
      actorId: row['actor_id'],
      at: row['at'],
      facts: row['facts'],
      method: row['method'],
      outcome: row['outcome'],
      previousHash: previous,
      sequence,
      subjectId: row['subject_id'],
      subjectKind: row['subject_kind'],
    };
    const hash = createHash('sha256').update(JSON.stringify(members)).digest('hex');
    update.run(sequence, previous, hash, row.sequence);
    previous = hash;
  }
}

const unit = (code: string) =>
  test.call('units.save', { code, name: { en: code, fr: code }, service: 'Service', active: true });

it.beforeAll(async () => {
  for (const code of ['U01', 'U02', 'U03']) await unit(code);
});
beforeEach(() => {
  raw().exec('SAVEPOINT damage');
});
afterEach(() => {
  raw().exec('ROLLBACK TO damage; RELEASE damage');
});

it('shares no code with what writes the chain', () => {
  const text = readFileSync(join(root, 'db/accounts/audit/verify.ts'), 'utf8');
  const imported = [...text.matchAll(/^import (type )?.* from '(.*)';$/gm)];
  expect(imported.length).toBeGreaterThan(0);
  expect(imported.filter(([, isType]) => !isType).map(([, , module]) => module)).toEqual([
    'node:crypto',
    'node:timers/promises',
    'drizzle-orm',
    'zod',
  ]);
});

const damages = {
  'a forged value': ["UPDATE audit_value SET value = '\"x\"' WHERE sequence = 3 AND side = 'after'", 3, 'value'],
  'a forged salt': ["UPDATE audit_value SET salt = 'x' WHERE sequence = 3 AND side = 'before'", 3, 'value'],
  'a value of a field that was not changed': [
    "INSERT INTO audit_value VALUES (1, 'login', 'after', 'x', '1')",
    1,
    'value',
  ],
  'a value of no entry': ["INSERT INTO audit_value VALUES (9999, 'login', 'after', 'x', '1')", null, 'value'],
  'another method': ["UPDATE audit_entry SET method = 'x' WHERE sequence = 2", 2, 'hash'],
  'another subject': ["UPDATE audit_entry SET subject_id = 'x' WHERE sequence = 3", 3, 'hash'],
  'a removed entry': ['DELETE FROM audit_entry WHERE sequence = 2', 2, 'sequence'],
  'an entry before the first': [
    "INSERT INTO audit_entry VALUES (0, 0, NULL, 'x', 'done', NULL, NULL, '{}', 'x', 'x')",
    null,
    'value',
  ],
} as const;

describe('the chain', () => {
  it('is intact, with its values', async () => {
    const entries = rows().length;
    const { checked } = (await verify()).values;
    expect(checked).toBe(raw().prepare('SELECT count(*) FROM audit_value').pluck().get());
    expect(checked).toBeGreaterThan(4);
    expect(await verify()).toMatchObject({
      entries,
      intact: true,
      problem: null,
      values: { forgotten: 0 },
      given: null,
    });
  });

  it.each(Object.entries(damages))('is broken by %s', async (_what, [damage, firstBroken, problem]) => {
    const end = rows().length + 1;
    raw().exec(damage);
    expect(await verify()).toMatchObject({ intact: false, firstBroken: firstBroken ?? end, problem });
  });

  it('holds where values were forgotten, and counts them', async () => {
    raw().exec('DELETE FROM audit_value WHERE sequence = 3');
    expect(await verify()).toMatchObject({ intact: true, values: { forgotten: 2 } });
  });

  it('is broken by a subject that is named by half, though every hash fits', async () => {
    raw().exec('UPDATE audit_entry SET subject_kind = NULL WHERE sequence = 3');
    rehash();
    expect(await verify()).toMatchObject({ intact: false, firstBroken: 3, problem: 'subject' });
  });
});

describe('an earlier head', () => {
  it('is found where it is, with and without its sequence', async () => {
    const { hash, sequence } = rows()[2]!;
    expect((await verify({ hash })).given).toEqual({ foundAt: 3 });
    expect((await verify({ hash, sequence })).given).toEqual({ foundAt: 3 });
    expect((await verify({ hash, sequence: 2 })).given).toEqual({ foundAt: null });
  });

  it('is missing from a chain whose end was cut off', async () => {
    const head = rows().at(-1)!.hash;
    raw().exec(`DELETE FROM audit_value WHERE sequence = ${String(rows().length)};
      DELETE FROM audit_entry WHERE sequence = ${String(rows().length)}`);
    expect(await verify({ hash: head })).toMatchObject({ intact: true, given: { foundAt: null } });
  });

  it('is missing from a chain without one of its entries whose followers were hashed again', async () => {
    const head = rows().at(-1)!.hash;
    raw().exec('DELETE FROM audit_value; DELETE FROM audit_entry WHERE sequence = 2');
    rehash();
    expect(await verify({ hash: head })).toMatchObject({ intact: true, given: { foundAt: null } });
  });
});

const sqlcipher = spawnSync('sqlcipher', ['--version']).status === 0;
describe.skipIf(!sqlcipher)('the published script [skipped where sqlcipher is not installed]', () => {
  /** As an auditor does: the key from keys.json, the rows from sqlcipher, the chain from the script. */
  function run(head = '', damage = ''): { code: number | null; out: string; err: string } {
    raw().exec('RELEASE damage');
    raw().pragma('wal_checkpoint(TRUNCATE)');
    raw().exec('SAVEPOINT damage');
    const copy = join(test.parent, 'copy.db');
    cpSync(join(test.folder, 'store.db'), copy);
    const node = (script: string, args: readonly string[], input: string) =>
      spawnSync(process.execPath, [join(root, 'scripts', script), ...args], { input, encoding: 'utf8' });
    const key = node('databaseKey.mjs', [test.folder, 'admin'], `${administrator.passphrase}\n`).stdout;
    expect(key).toMatch(/^PRAGMA key = "x'[0-9a-f]{64}'";\n$/);
    const sql = readFileSync(join(root, 'scripts/verifyAudit.sql'), 'utf8');
    const journal = spawnSync('sqlcipher', [copy], { input: `${key}${damage}\n${sql}`, encoding: 'utf8' });
    const { status, stdout, stderr } = node('verifyAudit.mjs', head ? [head] : [], journal.stdout);
    return { code: status, out: stdout, err: stderr };
  }

  it('is under 80 lines and imports nothing but modules of Node', () => {
    const text = readFileSync(join(root, 'scripts/verifyAudit.mjs'), 'utf8');
    expect(text.split('\n').length).toBeLessThan(80);
    const imported = [...text.matchAll(/from '(.*)';/g)].map(([, module]) => module ?? '');
    expect(imported).toEqual(['node:crypto']);
  });

  it('agrees with Vigie, and says what it cannot see', async () => {
    const { head, entries, values } = await verify();
    const { code, out } = run();
    expect([code, out]).toEqual([0, expect.stringContaining(`Intact: ${String(entries)} entries`)]);
    expect(out).toContain(`Values checked: ${String(values.checked)}; forgotten by sealing or purge: 0`);
    expect(out).toContain(`Head: ${head}@${String(entries)}`);
    expect(out).toContain('cannot be detected');
    expect(run(`${rows()[1]!.hash}@2`)).toMatchObject({
      code: 0,
      out: expect.stringContaining('at entry 2') as string,
    });
    expect(run('ab'.repeat(32))).toMatchObject({ code: 1, err: expect.stringContaining('does not contain') as string });
  });

  it.each(Object.values(damages))('sees it: %s', (damage) => {
    const { code, err } = run('', `${damage};`);
    expect([code, err]).toEqual([1, expect.stringMatching(/^Broken at entry \d+: /)]);
  });

  it('holds where values were forgotten', () => {
    const { code, out } = run('', 'DELETE FROM audit_value WHERE sequence = 3;');
    expect([code, out]).toEqual([0, expect.stringContaining('forgotten by sealing or purge: 2')]);
  });
});
