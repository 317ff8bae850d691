import { sha256 } from '../../db/ground/kernel/signing.ts';
import type { TwoAgreements } from './twoAgreements.ts';

/** Rows of the other agreement, and of units that are its alone, by their hashes: read without a view, by the writing connection. */
export function othersRows(two: TwoAgreements): readonly string[] {
  const { raw } = two.test.store.requireUnlocked();
  const others = [two.units.BETA1.unitId, two.units.BETA2.unitId].map((id) => `'${id}'`).join(', ');
  const tables = raw.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all() as string[];
  return tables.flatMap((table) => {
    const columns = raw.pragma(`main.table_info(${table})`) as { name: string }[];
    const has = (name: string): boolean => columns.some((each) => each.name === name);
    const where = has('agreement_id')
      ? `agreement_id IN ('${two.beta}', '${two.workspaceId}')`
      : has('unit_id')
        ? `unit_id IN (${others}) OR (unit_id = '${two.units.MOVED.unitId}' AND ${has('month') ? "month > '2026-09'" : has('quarter') ? '(fiscal_year, quarter) > (2026, 2)' : '0'})`
        : table === 'agreement' || table === 'unit'
          ? `id IN ('${two.beta}', ${others})`
          : table === 'funder_template'
            ? `id = '${two.rows.beta.templateId}'`
            : null;
    if (where === null) return [];
    const rows = raw.prepare(`SELECT * FROM main.${table} WHERE ${where}`).raw().all();
    return rows.map((row) => `${table} ${sha256(JSON.stringify(row))}`).sort();
  });
}
