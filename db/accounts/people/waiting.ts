import type { Role, WaitingKind } from '#contract/ground/codes';
import type { ApprovalId, UnitId, UserId } from '#contract/ground/ids';
import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { approval, user } from '../../ground/schema/common/people.ts';
import type { ReadDb, WriteTx } from '../../ground/kernel/database.ts';
import { requireDecider } from '../../store/rights/secondPerson.ts';
import type { Context } from '../../store/types.ts';

export type WaitingRow = typeof approval.$inferSelect;

interface Asked {
  readonly kind: Extract<WaitingKind, 'grant' | 'disable'>;
  readonly userId: UserId;
  /** Of a grant: what the person's rights were is looked at again. */
  readonly version: number | null;
  readonly roles: readonly Role[];
  readonly unitIds: readonly UnitId[];
}

/** Asks another person. Who asks is one of the two, so their passphrase must be their own. */
export async function askSecond(tx: WriteTx, { version, ...asked }: Asked, context: Context): Promise<ApprovalId> {
  await requireDecider(tx, context.session.user.id);
  const id: ApprovalId = context.newId();
  await tx.insert(approval).values({
    id,
    ...asked,
    userVersion: version,
    requestedBy: context.session.user.id,
    requestedAt: context.clock.now(),
  });
  return id;
}

/** All that nobody has decided yet, the oldest first. */
export function openItems(db: Pick<ReadDb, 'select'>, { unconfirmed }: { readonly unconfirmed: boolean }) {
  return db
    .select()
    .from(approval)
    .where(and(isNull(approval.decidedAt), unconfirmed ? isNotNull(approval.dueAt) : undefined))
    .orderBy(asc(approval.requestedAt), asc(approval.id));
}

export async function openItem(tx: WriteTx, id: ApprovalId): Promise<WaitingRow> {
  const [open] = await tx
    .select()
    .from(approval)
    .where(and(eq(approval.id, id), isNull(approval.decidedAt)));
  if (!open) throw new StoreFailure('not_found');
  return open;
}

interface Decision {
  readonly by: UserId;
  readonly at: number;
  readonly accepted: boolean;
}

export async function decideItem(tx: WriteTx, { id }: WaitingRow, { by, at, accepted }: Decision): Promise<void> {
  await tx.update(approval).set({ decidedBy: by, decidedAt: at, accepted }).where(eq(approval.id, id));
}

/** Nobody confirms what was done with their own account, and nobody approves what they asked. */
export function isOwn(item: Pick<WaitingRow, 'kind' | 'userId' | 'requestedBy'>, by: UserId): boolean {
  return item.requestedBy === by || (item.kind === 'recovery' && item.userId === by);
}

/** Throws `version_conflict` where the person was changed after it was asked. */
export async function requireUnchanged(tx: WriteTx, { userId, userVersion }: WaitingRow): Promise<void> {
  if (userVersion === null) return;
  const [found] = await tx.select().from(user).where(eq(user.id, userId));
  if (!found || found.disabled || found.version !== userVersion) throw new StoreFailure('conflict', 'version_conflict');
}
