import type { WorkspaceKind } from '#contract/ground/codes';
import { quarterEnd } from '../../agreementRules.ts';
import { searchedColumns } from '../../searchedColumns.ts';
import { caseTables, elsewhereViews, unsealed, type SealedIds } from '../../scopeRules.ts';
import { countedViews } from './counted.ts';
import { must } from '../../../ground/kernel/assert.ts';
import { quoted, type DatabaseRoles } from './roles.ts';
import { ruleOf, serverTables, type TableRule } from './tableRules.ts';
import { storedTables } from './tables.ts';

const files = import.meta.glob<string>('./*.sql', { query: '?raw', import: 'default', eager: true });
const statementsOf = (name: string): string => must(files[`./${name}.sql`], 'it is beside this file');

/** In a view, which asks as the owner of all. */
const allSealed: SealedIds = {
  all: 'SELECT item_id FROM public.sealed_item',
  within: (table) => `SELECT id FROM vigie.sealed_${table}`,
};

/** Of each table through whose file a record may be sealed. */
const sealedWithin = [
  ...new Set(
    Object.values(caseTables).flatMap((sealing) =>
      typeof sealing === 'string' ? [] : sealing.flatMap(({ within }) => within ?? []),
    ),
  ),
];

/** The policies of a table by its rule, and what else its rows ask for. */
function tableRights(name: string, rule: Omit<TableRule, 'name'>, people: string): string[] {
  const { seen, written, added = written, locked = written, unsealed: isShown, owesAudit } = rule;
  const policy = (called: string, acts: string, condition: string): string =>
    `CREATE POLICY ${called} ON ${name} AS ${acts} TO ${people} ${condition}`;
  return [
    `ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY`,
    `GRANT SELECT${written === null ? '' : ', INSERT, UPDATE, DELETE'} ON ${name} TO ${people}`,
    policy('seen', 'PERMISSIVE FOR SELECT', `USING (${seen})`),
    ...(written === null
      ? []
      : [
          policy('added', 'PERMISSIVE FOR INSERT', `WITH CHECK (${added})`),
          policy('changed', 'PERMISSIVE FOR UPDATE', `USING (${locked}) WITH CHECK (${written})`),
          policy('removed', 'PERMISSIVE FOR DELETE', `USING (${written})`),
        ]),
    // Of each kind of statement: without a condition of its own, one that removes is not asked what it may see.
    ...(isShown === undefined ? [] : ['SELECT', 'UPDATE', 'DELETE']).map((act) =>
      policy(`unsealed_${act.toLowerCase()}`, `RESTRICTIVE FOR ${act}`, `USING (${isShown})`),
    ),
    ...(owesAudit
      ? [`CREATE TRIGGER owe_audit AFTER INSERT OR UPDATE OR DELETE ON ${name} EXECUTE FUNCTION vigie.owe_audit()`]
      : []),
  ];
}

/** What one unit may know of another's files: no row by which a file could be opened. */
function unitViews(): string[] {
  const within = sealedWithin.map(
    (table) => `CREATE OR REPLACE VIEW vigie.sealed_${table} AS SELECT id FROM public.${table}
      WHERE investigation_id IN (SELECT item_id FROM public.sealed_item) AND vigie.person() IS NOT NULL`,
  );
  const elsewhere = Object.entries(elsewhereViews).map(
    ([view, { table, columns, where }]) => `CREATE OR REPLACE VIEW public.${view} WITH (security_barrier) AS
      SELECT ${columns} FROM public.${table} WHERE ${where} AND vigie.person() IS NOT NULL AND unit_id <> ALL (vigie.units())
      AND ${unsealed(caseTables[table] ?? 'never_shown', allSealed)}`,
  );
  return [...within, ...elsewhere];
}

/** The ids of what is in files, by which the audit names it. */
function partsFunction(): string {
  const parts = storedTables('unit').flatMap(({ name, columns }) => {
    const sealing = caseTables[name];
    const file = typeof sealing === 'object' && sealing[0]?.within === undefined ? sealing[0]?.column : undefined;
    const isPart = file?.endsWith('_id') === true && columns.some((column) => column.name === 'id');
    return isPart ? [`SELECT id FROM public.${name} WHERE ${file} = ANY ($1)`] : [];
  });
  return `CREATE OR REPLACE FUNCTION vigie.parts_of(text[]) RETURNS SETOF text
    LANGUAGE sql STABLE AS $$ ${parts.join(' UNION ALL ')} $$`;
}

