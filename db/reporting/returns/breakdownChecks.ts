import type { Check } from '#contract/reporting/returns';
import { addsUp } from '../indicators/breakdowns.ts';
import { computedCode } from '../indicators/framework.ts';
import { finding, type CheckInput } from './finding.ts';
import { figureOf, type ReturnUnit } from './values.ts';

/**
 * Counts that have changed since their parts were given: a later quarter's pack brings the months again and not their categories. This does
 * not block the return, since it gives the difference as not known, or the figure as not broken down.
 */
export function breakdownChecks(unit: ReturnUnit, { indicators }: CheckInput): readonly Check[] {
  const measures = indicators
    .filter((definition) => {
      const figure = figureOf(unit.figures, definition.code);
      const told = unit.told.filter(
        ({ code, by }) => code === computedCode(definition) && definition.disaggregations.includes(by),
      );
      const value = figure?.calculation === 'pack' ? figure.value : null;
      return value !== null && told.some((each) => !addsUp(each, value));
    })
    .map(({ code }) => code);
  if (measures.length === 0) return [];
  return [finding(unit.code, { code: 'breakdown_differs', blocking: false, measures, mend: 'unit_workspace' })];
}
