import type {
  CaseMeasure,
  CourtMeasure,
  LedgerTerm,
  OutcomeMeasure,
  StaffingMeasure,
  ValueStatus,
} from '#contract/ground/codes';
import { addMonths, type Month } from '#contract/ground/dates';
import type { SimulatedUnit } from '../../estimator/simulate.ts';
import { chanceOf, type Chance } from './chance.ts';
import { seed } from './names.ts';

export interface DeclaredCell {
  readonly month: Month;
  readonly measure: LedgerTerm | OutcomeMeasure | CaseMeasure | CourtMeasure | StaffingMeasure | 'backlog_opening';
  readonly value: number | null;
  readonly status: ValueStatus;
}

/** What is wrong with a unit's data, as it is in real life. */
export type Flaw = 'none' | 'gap' | 'charges_missing' | 'staffing_missing';

const value = (month: Month, measure: DeclaredCell['measure'], amount: number): DeclaredCell => ({
  month,
  measure,
  value: amount,
  status: amount === 0 ? 'zero_confirmed' : 'complete',
});

const missing = (month: Month, measure: DeclaredCell['measure']): DeclaredCell => ({
  month,
  measure,
  value: null,
  status: 'not_available',
});

/** A simulated unit's months as its service would declare them, with the terms of the ledger separate. */
export function declaredPanel(
  { panel }: SimulatedUnit,
  position: number,
  flaw: Flaw,
  wholeFrom: Month,
): readonly DeclaredCell[] {
  const chance = chanceOf(seed, `panel ${String(position)}`);
  const gapFrom = 50 + (position % 17);
  const isGap = (t: number): boolean => flaw === 'gap' && t >= gapFrom && t < gapFrom + 4;
  let stock: number | null = null;
  let atCourt = 0;
  return panel.months.flatMap((name, t) => {
    const month = name as Month;
    const closing = panel.backlog[t] ?? null;
    if (isGap(t) || closing === null) {
      stock = null;
      return [missing(month, 'received'), ...staff(panel, t, month, flaw)];
    }
    const flows = flowsOf(panel, t, chance);
    const net =
      flows.received +
      flows.proactive -
      flows.concluded -
      flows.to_court -
      flows.administrative -
      flows.transferred_out;
    // A case takes about a year to get through court.
    const concludedAtCourt = Math.round(atCourt / 12);
    atCourt += flows.to_court - concludedAtCourt;
    const opening: number = stock ?? closing - net + flows.bundled;
    const cells = [
      ...(stock === null ? [value(month, 'backlog_opening', opening)] : []),
      // Bundled files and changes by an audit are declared as reclassified.
      value(month, 'reclassified', closing - opening - net),
      ...(['received', 'proactive', 'concluded', 'to_court', 'administrative', 'transferred_out'] as const).map(
        (term) => value(month, term, flows[term]),
      ),
      ...(['reopened', 'returned', 'transferred_in'] as const).map((term) => value(month, term, 0)),
      value(month, 'concluded_at_court', concludedAtCourt),
      ...outcomes(month, month < wholeFrom, { ...flows, concludedAtCourt }, flaw, chance),
      ...(month < addMonths(wholeFrom, -3) ? [] : fileCounts(month, { ...flows, concludedAtCourt }, position)),
      ...staff(panel, t, month, flaw),
    ];
    stock = closing;
    return cells;
  });
}

interface Flows {
  readonly received: number;
  readonly proactive: number;
  readonly concluded: number;
  readonly to_court: number;
  readonly administrative: number;
  readonly transferred_out: number;
  readonly bundled: number;
}

function flowsOf(panel: SimulatedUnit['panel'], t: number, chance: Chance): Flows {
  const at = (series: readonly (number | null)[]): number => series[t] ?? 0;
  const investigated = at(panel.outflowInvestigated);
  const administrative = at(panel.outflowAdministrative);
  const toCourt = Math.round(investigated * (0.25 + 0.15 * chance.random.uniform()));
  const out = Math.round(administrative * 0.2 * chance.random.uniform());
  const bundled = Math.round(at(panel.inflowReferred) * 0.12 * chance.random.uniform());
  return {
    received: at(panel.inflowReferred) + bundled,
    proactive: at(panel.inflowProactive),
    concluded: investigated - toCourt,
    to_court: toCourt,
    administrative: administrative - out,
    transferred_out: out,
    bundled,
  };
}

function outcomes(
  month: Month,
  mayBeLost: boolean,
  flows: Flows & { readonly concludedAtCourt: number },
  flaw: Flaw,
  chance: Chance,
): readonly DeclaredCell[] {
  const charges = Math.round(flows.to_court * (1.4 + 1.6 * chance.random.uniform()));
  // Gaps in charges are the oldest complaint of all: some units lose a month now and then, one never had them.
  const lost = mayBeLost && chance.yes(flaw === 'charges_missing' ? 1 : 0.05);
  return [
    value(month, 'referrals_bundled', flows.bundled),
    value(month, 'investigations_opened', Math.round(flows.received * 0.42) + flows.proactive),
    value(month, 'investigations_concluded', flows.concluded + flows.concludedAtCourt),
    value(month, 'arrests', Math.round(flows.to_court * 0.8)),
    lost || flaw === 'charges_missing' ? missing(month, 'charges_laid') : value(month, 'charges_laid', charges),
  ];
}

/** Counted from the files by units that began to do so three months before their returns were whole; every eighth has not begun yet. */
function fileCounts(
  month: Month,
  flows: Flows & { readonly concludedAtCourt: number },
  position: number,
): readonly DeclaredCell[] {
  if (position % 8 === 7) return [];
  // A stream of its own: what was drawn before stays what it was.
  const chance = chanceOf(seed, `files ${String(position)} ${month}`);
  const share = (of: number, least: number, most: number): number =>
    Math.round(of * (least + (most - least) * chance.random.uniform()));
  const seized = share(flows.to_court, 1.5, 3);
  const identified = share(flows.to_court, 0.2, 0.7);
  return [
    value(month, 'persons_charged', share(flows.to_court, 0.7, 0.95)),
    value(month, 'dispositions', share(flows.concludedAtCourt, 1.2, 2.2)),
    value(month, 'authorizations', share(flows.received, 0.25, 0.45)),
    value(month, 'victims_identified', identified),
    value(month, 'victims_safeguarded', share(identified, 0.4, 0.9)),
    value(month, 'devices_seized', seized),
    value(month, 'devices_examined', share(seized, 0.6, 1.1)),
    value(month, 'support_referrals', share(identified, 0.8, 1.6)),
    value(month, 'partner_services', chance.yes(0.1) ? 1 : 0),
  ];
}

function staff(panel: SimulatedUnit['panel'], t: number, month: Month, flaw: Flaw): readonly DeclaredCell[] {
  const series = {
    fte_base: panel.fteBase,
    fte_funded: panel.fteFunded,
    overtime_base_hours: panel.overtimeBase,
    overtime_funded_hours: panel.overtimeFunded,
  } as const;
  return (Object.keys(series) as (keyof typeof series)[]).map((measure) => {
    const amount = flaw === 'staffing_missing' ? null : (series[measure][t] ?? null);
    return amount === null ? missing(month, measure) : value(month, measure, amount);
  });
}
