import { gt } from 'drizzle-orm';
import type { Output } from '#contract/index';
import { quarterMonths, type FiscalQuarter, type FiscalYear, type Quarter } from '#contract/ground/dates';
import { canonicalJson } from '../../ground/kernel/canonicalJson.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { sha256 } from '../../ground/kernel/signing.ts';
import { correction, issuedPack, isNotReviewed } from '../../ground/schema/unit/corrections.ts';
import { panelCells, readQuarterPanel } from './build.ts';
import { facts, isIn } from './corrected.ts';
import type { PackCell } from './format.ts';

/** From the id of a period: `2026-2`. */
function quarterOfId(id: string): Quarter {
  const [year, number] = id.split('-').map(Number);
  return { fiscalYear: year as FiscalYear, quarter: number as FiscalQuarter };
}

/** By which what was said of a quarter is compared with what would be said now. */
export function figuresHash(panel: readonly PackCell[], quarter: Quarter): string {
  const months: ReadonlySet<string> = new Set(quarterMonths(quarter));
  return sha256(canonicalJson(panel.filter(({ month }) => months.has(month))));
}

const byQuarter = (a: { readonly quarter: Quarter }, b: { readonly quarter: Quarter }): number =>
  a.quarter.fiscalYear - b.quarter.fiscalYear || a.quarter.quarter - b.quarter.quarter;

/**
 * The quarters whose pack says no longer what the records say, with the corrections since: a late entry, an import or an extract moves
 * figures too, and is no correction.
 */
export async function changedSince(db: ReadDb, counted: ReadDb): Promise<Output<'packs.preview'>['corrected']> {
  const rows = await db.select().from(issuedPack);
  const issued = rows.map((row) => ({ ...row, quarter: quarterOfId(row.quarter) })).sort(byQuarter);
  const last = issued.at(-1);
  if (last === undefined) return [];
  const panel = panelCells(await readQuarterPanel(db, last.quarter));
  const first = Math.min(...issued.map(({ exportedAt }) => exportedAt));
  const since = await counted.select(facts).from(correction).where(gt(correction.at, first));
  return issued.flatMap(({ quarter, exportedAt, figures }) => {
    const moved = since.filter((row) => row.at > exportedAt).filter(isIn(quarter));
    const isChanged = figures !== null && figures !== figuresHash(panel, quarter);
    if (moved.length === 0 && !isChanged) return [];
    return { quarter, corrections: moved.length, notReviewed: moved.filter(isNotReviewed).length };
  });
}