/** Which records are found by which words. */
function searchedTables(): string[] {
  const tables = Object.entries(searchedColumns);
  const cells = tables.map(
    ([table, columns]) =>
      `SELECT unnest(ARRAY[${columns.join(', ')}]) FROM public.${table} WHERE wanted = '${table}' AND id = record`,
  );
  return [
    `CREATE OR REPLACE FUNCTION vigie.words_of(wanted text, record text) RETURNS SETOF text
      LANGUAGE sql STABLE AS $$
        SELECT token FROM (${cells.join(' UNION ALL ')}) AS own (cell), string_to_table(split_part(cell, ':', 4), '.') AS token
        WHERE token <> '' $$`,
    statementsOf('search'),
    ...tables.map(
      ([
        table,
        columns,
      ]) => `CREATE OR REPLACE TRIGGER searched AFTER INSERT OR DELETE OR UPDATE OF unit_id, ${columns.join(', ')}
        ON public.${table} FOR EACH ROW EXECUTE FUNCTION vigie.searched()`,
    ),
  ];
}

/** What people may call and read of the server's own: what writes there checks for itself who asked. Each name is of one function. */
function ownRights(kind: WorkspaceKind, people: string, entry: string): string[] {
  const callable = [
    ...['is_owner', 'person', 'has_role', 'units', 'last_link', 'link_at', 'append_audit', 'is_new_request'],
    ...['put_slot', 'dismiss', 'recovered', 'role_of'],
    ...(kind === 'unit'
      ? [
          ...['moves_since', 'seals_of', 'sealed_keys', 'known_numbers', 'reached_units', 'reached_files'],
          ...['reach_transfer', 'offers_of', 'reach_counts', 'links_of', 'forget', 'move_sealed'],
        ]
      : ['sees_agreements', 'agreements', 'last_months', 'packs']),
  ];
  const readable = [
    'vigie.server',
    'public.schema_migration',
    ...(kind === 'unit'
      ? [
          'vigie.sealed',
          'vigie.sealed_value',
          'vigie.sealed_entry',
          ...sealedWithin.map((table) => `vigie.sealed_${table}`),
          ...Object.keys(elsewhereViews).map((view) => `public.${view}`),
        ]
      : []),
  ];
  return [
    `REVOKE ALL ON ALL FUNCTIONS IN SCHEMA vigie FROM PUBLIC, ${people}, ${entry}`,
    `GRANT USAGE ON SCHEMA vigie TO ${people}, ${entry}`,
    `GRANT EXECUTE ON FUNCTION vigie.ask_entry(text), vigie.entry_slot(text) TO ${entry}`,
    `GRANT SELECT ON vigie.server, public.schema_migration TO ${entry}`,
    `GRANT EXECUTE ON FUNCTION ${callable.map((each) => `vigie.${each}`).join(', ')} TO ${people}`,
    `GRANT SELECT ON ${readable.join(', ')} TO ${people}`,
  ];
}

/** Every statement that gives people their rights in a database of the kind: written again whole at each preparation. */
export function rightsOf(kind: WorkspaceKind, roles: DatabaseRoles): readonly string[] {
  const people = quoted(roles.people);
  const isUnit = kind === 'unit';
  return [
    ...['rights', 'audit'].map(statementsOf),
    statementsOf(isUnit ? 'unitRights' : 'coordinationRights').replace('QUARTER_END', quarterEnd('own')),
    ...['requests', 'entry'].map(statementsOf),
    ...(isUnit ? [partsFunction(), ...searchedTables(), ...unitViews()] : []),
    ...ownRights(kind, people, quoted(roles.entry)),
    ...(isUnit ? countedViews(people) : []),
    ...storedTables(kind).flatMap((table) => tableRights(`public.${quoted(table.name)}`, ruleOf(table), people)),
    ...(isUnit ? Object.entries(serverTables) : []).flatMap(([name, rule]) =>
      tableRights(`vigie.${name}`, rule, people),
    ),
    statementsOf('paths'),
  ];
}
