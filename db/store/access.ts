import type { Method } from '#contract/ground/define';
import type { Session } from '#contract/store/session';
import { StoreFailure } from '../ground/kernel/failure.ts';
import { requireAllAgreements, requireOwnAgreements } from './agreementAccess.ts';
import type { RawDatabase } from './connection.ts';
import type { Store } from './store.ts';
import { idsAt, requireVisible, valueAt } from './named.ts';

type Guarded = Exclude<Method, { type: 'shell' }>;

/** A session ends at its first call after its user was suspended or removed. */
export function requireAccount(store: Store): void {
  const { raw, session } = store.requireUnlocked();
  const account = raw.prepare('SELECT 1 FROM user WHERE id = ? AND NOT disabled AND NOT suspended');
  if (account.get(session.user.id) !== undefined) return;
  store.lock();
  throw new StoreFailure('locked', 'account_suspended');
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

/**
 * The second half: every unit, file and agreement that the input names must be the session's. Files, and what belongs to an agreement, are
 * looked up through the scoped views, so one of another unit or agreement is as absent as one that never was.
 */
export function requireScope(method: Guarded, input: unknown, session: Session, reading: RawDatabase): void {
  const { scope } = method;
  if (!scope) return;
  const administers =
    session.roles.includes('administrator') && method.roles !== 'anyone' && method.roles.includes('administrator');
  const units = [scope.unit, scope.units].flatMap((field) => idsAt(input, field));
  if (!administers && units.some((id) => !session.unitIds.some((own) => own === id)))
    throw new StoreFailure('forbidden');
  requireVisible(
    reading,
    'referral',
    [scope.referral, scope.referrals].flatMap((field) => idsAt(input, field)),
  );
  requireVisible(
    reading,
    'investigation',
    [scope.investigation, scope.otherInvestigation].flatMap((field) => idsAt(input, field)),
  );
  const kind = scope.file && valueAt(input, `${scope.file}.kind`);
  if (kind === 'referral' || kind === 'investigation') requireVisible(reading, kind, idsAt(input, `${scope.file}.id`));
  if (session.agreementIds !== null) requireOwnAgreements(scope, input, session, reading);
}
