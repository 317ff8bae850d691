import type { Session } from '#contract/store/session';
import { scopeToAgreements } from './agreementScope.ts';
import type { RawDatabase } from './connection.ts';

const sealed = 'SELECT item_id FROM main.sealed_item';
const unless = (...columns: readonly string[]): string =>
  columns.map((column) => `${column} NOT IN (${sealed})`).join(' AND ');
const unlessIn = (column: string, table: string): string =>
  `${column} NOT IN (SELECT id FROM main.${table} WHERE investigation_id IN (${sealed}))`;
const always = '1';
const never = '0';

/** Each case table, with the rows of it that are shown: none of what is sealed. */
const caseTables: Readonly<Record<string, string>> = {
  referral: unless('id'),
  referral_event: unless('referral_id'),
  referral_score: unless('referral_id'),
  referral_check: unless('referral_id'),
  danger_decision: unless('referral_id'),
  protection_notice: unless('referral_id'),
  referral_count: unless('referral_id'),
  investigation: unless('id'),
  investigation_event: unless('investigation_id'),
  arrest: unless('investigation_id'),
  charge: unless('investigation_id'),
  person: unless('file_id', 'id'),
  identifier: unless('file_id', "ifnull(person_id, '')"),
  file_offence: unless('investigation_id'),
  clearance: unless('investigation_id'),
  support_referral: unless('investigation_id'),
  delay_deduction: unlessIn('authority_id', 'authority'),
  tally_policy: always,
  victim_tally: always,
  authority: unless('investigation_id'),
  clock_override: unlessIn('authority_id', 'authority'),
  note: unless('investigation_id', 'id'),
  task: unless('investigation_id'),
  device: unless('investigation_id'),
  partner: always,
  file_partner: unless('investigation_id'),
  operation: always,
  operation_file: unless('investigation_id'),
  related_file: unless('investigation_id', 'other_id'),
  next_step: unless('investigation_id'),
  handover: always,
  reassignment: always,
  reassigned_item: `${unless('item_id')} AND ${unlessIn('item_id', 'task')}`,
  ledger_entry: unless('file_id'),
  // No page shows it: who counted what is asked where a record is written.
  transferred_count: never,
  search_entry: unless('file_id'),
  import_month: always,
  extract_record: `${unless('record_id')} AND ${unlessIn('record_id', 'arrest')} AND ${unlessIn('record_id', 'charge')}`,
  extract_change: `${unless('row_id')} AND ${unlessIn('row_id', 'arrest')} AND ${unlessIn('row_id', 'charge')}`,
  paper: unless('investigation_id'),
  paper_decision: unless('investigation_id'),
  paper_record: unless('investigation_id'),
  exchange: always,
  exchange_message: always,
  seal: always,
  sealed_item: always,
  retention_rule: always,
  retention_hold: unless('file_id'),
};

/** Of no unit, but of what may be sealed. */
const otherTables: Readonly<Record<string, string>> = {
  referral_investigation: unless('referral_id', 'investigation_id'),
  audit_value: 'sequence NOT IN (SELECT sequence FROM main.sealed_value)',
};

/** What belongs to one user. */
const personalTables = ['draft', 'list_view', 'list_setting'] as const;

/**
 * What is told of the other units' files: that one of them holds the same, and nothing by which it could be opened. Filled from
 * the base tables here alone; the rest of the application has no way round the scope.
 */
const elsewhereViews = {
  number_elsewhere: {
    table: 'referral',
    columns: 'unit_id, external_key',
    // A file that went to another unit is that unit's: its number is told once.
    where: "external_key IS NOT NULL AND state <> 'transferred_out'",
    unsealed: unless('id'),
  },
  identifier_elsewhere: {
    table: 'identifier',
    columns: 'unit_id, kind, identifier_key, service, port, seen_at',
    where: 'TRUE',
    unsealed: unless('file_id', "ifnull(person_id, '')"),
  },
} as const;

/** Numbers that are sealed, of every unit: they are held back where they come in again, and nothing else is told of them. */
const sealedNumbers = `CREATE TEMP VIEW IF NOT EXISTS number_sealed AS SELECT unit_id, external_key FROM main.referral
  WHERE external_key IS NOT NULL AND id IN (${sealed})`;

/** Derived of the files of several units together, and shown to a session of just these units. */
const bookTables = ['backlog_book', 'backlog_block'] as const;
/** A transfer is the business of two units: the sender's and the receiver's. */
const sharedTables = { transfer: unless('file_id', "ifnull(received_id, '')") } as const;

