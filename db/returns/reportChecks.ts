import type { Check } from '#contract/returns';
import { computedCode } from '../indicators/framework.ts';
import { finding, type CheckInput } from './finding.ts';
import { figureOf, type ReturnUnit } from './values.ts';

/** Indicators whose months have checks of their own. */
const checkedByMonth: readonly string[] = ['R1', 'R2', 'I1', 'I2', 'B1', 'B2', 'C1', 'C3', 'S1', 'O1'];

/**
 * What the unit does not report: older packs lack it, and a unit need not count everything. It blocks only what the agreement insists on.
 */
export function reportChecks(unit: ReturnUnit, { indicators, demanded }: CheckInput): readonly Check[] {
  const missing = indicators
    .filter((each) => !checkedByMonth.includes(computedCode(each) ?? ''))
    .map(({ code }) => code)
    .filter((code) => figureOf(unit.figures, code)?.value === null);
  const tell = (codes: readonly string[], blocking: boolean): readonly Check[] =>
    codes.length === 0
      ? []
      : [finding(unit.code, { code: 'not_reported', blocking, measures: [...codes], mend: 'unit_workspace' })];
  return [
    ...tell(
      missing.filter((code) => demanded?.includes(code)),
      true,
    ),
    ...tell(
      missing.filter((code) => !demanded?.includes(code)),
      false,
    ),
  ];
}
