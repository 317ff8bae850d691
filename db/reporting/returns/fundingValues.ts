import { missingIn } from '#contract/reporting/returnTexts';
import { periodOf, type Period } from '#contract/ground/period';
import type { IndicatorDefinition } from '#contract/reporting/indicators';
import type { Check, IndicatorValue } from '#contract/reporting/returns';
import { isLargeVariance } from '#contract/reporting/spending';
import { fundingIndicators, staffOf } from '../funding/figures.ts';
import type { HeldFunding } from '../funding/held.ts';
import type { Figure } from '../indicators/figure.ts';
import { codesFor, computedCode } from '../indicators/framework.ts';
import { finding, type CheckInput } from './finding.ts';

/** The agreement's own figure of one indicator; of units apart the registers of funding say nothing. */
export function fundingValue(
  definition: IndicatorDefinition,
  held: HeldFunding,
  period: Period,
  unitsAsked: number,
): IndicatorValue | null {
  const figure = fundingIndicators[computedCode(definition) ?? ''];
  if (!figure) return null;
  const now = figure(held, period);
  return {
    code: definition.code,
    unitCode: null,
    ...now,
    parts: [],
    breakdowns: [],
    entered: null,
    unitsCovered: now.value === null ? 0 : unitsAsked,
    unitsAsked,
    agreements: null,
    definitionVersion: definition.version,
    packIds: [],
    calculation: 'funding',
    previous: figure(held, periodOf(period.previous)).value,
  };
}

/** A unit's figures, with the staff of the register of positions where its packs do not give them. */
export function withPositions(
  figures: readonly Figure[],
  held: HeldFunding,
  unitId: string,
  period: Period,
): readonly Figure[] {
  return figures.map((each): Figure => {
    if (each.code !== 'S1' || each.value !== null) return each;
    const staff = staffOf(held, unitId, period);
    return staff.value === null ? each : { ...each, ...staff, calculation: 'funding' };
  });
}

const cents = (value: string | number | null | undefined): number | null => (typeof value === 'number' ? value : null);

/** A variance beyond both thresholds must be explained in each language that the agreement asks for. */
export function varianceChecks({ funding, quarter, languages, indicators }: CheckInput): readonly Check[] {
  const key = `q${String(quarter.quarter)}`;
  const missing = new Set(
    (funding?.budget ?? [])
      .filter((line) => isLargeVariance(cents(line[`${key}Forecast`]), cents(line[`${key}Actual`])))
      .flatMap((line) => {
        const text = { en: String(line[`${key}WhyEn`] ?? ''), fr: String(line[`${key}WhyFr`] ?? '') };
        return missingIn(text, languages);
      }),
  );
  if (missing.size === 0) return [];
  return [
    finding(null, {
      code: 'variance_unexplained',
      blocking: true,
      measures: [codesFor({ indicators }, 'F1')[0] ?? 'F1'],
      languages: languages.filter((each) => missing.has(each)),
      mend: 'funding',
    }),
  ];
}
