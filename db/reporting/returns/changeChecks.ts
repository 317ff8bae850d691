import { missingIn } from '#contract/reporting/returnTexts';
import type { IndicatorDefinition } from '#contract/reporting/indicators';
import type { Check } from '#contract/reporting/returns';
import { finding, type CheckInput } from './finding.ts';
import { figureOf, totalOf, totalsAreAlike, type ReturnUnit } from './values.ts';

type Threshold = IndicatorDefinition['changeThreshold'];

/** Both asked of a change before it must be explained: over the share of what was, and at least the absolute size. */
export function isLargeChange(previous: number | null, value: number | null, threshold: Threshold): boolean {
  if (previous === null || value === null || threshold === null) return false;
  const change = Math.abs(value - previous);
  return change >= threshold.absolute && change > threshold.share * Math.abs(previous);
}

/** A large change must be explained in each language that the agreement asks for; nothing is said of one that is. */
function unexplained(unitCode: string | null, code: string, { texts, languages }: CheckInput): readonly Check[] {
  const text = texts.explanations.find((each) => each.code === code && each.unitCode === unitCode)?.text;
  const missing = missingIn(text, languages);
  if (missing.length === 0) return [];
  return [
    finding(unitCode, { code: 'large_change', blocking: true, measures: [code], languages: missing, mend: 'explain' }),
  ];
}

export function changeChecks(unit: ReturnUnit, input: CheckInput): readonly Check[] {
  return input.indicators.flatMap(({ code, changeThreshold }) => {
    const [before, now] = [figureOf(unit.previous, code)?.value ?? null, figureOf(unit.figures, code)?.value ?? null];
    return isLargeChange(before, now, changeThreshold) ? unexplained(unit.code, code, input) : [];
  });
}

/** Totals are compared only where both cover the same units; the total of one unit is the unit's own figure, explained there. */
export function totalChangeChecks(input: CheckInput): readonly Check[] {
  const { units } = input;
  if (units.length < 2) return [];
  return input.indicators.flatMap(({ code, changeThreshold, total }) => {
    const pairs = units.map((unit) => [figureOf(unit.previous, code), figureOf(unit.figures, code)] as const);
    if (!totalsAreAlike(pairs)) return [];
    const totalIn = (position: 0 | 1): number | null =>
      totalOf(
        pairs.map((each) => each[position]),
        total,
      ).value;
    const [before, now] = [totalIn(0), totalIn(1)];
    return isLargeChange(before, now, changeThreshold) ? unexplained(null, code, input) : [];
  });
}

export function reportedChecks(unit: ReturnUnit, { reportedClosing }: CheckInput): readonly Check[] {
  const reported = reportedClosing?.get(unit.code);
  const opening = figureOf(unit.figures, 'B1')?.value ?? null;
  if (reported == null || opening === null || reported === opening) return [];
  return [
    finding(unit.code, { code: 'closing_differs_from_reported', blocking: false, measures: ['B1'], mend: 'none' }),
  ];
}
