import type { AuditMethod } from '#contract/acts';
import type { ErrorCode, Failure } from '#contract/ground/errors';
import { recordNamed } from './audit/calledFor.ts';
import { noteInBurst } from './bursts.ts';
import type { Store } from './store.ts';

/** Refusals by which someone may be looking for what is not theirs; what was typed wrong, or failed for the machine's reasons, is not one. */
const probing: readonly ErrorCode[] = ['forbidden', 'not_found', 'conflict', 'wrong_key'];

/** A storm of refused calls leaves two entries for each method and reason: the first one at once, and the number of those that followed. */
export async function noteRefusal(
  store: Store,
  method: AuditMethod,
  { code, reason }: Failure,
  input: unknown,
): Promise<void> {
  if (!probing.includes(code)) return;
  const subject = recordNamed(input);
  await noteInBurst(store, {
    key: `refused ${method} ${code} ${reason ?? ''}`,
    method,
    outcome: 'refused',
    fact: { ...(subject && { subject }), facts: { code, ...(reason !== undefined && { reason }) } },
    quietFor: 10_000,
  });
}