/** `shown`: what a page may show. `counted`: what a figure counts, to which a sealed file belongs. */
type Seen = 'shown' | 'counted';

const ownUser = 'user_id IN (SELECT user_id FROM temp.session_user)';
const ownUnit = 'unit_id IN (SELECT unit_id FROM temp.session_unit)';

/** What is left of a table, by its name. */
function visibleRows(seen: Seen): Readonly<Record<string, string>> {
  const shown = (condition: string): string => (seen === 'shown' ? condition : always);
  const each = (tables: Readonly<Record<string, string>>, where: (condition: string) => string): [string, string][] =>
    Object.entries(tables).map(([table, condition]) => [table, where(condition)]);
  return Object.fromEntries([
    // The plus keeps the planner from driving a list by unit: the sorting index, which holds the unit, stays in charge.
    ...each(caseTables, (condition) => `+${ownUnit} AND ${shown(condition)}`),
    ...personalTables.map((table): [string, string] => [table, ownUser]),
    // Where a draft is about a file it goes with the file's unit.
    ['draft', `${ownUser} AND (unit_id IS NULL OR ${ownUnit}) AND ${shown(unless('substr(subject, 1, 36)'))}`],
    ...each(sharedTables, (condition) => `(${ownUnit} OR to_${ownUnit}) AND ${shown(condition)}`),
    ...(seen === 'shown' ? Object.entries(otherTables) : []),
    // One unit of a plan that may not be seen hides the whole of it.
    [
      'plan',
      'NOT EXISTS (SELECT 1 FROM json_each(plan.unit_ids) AS named WHERE named.value NOT IN (SELECT unit_id FROM temp.session_unit))',
    ],
    ...bookTables.map((table): [string, string] => [
      table,
      `scope = (SELECT group_concat(unit_id, ' ') FROM (SELECT unit_id FROM temp.session_unit ORDER BY unit_id))`,
    ]),
  ]);
}

/**
 * The one place where unit scope and sealing are applied. On a reading connection each case table is hidden behind a temporary view of
 * the same name (SQLite looks in the temporary schema first), so no query of any author sees another unit's rows, nor
 * what is sealed; what is personal is hidden from everybody else in the same way. Figures count what is sealed too: for them there
 * is a second reading connection.
 * On PostgreSQL the same is row-level security.
 */
export function scopeToSession(
  raw: RawDatabase,
  { user, unitIds, agreementIds }: Pick<Session, 'user' | 'unitIds' | 'agreementIds'>,
  seen: Seen,
): void {
  raw.exec(
    "CREATE TEMP TABLE IF NOT EXISTS session_unit (unit_id TEXT PRIMARY KEY NOT NULL, last_month TEXT NOT NULL DEFAULT '9999-12') WITHOUT ROWID",
  );
  raw.prepare('DELETE FROM temp.session_unit').run();
  const insert = raw.prepare('INSERT INTO temp.session_unit (unit_id) VALUES (?)');
  for (const unitId of unitIds) insert.run(unitId);
  raw.exec('CREATE TEMP TABLE IF NOT EXISTS session_user (user_id TEXT PRIMARY KEY NOT NULL) WITHOUT ROWID');
  raw.prepare('DELETE FROM temp.session_user').run();
  raw.prepare('INSERT INTO temp.session_user VALUES (?)').run(user.id);
  const held = new Set(raw.prepare("SELECT name FROM main.sqlite_master WHERE type = 'table'").pluck().all());
  if (held.has('agreement')) scopeToAgreements(raw, agreementIds);
  // A coordination workspace has no case, and so nothing sealed.
  const isVisible = visibleRows(held.has('sealed_item') ? seen : 'counted');
  for (const [table, condition] of Object.entries(isVisible).filter(([each]) => held.has(each)))
    raw.exec(`CREATE TEMP VIEW IF NOT EXISTS ${table} AS SELECT * FROM main.${table} WHERE ${condition}`);
  if (held.has('sealed_item')) raw.exec(sealedNumbers);
  for (const [view, { table, columns, where, unsealed }] of Object.entries(elsewhereViews)) {
    if (!held.has(table)) continue;
    raw.exec(
      `CREATE TEMP VIEW IF NOT EXISTS ${view} AS SELECT ${columns} FROM main.${table}
       WHERE ${where} AND ${unsealed} AND +unit_id NOT IN (SELECT unit_id FROM temp.session_unit)`,
    );
  }
}
