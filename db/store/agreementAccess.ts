import type { ScopeFields } from '#contract/ground/define';
import { quarter, quarterMonths } from '#contract/ground/dates';
import type { Session } from '#contract/store/session';
import { StoreFailure } from '../ground/kernel/failure.ts';
import type { ReadDb } from '../ground/kernel/database.ts';
import { recordsOf } from './engineRecords.ts';
import { idsAt, requireVisible, valueAt } from './named.ts';

export function requireAllAgreements({ agreementIds }: Pick<Session, 'agreementIds'>): void {
  if (agreementIds !== null) throw new StoreFailure('forbidden', 'all_agreements_needed');
}

/** Tables of the coordination workspace whose rows a field names. */
const tables = {
  agreement: 'agreement',
  fundingChange: 'funding_change',
  dueReport: 'due_report',
  pack: 'pack',
  lockedReturn: 'funding_return',
  template: 'funder_template',
} as const;

/** For a session of some agreements. The return of all has the workspace's own id. */
export async function requireOwnAgreements(
  scope: ScopeFields,
  input: unknown,
  session: Session,
  reading: ReadDb,
): Promise<void> {
  if (idsAt(input, scope.agreement).includes(session.workspace.id)) requireAllAgreements(session);
  for (const field of Object.keys(tables) as (keyof typeof tables)[])
    await requireVisible(reading, tables[field], idsAt(input, scope[field]));
  await requireVisible(reading, 'unit', idsAt(input, scope.unitCode), 'code');
  if (scope.quarter === undefined) return;
  const last = quarterMonths(quarter.parse(valueAt(input, scope.quarter)))[2];
  const seen = await recordsOf(reading).unitsUntil(last);
  if (idsAt(input, scope.units).some((id) => !seen.has(id))) throw new StoreFailure('forbidden');
}
