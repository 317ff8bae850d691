import type { Quarter } from '#contract/ground/dates';
import { periodOf } from '#contract/ground/period';
import type { UnitId } from '#contract/ground/ids';
import type { UnitStock } from '#contract/reporting/indicators';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { auditHead } from '../../store/audit/append.ts';
import { notReviewedIn } from './corrected.ts';
import { readStocks } from './quarterStock.ts';
import { readCategories } from '../breakdowns/read.ts';
import { tellBreakdowns } from '../breakdowns/tell.ts';
import { unitFigures } from '../indicators/figures.ts';
import { framework } from '../indicators/framework.ts';
import { applicationVersion, schemaVersion } from '../../ground/kernel/versions.ts';
import { unit } from '../../ground/schema/common/units.ts';
import { getSetting } from '../../store/settings.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { ReadContext } from '../../store/types.ts';
import { readNotKept, withoutNotKept } from '../../ledger/unitMonths/notKept.ts';
import { panelOf, readPanel, type Panel, type PanelCell } from '../../ledger/unitMonths/panel.ts';
import { packFigureOf, type PackCell, type PackPayload } from './format.ts';
import { sortCells } from './rules.ts';
import { readUnits } from '../../accounts/people/unitRows.ts';
import { readCountingRules } from '../../ledger/ledger/countingRules.ts';

export interface QuarterPanel {
  readonly units: PackPayload['units'];
  readonly panel: Panel;
}

/** The workspace's units and all that is known of them up to the end of the quarter. */
export async function readQuarterPanel(db: ReadDb, quarter: Quarter): Promise<QuarterPanel> {
  const known = await readUnits(db);
  const units = known.map(({ id, code, name, service }) => ({ id, code, name, service }));
  const ids = units.map((each) => each.id);
  const to = periodOf(quarter).lastMonth;
  const { cells } = await readPanel(db, ids, { to });
  return { units, panel: panelOf(withoutNotKept(cells, await readNotKept(db, ids), to)) };
}

function indicatorsOf(
  { units, panel }: QuarterPanel,
  quarter: Quarter,
  stocks: ReadonlyMap<string, UnitStock>,
): PackPayload['indicators'] {
  return units.flatMap(({ id, code }) => {
    const stock = stocks.get(id);
    const figures = unitFigures(panel.of(id), quarter, undefined, stock && { stock, packId: null });
    return figures.map((figure) => packFigureOf(figure, code));
  });
}

/** The stocks with the parts of the quarter's counts, as the rows of each unit tell them. */
async function withBreakdowns(
  db: ReadDb,
  { units, panel }: QuarterPanel,
  quarter: Quarter,
  stocks: ReadonlyMap<string, UnitStock>,
): Promise<ReadonlyMap<string, UnitStock>> {
  const ids = units.map((each) => each.id);
  const counts = await readCategories(db, ids, quarter);
  return new Map(
    [...stocks].map(([id, stock]) => {
      const own = panel.of(id);
      return [id, { ...stock, breakdowns: tellBreakdowns(own, unitFigures(own, quarter), quarter, counts) }];
    }),
  );
}

/** Value and status say the same in a pack: a blank is not available, and only a zero is a confirmed zero. */
function packCellOf({ unitId, month, measure, value, status, source }: PanelCell): PackCell {
  const said = status === 'zero_confirmed' && value !== 0 ? 'complete' : status;
  return {
    unitId: unitId as UnitId,
    month,
    measure,
    value: said === 'not_available' ? null : value,
    status: value === null ? 'not_available' : said,
    source,
  };
}

/** What a pack says of the months. */
export const panelCells = ({ panel }: QuarterPanel): PackCell[] => sortCells(panel.cells).map(packCellOf);

/** Whether the reading connection shows the files of every unit that the pack covers. */
export async function seesAllUnits(db: ReadDb, { session }: Pick<ReadContext, 'session'>): Promise<boolean> {
  const units = await db.select({ id: unit.id }).from(unit);
  return units.every(({ id }) => session.unitIds.some((own) => own === id));
}

/** A server shows nobody the files of another unit: in a pack, or what one would lack, such a unit would seem to have none. */
export async function requireShown(db: ReadDb, context: Pick<ReadContext, 'session' | 'isOnServer'>): Promise<void> {
  if (context.isOnServer && !(await seesAllUnits(db, context))) throw new StoreFailure('forbidden', 'all_units_needed');
}

/** `db` must show the files of all units. */
export async function buildPayload(
  db: ReadDb,
  quarter: Quarter,
  { session, memory, clock, derive }: Pick<ReadContext, 'session' | 'memory' | 'clock' | 'derive'>,
): Promise<PackPayload> {
  const known = await readQuarterPanel(db, quarter);
  const unitIds = known.units.map((each) => each.id);
  const whole = { memory, clock, derive, session: { ...session, unitIds } };
  const stocks = await withBreakdowns(db, known, quarter, await readStocks(db, unitIds, quarter, whole));
  const { id, name, demonstration } = await getSetting(db, 'workspace');
  return {
    workspace: { id, name, demonstration },
    quarter,
    exportedAt: clock.now(),
    auditHead: await auditHead(db),
    application: applicationVersion,
    schema: await schemaVersion(db),
    units: known.units,
    countingRules: await readCountingRules(db, unitIds, periodOf(quarter).lastDay),
    panel: panelCells(known),
    indicators: indicatorsOf(known, quarter, stocks),
    stock: [...stocks].map(([id, stock]) => ({ unitId: id as UnitId, stock })),
    notReviewed: await notReviewedIn(db, quarter),
    framework: { version: framework.version, indicators: framework.indicators },
  };
}
