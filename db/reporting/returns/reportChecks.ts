import { steadOf } from '#contract/reporting/stead';
import { missingIn } from '#contract/reporting/returnTexts';
import type { Check } from '#contract/reporting/returns';
import type { Figure } from '../indicators/figure.ts';
import { computedCode } from '../indicators/framework.ts';
import { finding, type CheckInput } from './finding.ts';
import { figureOf, type ReturnUnit } from './values.ts';

/** Indicators whose months have checks of their own. */
const checkedByMonth: readonly string[] = ['R1', 'R2', 'I1', 'I2', 'B1', 'B2', 'C1', 'C3', 'S1', 'O1'];

/** What was entered and what Vigie computes are not the same. */
function differs({ value, entered }: Figure): boolean {
  return value !== null && entered?.value != null && entered.value !== value;
}

/** A difference between what is entered and what is computed must be explained in each language that the agreement asks for. */
export function entryChecks(unit: ReturnUnit, { indicators, languages }: CheckInput): readonly Check[] {
  return indicators.flatMap(({ code }) => {
    const figure = figureOf(unit.figures, code);
    if (!figure || !differs(figure)) return [];
    const missing = missingIn(figure.entered?.why, languages);
    if (missing.length === 0) return [];
    return [
      finding(unit.code, {
        code: 'entry_differs',
        blocking: true,
        measures: [code],
        languages: missing,
        mend: 'entered',
      }),
    ];
  });
}

/** A median that is not reached is reported: fewer than half of its files have come to the end. */
const isMissing = (figure: Figure | undefined): boolean => figure?.value === null && steadOf(figure) === null;

/**
 * What the unit does not report: older packs lack it, and a unit need not count everything. It blocks only what the agreement insists on.
 */
export function reportChecks(unit: ReturnUnit, { indicators, demanded }: CheckInput): readonly Check[] {
  const entered = new Set(indicators.filter((each) => computedCode(each) === null).map(({ code }) => code));
  const missing = indicators
    .filter((each) => !checkedByMonth.includes(computedCode(each) ?? ''))
    .map(({ code }) => code)
    .filter((code) => isMissing(figureOf(unit.figures, code)));
  const line = (found: Pick<Check, 'code' | 'blocking' | 'mend' | 'measures'>): readonly Check[] =>
    found.measures.length === 0 ? [] : [finding(unit.code, found)];
  const tell = (codes: readonly string[], blocking: boolean): readonly Check[] => [
    ...line({
      code: 'not_reported',
      blocking,
      measures: codes.filter((code) => !entered.has(code)),
      mend: 'unit_workspace',
    }),
    ...line({ code: 'not_entered', blocking, measures: codes.filter((code) => entered.has(code)), mend: 'entered' }),
  ];
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
