import type { Measure } from '#contract/ground/codes';
import { quarterMonths, type Month } from '#contract/ground/dates';
import type { UnitPanel } from '../../db/estimator/panel.ts';
import type { PackCell } from '../../db/reporting/packs/format.ts';
import { panelsOf } from '../db/statistics/estimate/reference/support.ts';
import { newSender, packText, payloadFor, quarterTwo, wholeCells, type Sender } from './packs.ts';

/** What the panel says of a month; what the simulation loses on the way is reclassified. */
function valueOf(panel: UnitPanel, month: Month, measure: Measure): number {
  const t = panel.months.indexOf(month);
  const at = (series: readonly (number | null)[]): number => series[t] ?? 0;
  const received = at(panel.inflowReferred);
  const proactive = at(panel.inflowProactive);
  const concluded = at(panel.outflowInvestigated);
  const administrative = at(panel.outflowAdministrative);
  const before = at(panel.backlog) - received - proactive + concluded + administrative;
  const values: Partial<Record<Measure, number>> = {
    ...{ received, proactive, concluded, administrative },
    reclassified: t === 0 ? 0 : before - (panel.backlog[t - 1] ?? 0),
    backlog_opening: before,
    fte_base: at(panel.fteBase),
    fte_funded: at(panel.fteFunded),
  };
  return values[measure] ?? 0;
}

function cellsOf({ unitId }: Sender, panel: UnitPanel): readonly PackCell[] {
  const first = panel.months[0] as Month;
  const last = quarterMonths(quarterTwo)[2];
  const opening = valueOf(panel, first, 'backlog_opening');
  return wholeCells(unitId, first, last, (month, measure) => valueOf(panel, month, measure)).map((cell) =>
    cell.measure === 'backlog_opening' ? { ...cell, value: opening } : cell,
  );
}

/** One pack of units with a known truth. */
export function simulatedPack(units: number, months: number): { readonly text: string; readonly fingerprint: string } {
  const panels = panelsOf(units, months);
  const senders = panels.map((_, index) => newSender(`S${String(index + 1).padStart(2, '0')}`));
  const parts = senders.map((each, index) => payloadFor(each, quarterTwo, 10, [...cellsOf(each, panels[index]!)]));
  const payload = {
    ...parts[0]!,
    units: parts.flatMap((each) => each.units),
    panel: parts.flatMap((each) => each.panel),
    stock: parts.flatMap((each) => each.stock),
  };
  const { key, fingerprint } = senders[0]!;
  return { text: packText(payload, key), fingerprint };
}
