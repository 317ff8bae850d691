import type { Check } from '#contract/returns';
import { finding, type CheckInput } from './finding.ts';
import { figureOf, totalOf, type ReturnUnit } from './values.ts';

const comparedCodes = ['R1', 'R2', 'I1', 'I2', 'B2', 'C1', 'C3'] as const;

/** Both asked of a change before it must be explained: over 10 % and at least 5. */
export function isLargeChange(previous: number | null, value: number | null): boolean {
  if (previous === null || value === null) return false;
  const change = Math.abs(value - previous);
  return change >= 5 && change > 0.1 * Math.abs(previous);
}

export function changeChecks(unit: ReturnUnit): readonly Check[] {
  const large = comparedCodes.filter((code) =>
    isLargeChange(figureOf(unit.previous, code)?.value ?? null, figureOf(unit.figures, code)?.value ?? null),
  );
  return largeChange(unit.code, large);
}

/** Totals are compared only where both cover the same units. */
export function totalChangeChecks(units: readonly ReturnUnit[]): readonly Check[] {
  const large = comparedCodes.filter((code) => {
    const pairs = units.map((unit) => [figureOf(unit.previous, code), figureOf(unit.figures, code)] as const);
    if (pairs.some(([before, now]) => (before?.value == null) !== (now?.value == null))) return false;
    return isLargeChange(totalOf(pairs.map(([before]) => before)).value, totalOf(pairs.map(([, now]) => now)).value);
  });
  return largeChange(null, large);
}

function largeChange(unitCode: string | null, measures: readonly string[]): readonly Check[] {
  if (measures.length === 0) return [];
  return [finding(unitCode, { code: 'large_change', blocking: false, measures: [...measures], mend: 'none' })];
}

export function reportedChecks(unit: ReturnUnit, { reportedClosing }: CheckInput): readonly Check[] {
  const reported = reportedClosing?.get(unit.code);
  const opening = figureOf(unit.figures, 'B1')?.value ?? null;
  if (reported == null || opening === null || reported === opening) return [];
  return [
    finding(unit.code, { code: 'closing_differs_from_reported', blocking: false, measures: ['B1'], mend: 'none' }),
  ];
}
