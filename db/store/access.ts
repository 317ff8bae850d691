import type { Method } from '#contract/define';
import type { Session } from '#contract/session';
import { StoreFailure } from '../kernel/failure.ts';
import type { RawDatabase } from './connection.ts';

type Guarded = Exclude<Method, { type: 'shell' }>;

/** Role and kind of workspace: the first half of "may this person do this here". */
export function requireRole(method: Guarded, session: Session): void {
  if (method.workspace && method.workspace !== session.workspace.kind)
    throw new StoreFailure('forbidden', 'workspace_kind');
  const { roles } = method;
  if (roles === 'anyone' || roles === 'nobody') return;
  if (!roles.some((each) => session.roles.includes(each))) throw new StoreFailure('forbidden');
}

/**
 * The second half: every unit and file that the input names must be within the session's units. Files are looked up
 * through the scoped views, so one of another unit is as absent as one that never was.
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
}

function requireVisible(reading: RawDatabase, table: 'referral' | 'investigation', ids: readonly string[]): void {
  if (ids.length === 0) return;
  const find = reading.prepare(`SELECT 1 FROM ${table} WHERE id = ?`);
  if (ids.some((id) => !find.get(id))) throw new StoreFailure('not_found');
}

function memberOf(value: unknown, key: string): unknown {
  return value !== null && typeof value === 'object' ? (value as Record<string, unknown>)[key] : undefined;
}

/** A path leads through each element of a list. */
function valueAt(input: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((current, key) => {
    return Array.isArray(current) ? current.map((each) => memberOf(each, key)) : memberOf(current, key);
  }, input);
}

/** The ids that stand at a dotted path: one, many or none. */
function idsAt(input: unknown, path: string | undefined): readonly string[] {
  if (!path) return [];
  const value = valueAt(input, path);
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
