import { eq } from 'drizzle-orm';
import { defaultAssumptions } from '#contract/statistics/assumptions';
import { addMonths } from '#contract/ground/dates';
import { periodOf } from '#contract/ground/period';
import { runStock } from '../../statistics/backlog/stock.ts';
import { estimateUnits } from '../../statistics/estimate/estimate.ts';
import { unit } from '../../ground/schema/common/units.ts';
import type { ReadHandler } from '../../store/types.ts';
import { readPanel } from '../../ledger/unitMonths/panel.ts';
import { readUnsigned } from '../packs/unsigned.ts';
import { nationalView, type KnownUnit } from './national.ts';
import { readUnits } from '../../accounts/people/unitRows.ts';

/** Under the default assumptions, as in every return, so that the two can be compared. */
export const readNational: ReadHandler<'rollup.national'> = async (db, { quarter, span, jobId }, context) => {
  const to = periodOf(quarter).lastMonth;
  const from = addMonths(to, 1 - span);
  const rows = await readUnits(db, eq(unit.active, true));
  const ids = rows.map((each) => each.id);
  const panel = await readPanel(db, ids, { to });
  const before = addMonths(from, -span);
  const unsignedOf = await readUnsigned(db);
  const units = rows.map(({ id, code, name }): KnownUnit => {
    const isUnsigned = unsignedOf(code);
    return {
      facts: {
        unitId: id,
        code,
        name,
        unsigned: panel.of(id).all.some((cell) => cell.month >= before && isUnsigned(cell)),
      },
      cells: panel.of(id),
      isUnsigned,
      stock: runStock(panel.of(id), to, 'not_reported'),
    };
  });
  const estimates =
    ids.length === 0 ? null : await estimateUnits(db, ids, to, defaultAssumptions, context, context.job(jobId));
  return nationalView(units, { from, to }, estimates);
};
