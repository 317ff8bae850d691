import { asc, eq } from 'drizzle-orm';
import { defaultAssumptions } from '#contract/statistics/assumptions';
import { addMonths } from '#contract/ground/dates';
import { periodOf } from '#contract/ground/period';
import type { UnitId } from '#contract/ground/ids';
import type { ParsedInput } from '#contract/index';
import type { National } from '#contract/reporting/rollup';
import { runStock } from '../../statistics/backlog/stock.ts';
import { estimateUnits } from '../../statistics/estimate/estimate.ts';
import { pack } from '../../ground/schema/coordination/packs.ts';
import { unit } from '../../ground/schema/common/units.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { ReadContext } from '../../store/types.ts';
import { readPanel } from '../../ledger/unitMonths/panel.ts';
import { nationalView, type KnownUnit } from './national.ts';

/** Under the default assumptions, as in every return, so that the two can be compared. */
export async function readNational(
  db: ReadDb,
  { quarter, span, jobId }: ParsedInput<'rollup.national'>,
  context: ReadContext,
): Promise<National> {
  const to = periodOf(quarter).lastMonth;
  const from = addMonths(to, 1 - span);
  const rows = await db.select().from(unit).where(eq(unit.active, true)).orderBy(asc(unit.code));
  const ids = rows.map((each) => each.id);
  const panel = await readPanel(db, ids, { to });
  const before = addMonths(from, -span);
  const forms = new Set<string | null>(
    (await db.select({ id: pack.id }).from(pack).where(eq(pack.kind, 'kit'))).map((each) => each.id),
  );
  const units = rows.map(({ id, code, nameEn, nameFr }): KnownUnit => ({
    facts: {
      unitId: id as UnitId,
      code,
      name: { en: nameEn, fr: nameFr },
      unsigned: panel.of(id).all.some((cell) => cell.month >= before && forms.has(cell.packId)),
    },
    cells: panel.of(id),
    stock: runStock(panel.of(id), to, 'not_reported'),
  }));
  const estimates =
    ids.length === 0 ? null : await estimateUnits(db, ids, to, defaultAssumptions, context, context.job(jobId));
  return nationalView(units, { from, to }, estimates);
}
