import { and, asc, gte, inArray, lte, ne } from 'drizzle-orm';
import type { Assumptions } from '#contract/statistics/assumptions';
import {
  courtMeasure,
  staffingMeasure,
  type CourtMeasure,
  type StaffingMeasure,
  type WorkspaceKind,
} from '#contract/ground/codes';
import { addMonths, monthsBetween, type Month } from '#contract/ground/dates';
import type { UnitPanel } from '../../ground/analysis/panel.ts';
import { readRecorded } from '../backlog/recorded.ts';
import { runStock, type StockMonth } from '../backlog/stock.ts';
import { unitMonth } from '../../ground/schema/common/unitMonths.ts';
import { countingRule } from '../../ground/schema/common/units.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { countCourt } from './courtDefinition.ts';

/** A fit looks back this far at most: what came before says little of today's staff. */
const longestWindow = 120;

/**
 * Each unit's months up to `last`, as the estimate takes them. The mapping from the ledger is in docs/counterfactual.md:
 * bundling lowers the inflow, going to court is an investigated outflow, a transfer out an administrative one.
 */
export async function readPanels(
  db: ReadDb,
  unitIds: readonly string[],
  last: Month,
  kind: WorkspaceKind,
  definition: Assumptions['backlogDefinition'],
): Promise<readonly UnitPanel[]> {
  const first = addMonths(last, 1 - longestWindow);
  const recorded = await readRecorded(db, unitIds, last);
  const beside = await readBeside(db, unitIds, first, last);
  const definitions = await definitionIds(db, unitIds);
  return unitIds.flatMap((unitId) => {
    const stock = runStock(recorded.get(unitId) ?? [], last, kind === 'unit' ? 'nothing_happened' : 'not_reported');
    const window = stock.filter((each) => each.month >= first);
    if (window.length === 0) return [];
    const series = {
      unitId,
      kind,
      beside: beside.get(unitId) ?? new Map(),
      definitions: definitions.get(unitId) ?? [],
    };
    return [definition === 'with_court' ? panelWithCourt(window, series) : toPanel(window, series)];
  });
}

/** What is known of a unit beside its ledger, by `month measure`. */
type Beside = ReadonlyMap<string, number | null>;

/** Staffing and conclusions at court alone: a read of every measure of many units would take longer than all else that a kept answer needs. */
async function readBeside(
  db: ReadDb,
  unitIds: readonly string[],
  from: Month,
  to: Month,
): Promise<ReadonlyMap<string, Beside>> {
  const { unitId, month, measure, value, status } = unitMonth;
  const rows = await db
    .select({ unitId, month, measure, value })
    .from(unitMonth)
    .where(
      and(
        inArray(unitId, [...unitIds]),
        gte(month, from),
        lte(month, to),
        inArray(measure, [...staffingMeasure.options, courtMeasure.value]),
        ne(status, 'not_available'),
      ),
    );
  const byUnit = new Map<string, Map<string, number | null>>();
  for (const row of rows) {
    const own = byUnit.get(row.unitId) ?? new Map<string, number | null>();
    own.set(`${row.month} ${row.measure}`, row.value);
    byUnit.set(row.unitId, own);
  }
  return byUnit;
}

interface DatedDefinition {
  readonly from: string;
  readonly id: string;
}

async function definitionIds(
  db: ReadDb,
  unitIds: readonly string[],
): Promise<ReadonlyMap<string, readonly DatedDefinition[]>> {
  const rules = await db
    .select()
    .from(countingRule)
    .where(inArray(countingRule.unitId, [...unitIds]))
    .orderBy(asc(countingRule.validFrom));
  const byUnit = new Map<string, DatedDefinition[]>();
  for (const rule of rules) {
    const own = byUnit.get(rule.unitId) ?? [];
    // Two statements with the same definition of backlog are one series: only what is counted in the stock breaks it.
    own.push({ from: rule.validFrom, id: rule.backlogDefinition });
    byUnit.set(rule.unitId, own);
  }
  return byUnit;
}

const add = (...values: readonly (number | null)[]): number | null =>
  values.reduce<number | null>((sum, value) => (sum === null || value === null ? null : sum + value), 0);

function inflowReferred({ terms }: StockMonth): number | null {
  const sum = add(terms.received, terms.reclassified, terms.reopened, terms.returned, terms.transferred_in);
  return sum === null ? null : Math.max(0, sum);
}

interface Series {
  readonly unitId: string;
  readonly kind: WorkspaceKind;
  readonly beside: Beside;
  readonly definitions: readonly DatedDefinition[];
}

function columnOf(window: readonly StockMonth[], { beside }: Series, measure: StaffingMeasure | CourtMeasure) {
  return window.map(({ month }) => beside.get(`${month} ${measure}`) ?? null);
}

/** Only a unit that left those files out all the time can be told again: where the rule changed, or counts them, its own months stay. */
function panelWithCourt(window: readonly StockMonth[], series: Series): UnitPanel {
  if (series.definitions.some(({ id }) => id !== 'exclude_court')) return toPanel(window, series);
  // Where rows are counted, a month without such a row had none.
  const missing = series.kind === 'unit' ? 0 : null;
  const concluded = columnOf(window, series, courtMeasure.value).map((value) => value ?? missing);
  const panel = toPanel(countCourt(window, concluded), series);
  return { ...panel, definitionId: panel.definitionId.map(() => 'include_court') };
}

function toPanel(window: readonly StockMonth[], series: Series): UnitPanel {
  const { unitId, definitions } = series;
  const column = (measure: StaffingMeasure): (number | null)[] => columnOf(window, series, measure);
  const first = window[0]?.month;
  const last = window.at(-1)?.month;
  return {
    unitId,
    months: first && last ? monthsBetween(first, last) : [],
    inflowReferred: window.map(inflowReferred),
    inflowProactive: window.map(({ terms }) => terms.proactive),
    outflowInvestigated: window.map(({ terms }) => add(terms.concluded, terms.to_court)),
    outflowAdministrative: window.map(({ terms }) => add(terms.administrative, terms.transferred_out)),
    backlog: window.map(({ closing }) => (closing === null ? null : Math.max(0, closing))),
    fteBase: column('fte_base'),
    fteFunded: column('fte_funded'),
    overtimeBase: column('overtime_base_hours'),
    overtimeFunded: column('overtime_funded_hours'),
    definitionId: window.map(
      ({ month }) => definitions.filter((each) => each.from.slice(0, 7) <= month).at(-1)?.id ?? 'exclude_court',
    ),
  };
}
