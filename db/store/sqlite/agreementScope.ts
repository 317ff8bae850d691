import { agreementRows, quarterEnd } from '../agreementRules.ts';
import type { RawDatabase } from './connection.ts';

const ownAgreement = (column: string): string => `${column} IN (SELECT agreement_id FROM temp.session_agreement)`;
const ownUnit = (unit: string, month?: string): string =>
  `EXISTS (SELECT 1 FROM temp.session_unit AS own WHERE own.unit_id = ${unit}${month === undefined ? '' : ` AND ${month} <= own.last_month`})`;
const visibleRows = agreementRows({
  agreement: ownAgreement,
  unit: ownUnit,
  // Whatever other units it speaks of.
  pack: (column) => `${column} IN (SELECT pack_id FROM main.pack_unit WHERE ${ownUnit('pack_unit.unit_id')})`,
  base: 'main',
});

const kept = (path: string, where: string): string =>
  `(SELECT json_group_array(json(part.value)) FROM json_each(pack.payload, '${path}') AS part WHERE ${where})`;
const field = (name: string): string => `json_extract(part.value, '$.${name}')`;
const unitIdOf = `(SELECT json_extract(named.value, '$.id') FROM json_each(pack.payload, '$.units') AS named
  WHERE json_extract(named.value, '$.code') = ${field('unitCode')})`;

/** A count over all units of a pack is said of none of them alone. */
const speaksOfOthers = `EXISTS (SELECT 1 FROM main.pack_unit WHERE pack_id = pack.id AND NOT ${ownUnit('pack_unit.unit_id')})`;

/** What is left of a pack that speaks of other units too. */
const visibleParts: Readonly<Record<string, string>> = {
  units: `(SELECT json_group_array(json(named.value)) FROM json_each(pack.units) AS named
    WHERE named.key IN (SELECT place FROM main.pack_unit WHERE pack_id = pack.id AND ${ownUnit('pack_unit.unit_id')}))`,
  payload: `json_set(pack.payload,
    '$.units', ${kept('$.units', ownUnit(field('id')))},
    '$.countingRules', ${kept('$.countingRules', ownUnit(field('unitId'), `substr(${field('validFrom')}, 1, 7)`))},
    '$.panel', ${kept('$.panel', ownUnit(field('unitId'), field('month')))},
    '$.indicators', ${kept('$.indicators', ownUnit(unitIdOf, quarterEnd('pack')))},
    '$.stock', ${kept('$.stock', ownUnit(field('unitId'), quarterEnd('pack')))},
    '$.notReviewed', CASE WHEN ${speaksOfOthers} THEN NULL ELSE json_extract(pack.payload, '$.notReviewed') END)`,
};

/** The end of the quarter in which a unit's time under an agreement ends: a return covers whole quarters. */
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
