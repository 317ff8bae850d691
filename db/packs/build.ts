import { asc, inArray, lte, min, and } from 'drizzle-orm';
import { bilingual, type Bilingual } from '#contract/common';
import { lastDayOf, quarterMonths, type CivilDate, type Month, type Quarter } from '#contract/dates';
import type { UnitId } from '#contract/ids';
import { auditHead } from '../audit/append.ts';
import { unitFigures } from '../indicators/figures.ts';
import { framework } from '../indicators/framework.ts';
import { cellsByUnit } from '../indicators/unitCells.ts';
import { applicationVersion, schemaVersion } from '../kernel/versions.ts';
import { countingRule, unit } from '../schema/common/units.ts';
import { unitMonth } from '../schema/common/unitMonths.ts';
import { getSetting } from '../store/settings.ts';
import type { ReadDb } from '../store/types.ts';
import { readPanel, type PanelCell } from '../unitMonths/panel.ts';
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
  return { units, cells: first > last ? [] : await readPanel(db, ids, first, last) };
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

function indicatorsOf({ units, cells }: QuarterPanel, quarter: Quarter): PackPayload['indicators'] {
  const codes = new Map<string, string>(units.map((each) => [each.id, each.code]));
  return cellsByUnit(cells, [...codes.keys()]).flatMap((each) =>
    unitFigures(each, quarter).map(({ code, value, numerator, denominator, status }) => ({
      code,
      unitCode: codes.get(each.unitId) ?? '',
      value,
      numerator,
      denominator,
      status,
      definitionVersion: framework.version,
    })),
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

export async function buildPayload(db: ReadDb, quarter: Quarter, exportedAt: number): Promise<PackPayload> {
  const panel = await readQuarterPanel(db, quarter);
  const { id, name, demonstration } = await getSetting(db, 'workspace');
  return {
    workspace: { id, name, demonstration },
    quarter,
    exportedAt,
    auditHead: await auditHead(db),
    application: applicationVersion,
    schema: schemaVersion(db),
    units: [...panel.units],
    countingRules: await readRules(
      db,
      panel.units.map((each) => each.id),
      quarter,
    ),
    panel: sortCells(panel.cells).map(packCellOf),
    indicators: indicatorsOf(panel, quarter),
    framework: { version: framework.version, indicators: framework.indicators },
  };
}
