import { sql } from 'drizzle-orm';
import type { ScopeFields } from '#contract/define';
import { quarter, quarterMonths, type Quarter } from '#contract/dates';
import type { Session } from '#contract/session';
import { StoreFailure } from '../kernel/failure.ts';
import type { RawDatabase } from './connection.ts';
import { idsAt, requireVisible, valueAt } from './named.ts';
import type { ReadDb } from './types.ts';

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

interface TellsOfUnits {
  readonly quarter: Quarter;
  readonly units: readonly { readonly id: string }[];
}

/** Whether a file tells of units of the session's agreements alone; `db` is a reading connection. */
export function seesUnits(db: Pick<ReadDb, 'all'>, session: Session, { quarter: of, units }: TellsOfUnits): boolean {
  if (session.agreementIds === null) return true;
  const rows = db.all<{ id: string }>(
    sql`select unit_id as id from temp.session_unit where last_month >= ${quarterMonths(of)[2]}`,
  );
  const seen = new Set(rows.map(({ id }) => id));
  return units.every(({ id }) => seen.has(id));
}
