import type { BreachCount } from '#contract/accounts/breach';
import type { WorkspaceKind } from '#contract/ground/codes';
import type { RawDatabase } from '../../../store/sqlite/connection.ts';

/** Counted where it lies, sealed or not: who opened the file with other tools had all of it. */
const counted: Readonly<Record<WorkspaceKind, Readonly<Partial<Record<BreachCount, string>>>>> = {
  unit: {
    referrals: 'SELECT count(*) FROM referral',
    investigations: 'SELECT count(*) FROM investigation',
    persons: 'SELECT count(*) FROM person',
    victims: "SELECT count(*) FROM person WHERE role = 'victim'",
    named: 'SELECT count(*) FROM person WHERE name IS NOT NULL',
    born: 'SELECT count(*) FROM person WHERE birth_date IS NOT NULL',
    identifiers: 'SELECT count(*) FROM identifier',
    notes: 'SELECT count(*) FROM note',
    devices: 'SELECT coalesce(sum(device_count), 0) FROM device',
    packages: 'SELECT count(*) FROM paper',
    sealed: 'SELECT count(*) FROM sealed_item WHERE seal_id IN (SELECT id FROM seal WHERE unsealed_at IS NULL)',
  },
  coordination: {
    agreements: 'SELECT count(*) FROM agreement',
    funding:
      'SELECT (SELECT count(*) FROM budget_line) + (SELECT count(*) FROM cash_entry) + (SELECT count(*) FROM position)',
    packs: 'SELECT count(*) FROM pack',
    returns: 'SELECT count(*) FROM funding_return',
  },
};

const ofBoth: Readonly<Partial<Record<BreachCount, string>>> = {
  accounts: 'SELECT count(*) FROM user',
  entries: 'SELECT count(*) FROM audit_entry',
};

/** Of a store, or of a backup of an earlier version, which may lack a table: that is left out, not zero. */
export function countsOf(raw: RawDatabase, kind: WorkspaceKind): readonly { what: BreachCount; count: number }[] {
  return Object.entries({ ...counted[kind], ...ofBoth }).flatMap(([what, sql]) => {
    try {
      return [{ what: what as BreachCount, count: raw.prepare(sql).pluck().get() as number }];
    } catch (error) {
      if (error instanceof Error && /^no such (?:table|column)/.test(error.message)) return [];
      throw error;
    }
  });
}
