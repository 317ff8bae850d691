import { at } from '../numbers.ts';
import { monthsApart } from '../panel.ts';
import { rampShare } from '../ramp.ts';
import type { PlanBasis, UnitStart } from './basis.ts';

/** Staff that a plan adds to a unit, or takes from it. */
export type StaffLine = {
  readonly unitId: string;
  /** First month in post, and last; null = to the end, but no longer than the agreement where the line is funded. 'YYYY-MM' */
  readonly from: string;
  readonly to: string | null;
  /** Full-time equivalents; below 0: base staff who leave. */
  readonly fte: number;
  /** Paid by the agreement; their productivity is that of the unit's funded staff, and they leave when it ends. */
  readonly funded: boolean;
  /** Months until full productivity; null = as the estimate found. */
  readonly rampMonths: number | null;
};

/** What a plan says of the months to come. What it leaves out stays as it is. */
export type Plan = {
  readonly lines: readonly StaffLine[];
  /** Last month of the agreement; null = it is renewed. Funded staff and overtime end with it, but for lines with an end of their own. */
  readonly agreementEnds: string | null;
  /** Growth of the inflow in a year, as a share; null = as the model draws it. */
  readonly growth: number | null;
  /** A change of the inflow from a month on, as a share. */
  readonly step: { readonly from: string; readonly share: number } | null;
  /** Hours a month; null = as in the last twelve months. */
  readonly overtimeBase: number | null;
  readonly overtimeFunded: number | null;
  /** Share of the positions that come which stay empty; null = each unit's own. */
  readonly vacancyShare: number | null;
  /** Own share by unit; where none is known, no position stays empty. */
  readonly ownVacancies?: ReadonlyMap<string, number>;
  /** Staff by unit in place of today's, for a forecast of months that have passed. */
  readonly recorded?: ReadonlyMap<string, RecordedStaff>;
};

/** Staff of a unit as they came to be recorded, by month 'YYYY-MM': what a forecast of the past is made under. FTE and hours. */
export type RecordedStaff = {
  readonly base: ReadonlyMap<string, number>;
  readonly funded: ReadonlyMap<string, number>;
  readonly overtimeBase: ReadonlyMap<string, number>;
  readonly overtimeFunded: ReadonlyMap<string, number>;
};

/** Everything stays as it is, the agreement included. */
export const noChange: Plan = {
  lines: [],
  agreementEnds: null,
  growth: null,
  step: null,
  overtimeBase: null,
  overtimeFunded: null,
  vacancyShare: null,
};

/** Share of the positions that come to a unit which stay empty under a plan. */
export function vacancyOf({ vacancyShare, ownVacancies }: Plan, unitId: string): number {
  return vacancyShare ?? ownVacancies?.get(unitId) ?? 0;
}

/** Staff of a unit by planned month for one ramp length, the months that the unit is behind first. FTE. */
export type StaffPath = {
  readonly base: Float64Array;
  readonly funded: Float64Array;
  /** FTE that the overtime amounts to. */
  readonly overtime: Float64Array;
  /** Base staff with base overtime, of which the lowest capacity is a share. */
  readonly ownStaff: Float64Array;
};

/** Funded staff by month, by experience: rises enter by the ramp, falls at full weight. Only months in which the staff changed cost time. */
function experienced(history: readonly number[], coming: readonly number[], length: number, start: number): number[] {
  const all = [...history, ...coming];
  const changes = all.flatMap((fte, t) => {
    const by = fte - (t === 0 ? 0 : at(all, t - 1));
    return by === 0 ? [] : [{ t, by }];
  });
  return coming.map((_, h) => {
    const now = history.length + h;
    const total = changes.reduce((sum, { t, by }) => {
      if (t > now) return sum;
      return sum + (by > 0 ? by * rampShare(now - t, length, start) : by);
    }, 0);
    return Math.max(0, total);
  });
}

/** FTE that a line gives in each month, by experience: staff who came before the plan have some already. */
function lineFte(line: StaffLine, plan: Plan, months: readonly string[], length: number, start: number): number[] {
  const to = line.to ?? (line.funded ? plan.agreementEnds : null);
  const fte = line.fte > 0 ? line.fte * (1 - vacancyOf(plan, line.unitId)) : line.fte;
  return months.map((month) => {
    if (month < line.from || (to !== null && month > to)) return 0;
    return fte > 0 && length > 0 ? fte * rampShare(monthsApart(line.from, month), length, start) : fte;
  });
}

/**
 * Staff of a unit under a plan, for one ramp length. In the months that the unit is behind, it goes on as it is.
 * @param months of the plan, those that the unit is behind before them
 */
export function staffPath(
  basis: PlanBasis,
  unit: UnitStart,
  plan: Plan,
  months: readonly string[],
  rampMonths: number,
): StaffPath {
  const { rampStart, overtimeProductivity, hoursPerFteMonth } = basis.assumptions;
  const ends = plan.agreementEnds;
  const isPlanned = (month: string): boolean => month > basis.lastMonth;
  const agreed = (month: string): boolean => ends === null || month <= ends || !isPlanned(month);
  const known = plan.recorded?.get(unit.unitId);
  const coming = months.map((month) => known?.funded.get(month) ?? unit.fundedFte);
  const existing = experienced(unit.fundedHistory, coming, rampMonths, rampStart);
  const path = {
    base: Float64Array.from(months, (month) => known?.base.get(month) ?? unit.baseFte),
    funded: Float64Array.from(months, (month, h) => (agreed(month) ? at(existing, h) : 0)),
    overtime: new Float64Array(months.length),
    ownStaff: new Float64Array(months.length),
  };
  for (const line of plan.lines) {
    if (line.unitId !== unit.unitId) continue;
    const added = lineFte(line, plan, months, line.rampMonths ?? rampMonths, rampStart);
    const into = line.funded ? path.funded : path.base;
    added.forEach((fte, h) => {
      if (isPlanned(at(months, h))) into[h] = at(into, h) + fte;
    });
  }
  const perHour = overtimeProductivity / hoursPerFteMonth;
  months.forEach((month, h) => {
    const planned = isPlanned(month) ? plan : noChange;
    const baseHours = known?.overtimeBase.get(month) ?? planned.overtimeBase ?? unit.overtimeBase;
    const fundedHours = known?.overtimeFunded.get(month) ?? planned.overtimeFunded ?? unit.overtimeFunded;
    path.base[h] = Math.max(0, at(path.base, h));
    path.overtime[h] = (baseHours + (agreed(month) ? fundedHours : 0)) * perHour;
    path.ownStaff[h] = at(path.base, h) + baseHours * perHour;
  });
  return path;
}

/** The months up to `last`, 'YYYY-MM'. */
export function monthsBehind(last: string, count: number): readonly string[] {
  const number = Number(last.slice(0, 4)) * 12 + Number(last.slice(5, 7)) - 1;
  return Array.from({ length: count }, (_, k) => {
    const month = number - count + 1 + k;
    return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}
