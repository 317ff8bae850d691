import type { Method } from '#contract/ground/define';
import type { Session } from '#contract/store/session';
import { StoreFailure } from '../ground/kernel/failure.ts';
import { requireAllAgreements, requireOwnAgreements } from './agreementAccess.ts';
import { and, eq } from 'drizzle-orm';
import type { ReadDb } from '../ground/kernel/database.ts';
import { user } from '../ground/schema/common/people.ts';
import type { Store, Unlocked } from './store.ts';
import { idsAt, requireVisible, valueAt } from './named.ts';

export type Guarded = Exclude<Method, { type: 'shell' }>;

/** A session ends at its first call after its user was suspended or removed. */
export async function requireAccount(store: Store): Promise<void> {
  const { tx, session } = store.requireUnlocked();
  const isOpen = and(eq(user.id, session.user.id), eq(user.disabled, false), eq(user.suspended, false));
  if ((await tx.$count(user, isOpen)) > 0) return;
  store.lock();
  throw new StoreFailure('locked', 'account_suspended');
}

/** Of one's session: what a person may do who has not yet chosen a passphrase that nobody else knows. */
const ownSession = /^session\./;

/** Reads too: the person who gave the passphrase could be the one who asks. */
export function requireOwnPassphrase(name: string, { mustChangePassphrase }: Session): void {
  if (mustChangePassphrase && !ownSession.test(name)) throw new StoreFailure('forbidden', 'passphrase_change_due');
}

/** Role and kind of workspace: the first half of "may this person do this here". */
export function requireRole(method: Guarded, session: Session): void {
  if (method.workspace && method.workspace !== session.workspace.kind)
    throw new StoreFailure('forbidden', 'workspace_kind');
  const { roles } = method;
  if (roles === 'anyone' || roles === 'nobody') return;
  if (!roles.some((each) => session.roles.includes(each))) throw new StoreFailure('forbidden');
  if (method.allAgreements) requireAllAgreements(session);
}

/** Acts on what is sealed, or of a file as a whole whatever is sealed in it: each looks for itself. */
const seesSealed = /^(seals|retention|purges)\./;

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}

/** What is sealed is as absent for a write as for a read, wherever in the input its id is. */
export async function requireUnsealed(
  name: string,
  method: Guarded,
  input: unknown,
  { session, engine }: Pick<Unlocked, 'session' | 'engine'>,
): Promise<void> {
  if (method.type === 'read' || session.workspace.kind !== 'unit' || seesSealed.test(name)) return;
  if (await engine.isSealed(stringsIn(input))) throw new StoreFailure('not_found');
}

/**
 * The second half: every unit, file and agreement that the input names must be the session's. Files, and what belongs to an agreement, are
 * looked up through the scoped views, so one of another unit or agreement is as absent as one that never was.
 */
export async function requireScope(method: Guarded, input: unknown, session: Session, reading: ReadDb): Promise<void> {
  const { scope } = method;
  if (!scope) return;
  const administers =
    session.roles.includes('administrator') && method.roles !== 'anyone' && method.roles.includes('administrator');
  const units = [scope.unit, scope.units].flatMap((field) => idsAt(input, field));
  if (!administers && units.some((id) => !session.unitIds.some((own) => own === id)))
    throw new StoreFailure('forbidden');
  await requireVisible(
    reading,
    'referral',
    [scope.referral, scope.referrals].flatMap((field) => idsAt(input, field)),
  );
  await requireVisible(
    reading,
    'investigation',
    [scope.investigation, scope.otherInvestigation].flatMap((field) => idsAt(input, field)),
  );
  const kind = scope.file && valueAt(input, `${scope.file}.kind`);
  if (kind === 'referral' || kind === 'investigation')
    await requireVisible(reading, kind, idsAt(input, `${scope.file}.id`));
  if (session.agreementIds !== null) await requireOwnAgreements(scope, input, session, reading);
}
