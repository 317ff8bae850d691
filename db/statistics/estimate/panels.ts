import type { UnitId } from '#contract/ground/ids';
import type { Assumptions } from '#contract/statistics/assumptions';
import {
  courtMeasure,
  staffingMeasure,
  type CourtMeasure,
  type StaffingMeasure,
  type WorkspaceKind,
} from '#contract/ground/codes';
import { addMonths, monthOf, monthsBetween, type Month } from '#contract/ground/dates';
import type { UnitPanel } from '../../estimator/panel.ts';
import { blankMonthIn, runStock, stockMeasures, type StockMonth } from '../backlog/stock.ts';
import { readPanel, type UnitCells } from '../../ledger/unitMonths/panel.ts';
import { groupsBy } from '../../ground/kernel/groups.ts';
import { readCountingRules, type CountingRule } from '../../ledger/ledger/countingRules.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { countCourt } from './courtDefinition.ts';
import { sumWhole } from '#contract/ground/amounts';

/** A fit looks back this far at most: what came before says little of today's staff. */
const longestWindow = 120;

/** The ledger, staffing and conclusions at court alone: every measure of many units would take longer than all else that a kept answer needs. */
const measures = [...stockMeasures, ...staffingMeasure.options, courtMeasure.value];

/**
 * Each unit's months up to `last`, as the estimate takes them. The mapping from the ledger is in docs/counterfactual.md:
 * bundling lowers the inflow, going to court is an investigated outflow, a transfer out an administrative one.
 */
export async function readPanels(
  db: ReadDb,
  unitIds: readonly UnitId[],
  last: Month,
  kind: WorkspaceKind,
  definition: Assumptions['backlogDefinition'],
): Promise<readonly UnitPanel[]> {
  const first = addMonths(last, 1 - longestWindow);
  const panel = await readPanel(db, unitIds, { to: last, measures });
  const rules = groupsBy(await readCountingRules(db, unitIds), (rule) => rule.unitId as string);
  return unitIds.flatMap((unitId) => {
    const cells = panel.of(unitId);
    const stock = runStock(cells, last, blankMonthIn(kind));
    const window = stock.filter((each) => each.month >= first);
    if (window.length === 0) return [];
    const series = { kind, cells, rules: rules.get(unitId) ?? [] };
    return [definition === 'with_court' ? panelWithCourt(window, series) : toPanel(window, series)];
  });
}

function inflowReferred({ terms }: StockMonth): number | null {
  const sum = sumWhole([terms.received, terms.reclassified, terms.reopened, terms.returned, terms.transferred_in]);
  return sum === null ? null : Math.max(0, sum);
}

interface Series {
  readonly kind: WorkspaceKind;
  readonly cells: UnitCells;
  readonly rules: readonly CountingRule[];
}

function columnOf(window: readonly StockMonth[], { cells }: Series, measure: StaffingMeasure | CourtMeasure) {
  return window.map(({ month }) => cells.at(measure, month)?.value ?? null);
}

/** Only a unit that left those files out all the time can be recomputed: where the rule changed, or counts them, its own months stay. */
function panelWithCourt(window: readonly StockMonth[], series: Series): UnitPanel {
  if (series.rules.some(({ backlogDefinition }) => backlogDefinition !== 'exclude_court'))
    return toPanel(window, series);
  // Where rows are counted, a month without such a row had none.
  const missing = series.kind === 'unit' ? 0 : null;
  const concluded = columnOf(window, series, courtMeasure.value).map((value) => value ?? missing);
  const panel = toPanel(countCourt(window, concluded), series);
  return { ...panel, definitionId: panel.definitionId.map(() => 'include_court') };
}

/** One unit's months as the estimate takes them, whose files count until the investigation has ended. */
export function toPanel(window: readonly StockMonth[], series: Series): UnitPanel {
  const { cells, rules } = series;
  const column = (measure: StaffingMeasure): (number | null)[] => columnOf(window, series, measure);
  const first = window[0]?.month;
  const last = window.at(-1)?.month;
  const partialMonths = window.flatMap(({ month: on }, index) =>
    stockMeasures.some((measure) => cells.at(measure, on)?.status === 'partial') ? [index] : [],
  );
  return {
    // Absent where there is none: what was kept for the same months still answers.
    ...(partialMonths.length > 0 && { partialMonths }),
    unitId: cells.unitId,
    months: first && last ? monthsBetween(first, last) : [],
    inflowReferred: window.map(inflowReferred),
    inflowProactive: window.map(({ terms }) => terms.proactive),
    outflowInvestigated: window.map(({ terms }) => sumWhole([terms.concluded, terms.to_court])),
    outflowAdministrative: window.map(({ terms }) => sumWhole([terms.administrative, terms.transferred_out])),
    backlog: window.map(({ closing }) => (closing === null ? null : Math.max(0, closing))),
    fteBase: column('fte_base'),
    fteFunded: column('fte_funded'),
    overtimeBase: column('overtime_base_hours'),
    overtimeFunded: column('overtime_funded_hours'),
    // Two statements with the same definition of backlog are one series: only what is counted in the stock breaks it.
    definitionId: window.map(
      ({ month }) =>
        rules.findLast(({ validFrom }) => monthOf(validFrom) <= month)?.backlogDefinition ?? 'exclude_court',
    ),
  };
}
