import { createHash, randomBytes } from 'node:crypto';
import type { AuditMethod } from '#contract/acts';
import { canonicalJson } from '../../ground/kernel/canonicalJson.ts';
import { auditEntry, auditFile, auditValue } from '../../ground/schema/common/audit.ts';
import type { AuditFact, Change, ReadDb, WriteTx } from '../../ground/kernel/database.ts';
import { recordsOf } from '../engineRecords.ts';

export interface AuditLine {
  readonly at: number;
  readonly actorId: string | null;
  readonly method: AuditMethod;
  readonly outcome: 'done' | 'refused';
  readonly fact: AuditFact;
}

function sha256(...parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

/** Appends to the chain in the caller's transaction, and returns the number of the link. Values go to a table that can forget; the chain keeps salted hashes. */
export async function appendAudit(tx: WriteTx, { at, actorId, method, outcome, fact }: AuditLine): Promise<number> {
  const last = await recordsOf(tx).lastLink();
  const sequence = last.sequence + 1;
  const { facts, values, files } = partsOf(fact);
  const row = {
    sequence,
    at,
    actorId,
    method,
    outcome,
    subjectKind: fact.subject?.kind ?? null,
    subjectId: fact.subject?.id ?? null,
    facts,
    previousHash: last.hash,
  };
  await tx.insert(auditEntry).values({ ...row, hash: sha256(canonicalJson(row)) });
  if (values.length > 0) await tx.insert(auditValue).values(values.map((value) => ({ sequence, ...value })));
  if (files.length > 0) await tx.insert(auditFile).values(files.map((fileId) => ({ fileId, sequence })));
  return sequence;
}

/** What the chain keeps of a fact, the values that it may forget, and the files by which it is found. */
export function partsOf(fact: AuditFact) {
  const sealed = (fact.changes ?? []).map(sealChange);
  const changes = sealed.length > 0 ? { changes: sealed.map(({ hashes }) => hashes) } : {};
  return {
    facts: canonicalJson({ ...fact.facts, ...changes }),
    values: sealed.flatMap(({ values }) => values),
    files: filesOf(fact),
  };
}

/** The referrals and investigations that an entry names: as its subject, as the file of its subject, or among many. */
function filesOf({ subject, facts }: AuditFact): readonly string[] {
  const named = [facts?.['file'], facts?.['fileId'], facts?.['fileIds']].flatMap((each) =>
    typeof each === 'string' ? each.split(' ') : [],
  );
  const own = subject?.kind === 'referral' || subject?.kind === 'investigation' ? [subject.id] : [];
  return [...new Set([...own, ...named])];
}

function sealChange({ field, before, after }: Change) {
  const sides = [
    { side: 'before', value: canonicalJson(before) },
    { side: 'after', value: canonicalJson(after) },
  ].map(({ side, value }) => ({ field, side, value, salt: randomBytes(16).toString('hex') }));
  return {
    values: sides,
    hashes: { field, ...Object.fromEntries(sides.map(({ side, salt, value }) => [side, sha256(salt, value)])) },
  };
}

/** The hash of the last link, printed on what leaves the workspace. */
export async function auditHead(db: ReadDb): Promise<string> {
  return (await recordsOf(db).lastLink()).hash;
}
