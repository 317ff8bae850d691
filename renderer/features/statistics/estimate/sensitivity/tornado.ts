import type { SensitivityRow } from '#contract/statistics/assumptions';

/** A row with the effect of what it assumes: how far it moves the middle of the draws. */
export interface Effect extends SensitivityRow {
  readonly change: number;
}

/** The scenarios for which the model is fitted again, by a shorter chain than that of the estimate. */
const refitted: readonly SensitivityRow['scenario'][] = [
  'ramp_months',
  'pooling',
  'capacity_exponent',
  'overtime_productivity',
];

export function isRefitted({ scenario }: SensitivityRow): boolean {
  return refitted.includes(scenario);
}

/** The assumption that moves the middle most comes first; the rows of one assumption stay together. */
export function byEffect(rows: readonly SensitivityRow[], baseMedian: number): readonly Effect[] {
  const effects = rows.map((row) => ({ ...row, change: row.median - baseMedian }));
  const largest = (scenario: SensitivityRow['scenario']) =>
    Math.max(...effects.filter((effect) => effect.scenario === scenario).map(({ change }) => Math.abs(change)));
  return effects.toSorted(
    (a, b) => largest(b.scenario) - largest(a.scenario) || a.scenario.localeCompare(b.scenario) || a.median - b.median,
  );
}

/** Whether every interval, the base's among them, is on the same side of "no difference". */
export function sideOfAll(
  rows: readonly { readonly low: number; readonly high: number }[],
): 'fewer' | 'more' | 'mixed' {
  if (rows.every(({ low }) => Math.round(low) > 0)) return 'fewer';
  return rows.every(({ high }) => Math.round(high) < 0) ? 'more' : 'mixed';
}
