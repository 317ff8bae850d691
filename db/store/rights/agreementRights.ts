import type { AgreementId, ApprovalId, UserId } from '#contract/ground/ids';
import { eq } from 'drizzle-orm';
import { maySeeSomeOnly } from '#contract/store/session';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { agreement } from '../../ground/schema/coordination/agreements.ts';
import { approvalAgreements, userAgreements } from '../../ground/schema/coordination/agreementRights.ts';
import { getSetting } from '../settings.ts';
import type { ReadDb, WriteTx } from '../../ground/kernel/database.ts';

/** Null: all of them. */
export type SeenAgreements = readonly AgreementId[] | null;

async function holdsAgreements(db: Pick<ReadDb, 'select'>): Promise<boolean> {
  return (await getSetting(db, 'workspace')).kind === 'coordination';
}

/** In a coordination workspace: the agreements that a coordinator was limited to. */
export async function heldAgreements(db: Pick<ReadDb, 'select'>, userId: UserId): Promise<SeenAgreements> {
  if (!(await holdsAgreements(db))) return null;
  const [held] = await db.select().from(userAgreements).where(eq(userAgreements.userId, userId));
  return held?.agreementIds ?? null;
}

/** Of a grant that waits. */
export async function askedAgreements(db: Pick<ReadDb, 'select'>, approvalId: ApprovalId): Promise<SeenAgreements> {
  if (!(await holdsAgreements(db))) return null;
  const [held] = await db.select().from(approvalAgreements).where(eq(approvalAgreements.approvalId, approvalId));
  return held?.agreementIds ?? null;
}

export async function keepAskedAgreements(tx: WriteTx, approvalId: ApprovalId, seen: SeenAgreements): Promise<void> {
  if (seen !== null) await tx.insert(approvalAgreements).values({ approvalId, agreementIds: seen });
}

export async function replaceAgreements(tx: WriteTx, userId: UserId, seen: SeenAgreements): Promise<void> {
  if (!(await holdsAgreements(tx))) return;
  await tx.delete(userAgreements).where(eq(userAgreements.userId, userId));
  if (seen !== null) await tx.insert(userAgreements).values({ userId, agreementIds: seen });
}

/** Some agreements only: of this workspace, and for a coordinator who does not administer. */
export async function requireGrantable(tx: WriteTx, roles: readonly string[], seen: SeenAgreements): Promise<void> {
  if (seen === null) return;
  if (!maySeeSomeOnly(roles) || !(await holdsAgreements(tx)))
    throw new StoreFailure('invalid_input', 'agreements_not_limited');
  const known = new Set((await tx.select({ id: agreement.id }).from(agreement)).map(({ id }) => id));
  if (seen.some((id) => !known.has(id)))
    throw new StoreFailure('invalid_input', undefined, [{ path: 'agreementIds', code: 'invalid_value' }]);
}
