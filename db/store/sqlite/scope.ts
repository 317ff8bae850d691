import type { Session } from '#contract/store/session';
import { scopeToAgreements } from './agreementScope.ts';
import type { RawDatabase } from './connection.ts';
import {
  bookTables,
  caseTables,
  draftSealing,
  elsewhereViews,
  linkTables,
  personalTables,
  sharedTables,
  unsealed,
  type SealedIds,
  type Sealing,
} from '../scopeRules.ts';

const sealed: SealedIds = {
  all: 'SELECT item_id FROM main.sealed_item',
  within: (table) => `SELECT id FROM main.${table} WHERE investigation_id IN (${sealed.all})`,
};

/** `shown`: what a page may show. `counted`: what a figure counts, to which a sealed file belongs. */
type Seen = 'shown' | 'counted';

/** Of a record whose correction is sealed none, by any author and at any time. */
const shownValues = `sequence NOT IN (SELECT sequence FROM main.sealed_value)
  AND NOT EXISTS (SELECT 1 FROM main.audit_entry AS entry WHERE entry.sequence = audit_value.sequence
    AND entry.subject_id IN (SELECT record_id FROM main.correction WHERE id IN (${sealed.all})))`;

const ownUser = 'user_id IN (SELECT user_id FROM temp.session_user)';
const ownUnit = 'unit_id IN (SELECT unit_id FROM temp.session_unit)';

/** What is left of a table, by its name. */
function visibleRows(seen: Seen): Readonly<Record<string, string>> {
  const shown = (sealing: Sealing): string => (seen === 'shown' ? unsealed(sealing, sealed) : 'TRUE');
  const each = (tables: Readonly<Record<string, Sealing>>, where: (shown: string) => string): [string, string][] =>
    Object.entries(tables).map(([table, sealing]) => [table, where(shown(sealing))]);
  return Object.fromEntries([
    // The plus keeps the planner from driving a list by unit: the sorting index, which holds the unit, stays in charge.
    ...each(caseTables, (condition) => `+${ownUnit} AND ${condition}`),
    ...personalTables.map((table): [string, string] => [table, ownUser]),
    // Where a draft is about a file it goes with the file's unit.
    ['draft', `${ownUser} AND (unit_id IS NULL OR ${ownUnit}) AND ${shown(draftSealing)}`],
    ...each(sharedTables, (condition) => `(${ownUnit} OR to_${ownUnit}) AND ${condition}`),
    ...(seen === 'shown' ? each(linkTables, (condition) => condition) : []),
    ...(seen === 'shown' ? [['audit_value', shownValues] as const] : []),
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
  for (const [view, { table, columns, where }] of Object.entries(elsewhereViews)) {
    if (!held.has(table)) continue;
    raw.exec(
      `CREATE TEMP VIEW IF NOT EXISTS ${view} AS SELECT ${columns} FROM main.${table}
       WHERE ${where} AND ${unsealed(caseTables[table] ?? 'never_shown', sealed)} AND +unit_id NOT IN (SELECT unit_id FROM temp.session_unit)`,
    );
  }
}
