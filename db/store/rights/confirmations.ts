import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { WaitingKind } from '#contract/ground/codes';
import type { UserId } from '#contract/ground/ids';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { approval, user } from '../../ground/schema/common/people.ts';
import type { Audited, ReadDb, WriteTx } from '../../ground/kernel/database.ts';
import { workingClock } from '../clockDoubt.ts';
import type { Store } from '../store.ts';
import type { Context } from '../types.ts';

/** What one person did alone, to be confirmed by another. */
type ConfirmedKind = Extract<WaitingKind, 'recovery' | 'restore'>;

const hoursToConfirm = 72;

interface Unconfirmed {
  readonly kind: ConfirmedKind;
  /** Whose account it is about. */
  readonly userId: UserId;
  readonly reason: string | null;
  /** Who did it; absent: who is signed in. */
  readonly requestedBy?: UserId;
}

/** Lets an act wait for its confirmation. Until then a banner says so, and nothing is unsealed or purged. */
export async function awaitConfirmation(tx: WriteTx, unconfirmed: Unconfirmed, context: Context): Promise<void> {
  const now = context.clock.now();
  await tx.insert(approval).values({
    id: context.newId(),
    ...unconfirmed,
    roles: [],
    unitIds: [],
    requestedBy: unconfirmed.requestedBy ?? context.session.user.id,
    requestedAt: now,
    dueAt: now + hoursToConfirm * 3_600_000,
  });
}

interface Alone {
  readonly kind: ConfirmedKind;
  readonly reason: string;
  readonly facts?: Readonly<Record<string, number>>;
  /** Who did it before anybody signed in; absent: who is signed in. */
  readonly by?: UserId | undefined;
}

/** The same of who is signed in, with its entry of the audit: after the recovery key was used, or a backup restored. */
export async function confirmedLater(
  tx: WriteTx,
  store: Store,
  { kind, reason, facts, by }: Alone,
): Promise<Audited<null>> {
  const { session } = store.requireUnlocked();
  const { newId } = store.options;
  const clock = workingClock(store);
  const id = by ?? session.user.id;
  // The recovery key let them choose the passphrase themselves.
  if (kind === 'recovery') await tx.update(user).set({ passphraseBy: 'self' }).where(eq(user.id, id));
  await awaitConfirmation(tx, { kind, userId: id, reason, requestedBy: id }, { session, clock, newId });
  return {
    output: null,
    audit: {
      subject: { kind: 'user', id },
      facts: { confirmation: kind, ...facts },
      changes: [{ field: 'reason', before: null, after: reason }],
    },
  };
}

/** What was sealed or purged stays so until what one person did alone is confirmed. */
export async function requireAllConfirmed(db: Pick<ReadDb, 'select'>): Promise<void> {
  const [open] = await db
    .select({ id: approval.id })
    .from(approval)
    .where(and(inArray(approval.kind, ['recovery', 'restore']), isNull(approval.decidedAt)))
    .limit(1);
  if (open) throw new StoreFailure('conflict', 'confirmation_pending');
}
