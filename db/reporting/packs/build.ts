import { asc, inArray, lte, min, and } from 'drizzle-orm';
import { bilingual, type Bilingual } from '#contract/ground/common';
import { lastDayOf, quarterMonths, type CivilDate, type Month, type Quarter } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import type { UnitStock } from '#contract/reporting/indicators';
import { auditHead } from '../../store/audit/append.ts';
import { readStocks } from './quarterStock.ts';
import { readCategories } from '../breakdowns/read.ts';
import { tellBreakdowns } from '../breakdowns/tell.ts';
import { unitFigures } from '../indicators/figures.ts';
import { framework } from '../indicators/framework.ts';
import { unitLines } from '../indicators/ledgerChain.ts';
import type { HeldStock } from '../indicators/stockFigures.ts';
import { cellsByUnit } from '../indicators/unitCells.ts';
import { applicationVersion, schemaVersion } from '../../ground/kernel/versions.ts';
import { countingRule, unit } from '../../ground/schema/common/units.ts';
import { unitMonth } from '../../ground/schema/common/unitMonths.ts';
import { getSetting } from '../../store/settings.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { ReadContext } from '../../store/types.ts';
import { readNotKept, withoutNotKept } from '../../ledger/unitMonths/notKept.ts';
import { readPanel, type PanelCell } from '../../ledger/unitMonths/panel.ts';
import type { PackCell, PackPayload } from './format.ts';
import { sortCells } from './rules.ts';

interface PackUnit {
  readonly id: UnitId;
  readonly code: string;
  readonly name: Bilingual;
  readonly service: string;
}

export interface QuarterPanel {
  readonly units: readonly PackUnit[];
  readonly cells: readonly PanelCell[];
}

/** The workspace's units and all that is known of them up to the end of the quarter. */
export async function readQuarterPanel(db: ReadDb, quarter: Quarter): Promise<QuarterPanel> {
  const rows = await db.select().from(unit).orderBy(asc(unit.code));
  const units = rows.map(({ id, code, nameEn, nameFr, service }) => ({
    id: id as UnitId,
    code,
    name: bilingual.parse({ en: nameEn, fr: nameFr }),
    service,
  }));
  const ids = units.map((each) => each.id);
  const last = quarterMonths(quarter)[2];
  const [known] = await db
    .select({ first: min(unitMonth.month) })
    .from(unitMonth)
    .where(inArray(unitMonth.unitId, ids));
  const first = (known?.first ?? last) as Month;
  const cells = first > last ? [] : await readPanel(db, ids, first, last);
  return { units, cells: withoutNotKept(cells, await readNotKept(db, ids), last) };
}

async function readRules(db: ReadDb, ids: readonly UnitId[], quarter: Quarter): Promise<PackPayload['countingRules']> {
  const rows = await db
    .select()
    .from(countingRule)
    .where(
      and(inArray(countingRule.unitId, [...ids]), lte(countingRule.validFrom, lastDayOf(quarterMonths(quarter)[2]))),
    )
    .orderBy(asc(countingRule.unitId), asc(countingRule.validFrom));
  return rows.map((row) => ({
    unitId: row.unitId as UnitId,
    validFrom: row.validFrom as CivilDate,
    backlogDefinition: row.backlogDefinition as 'exclude_court' | 'include_court',
    statement: { en: row.statementEn, fr: row.statementFr },
  }));
}

const heldStock = (stock: UnitStock | undefined): HeldStock | null => (stock ? { stock, packId: null } : null);

function indicatorsOf(
  { units, cells }: QuarterPanel,
  quarter: Quarter,
  stocks: ReadonlyMap<string, UnitStock>,
): PackPayload['indicators'] {
  const codes = new Map<string, string>(units.map((each) => [each.id, each.code]));
  return cellsByUnit(cells, [...codes.keys()]).flatMap((each) =>
    unitFigures(each, quarter, unitLines(each, quarter), heldStock(stocks.get(each.unitId))).map((figure) => ({
      code: figure.code,
      unitCode: codes.get(each.unitId) ?? '',
      value: figure.value,
      numerator: figure.numerator,
      denominator: figure.denominator,
      status: figure.status,
      definitionVersion: framework.version,
    })),
  );
}

/** The stocks with the parts of the quarter's counts, as the rows of each unit tell them. */
async function withBreakdowns(
  db: ReadDb,
  { units, cells }: QuarterPanel,
  quarter: Quarter,
  stocks: ReadonlyMap<string, UnitStock>,
): Promise<ReadonlyMap<string, UnitStock>> {
  const ids = units.map((each) => each.id);
  const counts = await readCategories(db, ids, quarter);
  const byUnit = new Map(cellsByUnit(cells, ids).map((each) => [each.unitId, each]));
  return new Map(
    [...stocks].map(([id, stock]) => {
      const own = byUnit.get(id);
      const breakdowns = own ? tellBreakdowns(own, unitFigures(own, quarter), quarter, counts) : [];
      return [id, { ...stock, breakdowns }];
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

/** Whether the reading connection shows the files of every unit that the pack tells of. */
export async function seesAllUnits(db: ReadDb, { session }: Pick<ReadContext, 'session'>): Promise<boolean> {
  const units = await db.select({ id: unit.id }).from(unit);
  return units.every(({ id }) => session.unitIds.some((own) => own === id));
}

/** `db` must show the files of all units. */
export async function buildPayload(
  db: ReadDb,
  quarter: Quarter,
  { session, memory, clock, derive }: Pick<ReadContext, 'session' | 'memory' | 'clock' | 'derive'>,
): Promise<PackPayload> {
  const panel = await readQuarterPanel(db, quarter);
  const unitIds = panel.units.map((each) => each.id);
  const whole = { memory, clock, derive, session: { ...session, unitIds } };
  const stocks = await withBreakdowns(db, panel, quarter, await readStocks(db, unitIds, quarter, whole));
  const { id, name, demonstration } = await getSetting(db, 'workspace');
  return {
    workspace: { id, name, demonstration },
    quarter,
    exportedAt: clock.now(),
    auditHead: await auditHead(db),
    application: applicationVersion,
    schema: schemaVersion(db),
    units: [...panel.units],
    countingRules: await readRules(db, unitIds, quarter),
    panel: sortCells(panel.cells).map(packCellOf),
    indicators: indicatorsOf(panel, quarter, stocks),
    stock: [...stocks].map(([id, stock]) => ({ unitId: id as UnitId, stock })),
    framework: { version: framework.version, indicators: framework.indicators },
  };
}
