import { at } from './numbers.ts';

type Recorded = readonly (number | null)[];

/**
 * One unit, month by month. Every array has one element for each month of `months`. A month that was not reported holds null, and null is
 * never zero: it leaves the estimate, it does not enter it as a count of 0.
 */
export type UnitPanel = {
  readonly unitId: string;
  /** 'YYYY-MM', consecutive. */
  readonly months: readonly string[];
  /** Files that came in from outside in the month. Where no split is recorded (`inflowProactive` null) this is the whole inflow. */
  readonly inflowReferred: Recorded;
  /** Files that the unit opened on its own initiative; null = the month has no split. */
  readonly inflowProactive: Recorded;
  /** Files that left by investigation (concluded, or to court). */
  readonly outflowInvestigated: Recorded;
  /** Files that left without it (administrative conclusion, transfer). */
  readonly outflowAdministrative: Recorded;
  /** Open files at the end of the month. */
  readonly backlog: Recorded;
  /** Full-time equivalents in post, average of the month, not paid by the Strategy. */
  readonly fteBase: Recorded;
  /** Full-time equivalents in post (not merely authorised), paid by the Strategy. */
  readonly fteFunded: Recorded;
  /** Overtime hours of the month not paid by the Strategy. */
  readonly overtimeBase: Recorded;
  /** Overtime hours of the month paid by the Strategy. */
  readonly overtimeFunded: Recorded;
  /** Which definition of backlog the month was counted under; null = not recorded. */
  readonly definitionId: readonly (string | null)[];
  /** Months, as indices, of which a part alone is counted; absent: none. */
  readonly partialMonths?: readonly number[];
};

const counts = [
  'inflowReferred',
  'inflowProactive',
  'outflowInvestigated',
  'outflowAdministrative',
  'backlog',
] as const;
const quantities = ['fteBase', 'fteFunded', 'overtimeBase', 'overtimeFunded'] as const;

/** The month after 'YYYY-MM'. */
export function nextMonth(month: string): string {
  const year = Number(month.slice(0, 4));
  const number = Number(month.slice(5, 7));
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) throw new RangeError('A month is written YYYY-MM.');
  const [nextYear, nextNumber] = number === 12 ? [year + 1, 1] : [year, number + 1];
  return `${String(nextYear).padStart(4, '0')}-${String(nextNumber).padStart(2, '0')}`;
}

/** Months from one 'YYYY-MM' to another, negative when the second is earlier. */
export function monthsApart(from: string, to: string): number {
  const number = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
  return number(to) - number(from);
}

/** RangeError when lengths differ, months do not follow each other, a count is negative or broken, or a quantity is negative. */
export function checkPanel(panel: UnitPanel): void {
  const length = panel.months.length;
  if (length === 0) throw new RangeError('A panel needs at least one month.');
  for (let t = 1; t < length; t += 1) {
    if (at(panel.months, t) !== nextMonth(at(panel.months, t - 1)))
      throw new RangeError('The months of a panel must be consecutive.');
  }
  for (const name of [...counts, ...quantities, 'definitionId'] as const) {
    if (panel[name].length !== length) throw new RangeError(`${name} needs one element for each month.`);
  }
  for (const name of counts) {
    if (panel[name].some((value) => value !== null && !(Number.isInteger(value) && value >= 0))) {
      throw new RangeError(`${name} holds whole numbers of 0 or more, or null.`);
    }
  }
  for (const name of quantities) {
    if (panel[name].some((value) => value !== null && !(Number.isFinite(value) && value >= 0))) {
      throw new RangeError(`${name} holds numbers of 0 or more, or null.`);
    }
  }
}

/** All files that came in, referred and proactive; null when the month's inflow is not recorded. */
export function inflowAt(panel: UnitPanel, t: number): number | null {
  const referred = at(panel.inflowReferred, t);
  const proactive = at(panel.inflowProactive, t);
  if (referred === null) return null;
  return proactive === null ? referred : referred + proactive;
}

/** All files that left; null as soon as one of the two parts is not recorded. */
export function outflowAt(panel: UnitPanel, t: number): number | null {
  const investigated = at(panel.outflowInvestigated, t);
  const administrative = at(panel.outflowAdministrative, t);
  return investigated === null || administrative === null ? null : investigated + administrative;
}

/** A month is reported when its inflow, its outflow and its closing backlog are all recorded. */
export function isReported(panel: UnitPanel, t: number): boolean {
  return inflowAt(panel, t) !== null && outflowAt(panel, t) !== null && at(panel.backlog, t) !== null;
}

/** Files that the unit could have closed in the month: last month's backlog and this month's inflow; null when either is unknown. */
export function workloadAt(panel: UnitPanel, t: number): number | null {
  if (t === 0) return null;
  const before = at(panel.backlog, t - 1);
  const inflow = inflowAt(panel, t);
  return before === null || inflow === null ? null : before + inflow;
}

/**
 * Stock-flow residual of each month, in files: D_t = B_t - (B_{t-1} + A_t - C_t); null where a term is not recorded.
 * Source: Vigie method note, section 1.
 */
export function stockFlowResidual(panel: UnitPanel): readonly (number | null)[] {
  return panel.months.map((_, t) => {
    const workload = workloadAt(panel, t);
    const outflow = outflowAt(panel, t);
    const backlog = at(panel.backlog, t);
    return workload === null || outflow === null || backlog === null ? null : backlog - (workload - outflow);
  });
}
