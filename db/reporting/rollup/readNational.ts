import { asc, eq } from 'drizzle-orm';
import { defaultAssumptions } from '#contract/statistics/assumptions';
import { addMonths, quarterMonths } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import type { ParsedInput } from '#contract/index';
import type { National } from '#contract/reporting/rollup';
import { readRecorded } from '../../statistics/backlog/recorded.ts';
import { runStock } from '../../statistics/backlog/stock.ts';
import { estimateUnits } from '../../statistics/estimate/estimate.ts';
import { cellsByUnit } from '../indicators/unitCells.ts';
import { must } from '../../ground/kernel/assert.ts';
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
  const to = quarterMonths(quarter)[2];
  const from = addMonths(to, 1 - span);
  const rows = await db.select().from(unit).where(eq(unit.active, true)).orderBy(asc(unit.code));
  const ids = rows.map((each) => each.id);
  const recorded = await readRecorded(db, ids, to);
  const cells = cellsByUnit(await readPanel(db, ids, addMonths(from, -span), to), ids);
  const forms = new Set<string | null>(
    (await db.select({ id: pack.id }).from(pack).where(eq(pack.kind, 'kit'))).map((each) => each.id),
  );
  const units = rows.map(({ id, code, nameEn, nameFr }): KnownUnit => ({
    facts: {
      unitId: id as UnitId,
      code,
      name: { en: nameEn, fr: nameFr },
      unsigned: cells.some((each) => each.unitId === id && each.all.some((cell) => forms.has(cell.packId))),
    },
    cells: must(
      cells.find((each) => each.unitId === id),
      'every unit has its part of the panel, if an empty one',
    ),
    stock: runStock(recorded.get(id) ?? [], to, 'not_reported'),
  }));
  const estimates =
    ids.length === 0 ? null : await estimateUnits(db, ids, to, defaultAssumptions, context, context.job(jobId));
  return nationalView(units, { from, to }, estimates);
}
