import type { ScopeFields } from '#contract/ground/define';
import { quarter, quarterMonths } from '#contract/ground/dates';
import type { Session } from '#contract/store/session';
import { StoreFailure } from '../ground/kernel/failure.ts';
import type { RawDatabase } from './sqlite/connection.ts';
import { idsAt, requireVisible, valueAt } from './named.ts';

export function requireAllAgreements({ agreementIds }: Pick<Session, 'agreementIds'>): void {
  if (agreementIds !== null) throw new StoreFailure('forbidden', 'all_agreements_needed');
}

/** Where the rows of the coordination workspace stand that a field names. */
const tables = {
  agreement: 'agreement',
  fundingChange: 'funding_change',
  dueReport: 'due_report',
  pack: 'pack',
  lockedReturn: 'funding_return',
  template: 'funder_template',
} as const;

/** For a session of some agreements. The return of all stands under the workspace's own id. */
export function requireOwnAgreements(scope: ScopeFields, input: unknown, session: Session, reading: RawDatabase): void {
  if (idsAt(input, scope.agreement).includes(session.workspace.id)) requireAllAgreements(session);
  for (const field of Object.keys(tables) as (keyof typeof tables)[])
    requireVisible(reading, tables[field], idsAt(input, scope[field]));
  requireVisible(reading, 'unit', idsAt(input, scope.unitCode), 'code');
  if (scope.quarter === undefined) return;
  const last = quarterMonths(quarter.parse(valueAt(input, scope.quarter)))[2];
  const isSeen = reading.prepare('SELECT 1 FROM temp.session_unit WHERE unit_id = ? AND last_month >= ?');
  if (idsAt(input, scope.units).some((id) => !isSeen.get(id, last))) throw new StoreFailure('forbidden');
}
