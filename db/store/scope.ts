import type { Session } from '#contract/session';
import type { RawDatabase } from './connection.ts';

const caseTables = [
  'referral',
  'referral_event',
  'referral_score',
  'referral_check',
  'danger_decision',
  'protection_notice',
  'investigation',
  'investigation_event',
  'arrest',
  'charge',
  'person',
  'identifier',
  'file_offence',
  'clearance',
  'support_referral',
  'delay_deduction',
  'tally_policy',
  'victim_tally',
  'authority',
  'clock_override',
  'note',
  'task',
  'device',
  'partner',
  'file_partner',
  'operation',
  'operation_file',
  'related_file',
  'next_step',
  'handover',
  'reassignment',
  'reassigned_item',
  'paper',
  'paper_decision',
  'paper_record',
  'ledger_entry',
  'search_entry',
  'import_month',
  'extract_record',
  'extract_change',
  'referral_count',
  'exchange',
  'exchange_message',
] as const;

/** What belongs to one user; where it is about a file it goes with the file's unit. */
const personalTables = {
  draft: 'AND (unit_id IS NULL OR unit_id IN (SELECT unit_id FROM temp.session_unit))',
  list_view: '',
  list_setting: '',
} as const;

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
  },
  identifier_elsewhere: {
    table: 'identifier',
    columns: 'unit_id, kind, identifier_key, service, port, seen_at',
    where: 'TRUE',
  },
} as const;

/** Derived of the files of several units together, and shown to a session of just these units. */
const bookTables = ['backlog_book', 'backlog_block'] as const;
/** A transfer is the business of two units: the sender's and the receiver's. */
const sharedTables = ['transfer'] as const;

/**
 * The one place where unit scope is applied. On a reading connection each case table is hidden behind a temporary view of
 * the same name (SQLite looks in the temporary schema first), so no query of any author sees another unit's rows;
 * what is personal is hidden from everybody else in the same way.
 * The plus keeps the planner from driving a list by unit: the sorting index, which holds the unit, stays in charge.
 * On PostgreSQL the same is row-level security.
 */
export function scopeToSession(raw: RawDatabase, { user, unitIds }: Pick<Session, 'user' | 'unitIds'>): void {
  raw.exec('CREATE TEMP TABLE IF NOT EXISTS session_unit (unit_id TEXT PRIMARY KEY NOT NULL) WITHOUT ROWID');
  raw.prepare('DELETE FROM temp.session_unit').run();
  const insert = raw.prepare('INSERT INTO temp.session_unit VALUES (?)');
  for (const unitId of unitIds) insert.run(unitId);
  raw.exec('CREATE TEMP TABLE IF NOT EXISTS session_user (user_id TEXT PRIMARY KEY NOT NULL) WITHOUT ROWID');
  raw.prepare('DELETE FROM temp.session_user').run();
  raw.prepare('INSERT INTO temp.session_user VALUES (?)').run(user.id);
  const held = new Set(raw.prepare("SELECT name FROM main.sqlite_master WHERE type = 'table'").pluck().all());
  for (const table of caseTables.filter((each) => held.has(each))) {
    raw.exec(
      `CREATE TEMP VIEW IF NOT EXISTS ${table} AS SELECT * FROM main.${table}
       WHERE +unit_id IN (SELECT unit_id FROM temp.session_unit)`,
    );
  }
  for (const [table, within] of Object.entries(personalTables).filter(([each]) => held.has(each))) {
    raw.exec(
      `CREATE TEMP VIEW IF NOT EXISTS ${table} AS SELECT * FROM main.${table}
       WHERE user_id IN (SELECT user_id FROM temp.session_user) ${within}`,
    );
  }
  for (const [view, { table, columns, where }] of Object.entries(elsewhereViews)) {
    if (!held.has(table)) continue;
    raw.exec(
      `CREATE TEMP VIEW IF NOT EXISTS ${view} AS SELECT ${columns} FROM main.${table}
       WHERE ${where} AND +unit_id NOT IN (SELECT unit_id FROM temp.session_unit)`,
    );
  }
  for (const table of bookTables.filter((each) => held.has(each))) {
    raw.exec(
      `CREATE TEMP VIEW IF NOT EXISTS ${table} AS SELECT * FROM main.${table} WHERE scope =
       (SELECT group_concat(unit_id, ' ') FROM (SELECT unit_id FROM temp.session_unit ORDER BY unit_id))`,
    );
  }
  for (const table of sharedTables.filter((each) => held.has(each))) {
    raw.exec(
      `CREATE TEMP VIEW IF NOT EXISTS ${table} AS SELECT * FROM main.${table}
       WHERE unit_id IN (SELECT unit_id FROM temp.session_unit) OR to_unit_id IN (SELECT unit_id FROM temp.session_unit)`,
    );
  }
}
