import type { RawDatabase } from './connection.ts';

const ownAgreement = (column: string): string => `${column} IN (SELECT agreement_id FROM temp.session_agreement)`;
/** A unit is seen for as long as one of the agreements funds it, and with all that came before. */
const ownUnit = (unit: string, month?: string): string =>
  `EXISTS (SELECT 1 FROM temp.session_unit AS own WHERE own.unit_id = ${unit}${month === undefined ? '' : ` AND ${month} <= own.last_month`})`;
/** The last month of a quarter that two columns name. */
const quarterEnd = (table: string): string =>
  `printf('%04d-%02d', ${table}.fiscal_year + (${table}.quarter = 4), ${table}.quarter * 3 % 12 + 3)`;
const ofQuarter = (table: string): string => ownUnit(`${table}.unit_id`, quarterEnd(table));
/** A pack is the source of a unit's months, whatever other units it speaks of. */
const ownPack = (column: string): string =>
  `${column} IN (SELECT pack_id FROM main.pack_unit WHERE ${ownUnit('pack_unit.unit_id')})`;

const byAgreement = [
  'agreement_unit',
  'budget_line',
  'cash_entry',
  'position',
  'training',
  'equipment',
  'activity',
  'risk',
  'due_report',
  'indicator_target',
  'funding_change',
  'explanation',
  'narrative',
  'return_actuals',
  'attestation',
  'restatement_reason',
  'funding_return',
  'annual_report',
  'annual_text',
  'other_source',
] as const;

/** What is left of each table to a session that sees some agreements only. */
const visibleRows: Readonly<Record<string, string>> = {
  agreement: ownAgreement('id'),
  ...Object.fromEntries(byAgreement.map((table) => [table, ownAgreement('agreement_id')])),
  return_release: `return_id IN (SELECT id FROM main.funding_return WHERE ${ownAgreement('agreement_id')})`,
  unit: ownUnit('unit.id'),
  counting_rule: ownUnit('counting_rule.unit_id', 'substr(counting_rule.valid_from, 1, 7)'),
  unit_month: ownUnit('unit_month.unit_id', 'unit_month.month'),
  unit_stock: ofQuarter('unit_stock'),
  entered_value: ofQuarter('entered_value'),
  pack: ownPack('id'),
  pack_unit: ownUnit('pack_unit.unit_id'),
  // It is the whole return of an agreement, with all its units and money.
  received_return: `pack_id IN (SELECT id FROM main.pack WHERE ${ownAgreement('workspace_id')})`,
  confirmed_key: `fingerprint IN (SELECT fingerprint FROM main.pack WHERE ${ownPack('id')})`,
  // A mapping that names a unit is for the return of an agreement that has it.
  funder_template: `NOT EXISTS (SELECT 1 FROM json_each(funder_template.cells) AS cell
    WHERE json_extract(cell.value, '$.source.unitCode') NOT IN (SELECT code FROM main.unit WHERE ${ownUnit('unit.id')}))`,
};

const kept = (path: string, where: string): string =>
  `(SELECT json_group_array(json(part.value)) FROM json_each(pack.payload, '${path}') AS part WHERE ${where})`;
const field = (name: string): string => `json_extract(part.value, '$.${name}')`;
const unitIdOf = `(SELECT json_extract(named.value, '$.id') FROM json_each(pack.payload, '$.units') AS named
  WHERE json_extract(named.value, '$.code') = ${field('unitCode')})`;

/** What is left of a pack that speaks of other units too. */
const visibleParts: Readonly<Record<string, string>> = {
  units: `(SELECT json_group_array(json(named.value)) FROM json_each(pack.units) AS named
    WHERE named.key IN (SELECT place FROM main.pack_unit WHERE pack_id = pack.id AND ${ownUnit('pack_unit.unit_id')}))`,
  payload: `json_set(pack.payload,
    '$.units', ${kept('$.units', ownUnit(field('id')))},
    '$.countingRules', ${kept('$.countingRules', ownUnit(field('unitId'), `substr(${field('validFrom')}, 1, 7)`))},
    '$.panel', ${kept('$.panel', ownUnit(field('unitId'), field('month')))},
    '$.indicators', ${kept('$.indicators', ownUnit(unitIdOf, quarterEnd('pack')))},
    '$.stock', ${kept('$.stock', ownUnit(field('unitId'), quarterEnd('pack')))})`,
};

/** The end of the quarter in which a unit's time under an agreement ends: a return tells of whole quarters. */
const lastMonth = `coalesce((SELECT max(CASE WHEN to_date IS NULL THEN '9999-12'
    ELSE substr(to_date, 1, 5) || printf('%02d', (substr(to_date, 6, 2) + 2) / 3 * 3) END)
  FROM main.agreement_unit WHERE agreement_unit.unit_id = session_unit.unit_id AND ${ownAgreement('agreement_id')}), '')`;

function columnsOf(raw: RawDatabase, table: string): string {
  if (table !== 'pack') return '*';
  const names = raw.prepare("SELECT name FROM pragma_table_info('pack', 'main')").pluck().all() as string[];
  return names.map((name) => (visibleParts[name] ? `${visibleParts[name]} AS ${name}` : name)).join(', ');
}

/**
 * The one place where it is decided what of the agreements a session sees. Each table is hidden behind a temporary view of the same name, as
 * the case tables of a unit are, so that no query of any author sees, counts or adds up another agreement's rows. A session of all
 * agreements (`null`) has no such view. Needs `session_unit`, filled.
 */
export function scopeToAgreements(raw: RawDatabase, agreementIds: readonly string[] | null): void {
  raw.exec('CREATE TEMP TABLE IF NOT EXISTS session_agreement (agreement_id TEXT PRIMARY KEY NOT NULL) WITHOUT ROWID');
  raw.prepare('DELETE FROM temp.session_agreement').run();
  const insert = raw.prepare('INSERT INTO temp.session_agreement VALUES (?)');
  for (const id of agreementIds ?? []) insert.run(id);
  for (const table of Object.keys(visibleRows)) raw.exec(`DROP VIEW IF EXISTS temp.${table}`);
  if (agreementIds === null) return;
  raw.prepare(`UPDATE temp.session_unit SET last_month = ${lastMonth}`).run();
  for (const [table, condition] of Object.entries(visibleRows))
    raw.exec(`CREATE TEMP VIEW ${table} AS SELECT ${columnsOf(raw, table)} FROM main.${table} WHERE ${condition}`);
}
