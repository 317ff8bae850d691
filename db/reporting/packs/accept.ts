import type { ParsedInput } from '#contract/index';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { refusedPack } from '../../ground/schema/coordination/packs.ts';
import type { AuditFact, WriteTx } from '../../ground/kernel/database.ts';
import type { Context } from '../../store/types.ts';
import type { Trust } from './trust.ts';
import type { VerifiedPack } from './verify.ts';

export type Acceptance = ParsedInput<'packs.import'>['accept'];

/** What waits is imported only with a person's word on the changes that are seen while nothing else can write. */
export function requireAccepted({ changes, revoked }: Trust, accept: Acceptance): void {
  if (revoked !== null) throw new StoreFailure('forbidden', 'pack_key_revoked');
  const seen = new Set(accept?.changes);
  if (changes.every(({ code }) => seen.has(code))) return;
  const fields = changes.map(({ code, units }) => ({ path: [code, ...units].join(' '), code: 'pack_waits' }));
  throw new StoreFailure('conflict', 'pack_waits', fields);
}

/** The fact of it for the audit. */
export function acceptedFact({ changes, succeeds }: Trust, accept: Acceptance) {
  const codes = changes.map(({ code }) => code).join(' ');
  return {
    facts: { ...(succeeds !== null && { succeeds }), ...(codes !== '' && { accepted: codes }) },
    changes: codes === '' ? [] : [{ field: 'reason', before: null, after: accept?.reason ?? null }],
  };
}

/** Keeps that the file was refused; the latest reason holds. */
export async function refuse(
  tx: WriteTx,
  { session, clock }: Pick<Context, 'session' | 'clock'>,
  { sha256, fingerprint, payload, kind }: VerifiedPack,
  reason: string,
): Promise<AuditFact> {
  const facts = {
    workspaceName: payload.workspace.name,
    fingerprint,
    reason,
    refusedBy: session.user.id,
    refusedAt: clock.now(),
  };
  await tx
    .insert(refusedPack)
    .values({ sha256, ...facts })
    .onConflictDoUpdate({ target: refusedPack.sha256, set: facts });
  return {
    subject: { kind: 'workspace', id: payload.workspace.id },
    facts: { kind, sha256, fingerprint },
    changes: [{ field: 'reason', before: null, after: reason }],
  };
}
