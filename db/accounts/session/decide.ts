import { and, eq } from 'drizzle-orm';
import type { ParsedInput } from '#contract/index';
import type { WaitingKind } from '#contract/ground/codes';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { user } from '../../ground/schema/common/people.ts';
import type { AuditFact, WriteTx } from '../../ground/kernel/database.ts';
import { activeAdministrators } from '../../store/rights/administrators.ts';
import { askedAgreements } from '../../store/rights/agreementRights.ts';
import { requireAdministratorLeft } from '../../store/rights/rules.ts';
import { requireDecider } from '../../store/rights/secondPerson.ts';
import { finishRecoveryKey, withdrawRecoveryKey } from '../../store/recoveryKey.ts';
import { removeOwner } from '../../store/rotate.ts';
import type { Store } from '../../store/store.ts';
import type { ActionContext } from '../../store/types.ts';
import { decideItem, isOwn, openItem, requireUnchanged, type WaitingRow } from '../people/waiting.ts';
import { replaceRights, rightsOf } from '../people/writes.ts';

type Decide = (tx: WriteTx, item: WaitingRow, accept: boolean) => Promise<Pick<AuditFact, 'changes'>>;

/** A user who is removed for good: the row stays, and with it the name in what they recorded. */
export async function disableUser(tx: WriteTx, userId: WaitingRow['userId']): Promise<Pick<AuditFact, 'changes'>> {
  requireAdministratorLeft(await activeAdministrators(tx), userId, false);
  const changed = await tx
    .update(user)
    .set({ disabled: true })
    .where(and(eq(user.id, userId), eq(user.disabled, false)))
    .returning({ id: user.id });
  if (changed.length !== 1) throw new StoreFailure('not_found');
  return { changes: [{ field: 'disabled', before: false, after: true }] };
}

/** What a decision of each kind does. */
const decisions: Readonly<Record<WaitingKind, Decide>> = {
  grant: async (tx, item, accept) => {
    const before = await rightsOf(tx, item.userId);
    const { roles, unitIds } = item;
    const asked = { roles, unitIds, agreementIds: await askedAgreements(tx, item.id) };
    if (accept) await replaceRights(tx, item.userId, asked);
    return { changes: [{ field: 'rights', before, after: accept ? asked : before }] };
  },
  disable: (tx, { userId }, accept) => (accept ? disableUser(tx, userId) : Promise.resolve({})),
  // Who used the key or the new passphrase had no right to: the account is closed until an administrator lifts it.
  recovery: async (tx, { userId, requestedBy }, accept) => {
    if (accept) return {};
    requireAdministratorLeft(await activeAdministrators(tx), userId, false);
    await tx.update(user).set({ suspended: true }).where(eq(user.id, userId));
    // By the recovery key, and not a passphrase that an administrator reset: its successor was shown to the same person.
    if (requestedBy === userId) await withdrawRecoveryKey(tx);
    return { changes: [{ field: 'suspended', before: false, after: true }] };
  },
  restore: (_tx, _item, accept) => {
    // Another backup is restored in its place: nothing else could undo it.
    if (!accept) throw new StoreFailure('conflict', 'state_not_allowed');
    return Promise.resolve({});
  },
};

/** The second person's word, and what follows from it outside the transaction. */
export async function approve(
  context: ActionContext,
  { approvalId, accept }: ParsedInput<'users.approve'>,
  store: Store,
): Promise<Record<string, never>> {
  const by = context.session.user.id;
  const { kind, userId } = await context.transact(async (tx) => {
    const item = await openItem(tx, approvalId);
    if (isOwn(item, by)) throw new StoreFailure('forbidden', 'second_person_needed');
    await requireDecider(tx, by);
    if (accept) await requireUnchanged(tx, item);
    const fact = await decisions[item.kind](tx, item, accept);
    await decideItem(tx, item, { by, at: context.clock.now(), accepted: accept });
    const facts = { kind: item.kind, accepted: accept };
    return { output: item, audit: { subject: { kind: 'user', id: item.userId }, facts, ...fact } };
  });
  if (!accept && kind === 'recovery') await finishRecoveryKey(store);
  if (accept && kind === 'restore') await store.options.handlers.afterRestoreConfirmed(store);
  if (accept && kind === 'disable') {
    await context.backUp('before_key_change');
    await removeOwner(store, userId);
    await context.backUp('after_key_change');
    if (userId === by) store.lock();
  }
  return {};
}
