import { ledgerTerm, outcomeMeasure, staffingMeasure, type Measure } from '#contract/ground/codes';
import type { Month } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import type { Output } from '#contract/index';

type Gap = Output<'packs.preview'>['gaps'][number];

/** Who can fill it in: staffing is entered, counts are confirmed by a supervisor. */
export type GapKind = 'staffing' | 'counts';

export interface GapRow {
  readonly unitId: UnitId;
  readonly kind: GapKind;
  readonly months: readonly Month[];
  readonly measures: readonly Measure[];
  /** Every measure of the kind is missing: named as one. */
  readonly isWhole: boolean;
}

const staffing: readonly string[] = staffingMeasure.options;
const countsAsked = ledgerTerm.options.length + outcomeMeasure.options.length;

/** The gaps as few lines as they need: what is missing in the same months of a unit is in one line. */
export function groupGaps(gaps: readonly Gap[]): readonly GapRow[] {
  const monthsOf = new Map<string, { readonly gap: Gap; readonly months: Month[] }>();
  for (const gap of gaps) {
    const key = `${gap.unitId} ${gap.measure}`;
    const found = monthsOf.get(key);
    if (found === undefined) monthsOf.set(key, { gap, months: [gap.month] });
    else found.months.push(gap.month);
  }
  const rows = new Map<string, Omit<GapRow, 'isWhole'> & { readonly measures: Measure[] }>();
  for (const { gap, months } of monthsOf.values()) {
    const kind: GapKind = staffing.includes(gap.measure) ? 'staffing' : 'counts';
    const key = [gap.unitId, kind, ...months].join(' ');
    const found = rows.get(key);
    // The store names measures of the contract's own list.
    const measure = gap.measure as Measure;
    if (found === undefined) rows.set(key, { unitId: gap.unitId, kind, months, measures: [measure] });
    else found.measures.push(measure);
  }
  return [...rows.values()].map((row) => ({
    ...row,
    isWhole: row.measures.length === (row.kind === 'staffing' ? staffing.length : countsAsked),
  }));
}
