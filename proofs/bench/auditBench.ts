import { createHash } from 'node:crypto';
import { verifyChain } from '../../db/accounts/audit/verify.ts';
import { recordsOf } from '../../db/store/engineRecords.ts';
import { createTestStore } from '../../tests/support/store.ts';
import type { Measured } from './measure.ts';

const entries = 1_000_000;
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A chain of a million entries, a third of them with two values, verified; compared with SHA-256 of as many texts of the same length. */
export async function benchAudit(): Promise<readonly Measured[]> {
  const test = await createTestStore();
  try {
    const { raw, read } = test.store.requireUnlocked();
    const insertEntry = raw.prepare('INSERT INTO audit_entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
    const insertValue = raw.prepare('INSERT INTO audit_value VALUES (?, ?, ?, ?, ?)');
    const salt = 'ab'.repeat(16);
    const changed = JSON.stringify({
      changes: [{ after: sha256(`${salt}"new"`), before: sha256(`${salt}null`), field: 'summary' }],
    });
    const last = raw.prepare('SELECT sequence, hash FROM audit_entry ORDER BY sequence DESC LIMIT 1').raw();
    let [sequence, previousHash] = last.get() as [number, string];
    let text = '';
    raw.exec('BEGIN');
    while (sequence < entries) {
      sequence += 1;
      const hasValues = sequence % 3 === 0;
      const row = {
        actorId: test.recoveryKey,
        at: 1_790_000_000_000 + sequence,
        facts: hasValues ? changed : '{"rows":50}',
        method: 'referrals.get',
        outcome: 'done',
        previousHash,
        sequence,
        subjectId: test.recoveryKey,
        subjectKind: 'referral',
      };
      text = JSON.stringify(row);
      previousHash = sha256(text);
      const { actorId, at, facts, method, outcome, subjectKind, subjectId } = row;
      insertEntry.run(
        ...[sequence, at, actorId, method, outcome, subjectKind, subjectId, facts, row.previousHash, previousHash],
      );
      if (!hasValues) continue;
      insertValue.run(sequence, 'summary', 'before', salt, 'null');
      insertValue.run(sequence, 'summary', 'after', salt, '"new"');
    }
    raw.exec('COMMIT');
    const began = performance.now();
    const { intact, given } = await verifyChain(recordsOf(read).auditChain, { hash: previousHash });
    const verified = (performance.now() - began) / 1000;
    if (!intact || given?.foundAt !== entries) throw new Error('the chain of the measure does not hold');
    const beganBare = performance.now();
    for (let n = 0; n < entries; n += 1) sha256(text);
    const bare = (performance.now() - beganBare) / 1000;
    const name = 'audit of 1,000,000 entries verified, beside SHA-256 of the same bytes';
    return [{ name, value: verified, unit: 's', beside: bare, ratio: verified / bare }];
  } finally {
    test.dispose();
  }
}
