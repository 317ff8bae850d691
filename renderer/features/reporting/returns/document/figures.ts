import type { PublishedEstimate, PublishedUnit } from '#contract/reporting/publishedEstimate';
import type { Month } from '#contract/ground/dates';
import { isMoney } from '#contract/reporting/indicators';
import type { IndicatorValue, ReturnContent } from '#contract/reporting/returns';

export function valueOf(content: ReturnContent, code: string, unitCode: string | null): IndicatorValue | undefined {
  return content.values.find((value) => value.code === code && value.unitCode === unitCode);
}

/** Cents for money; one decimal for the whole indicator where any of its figures has one, so that digits line up. */
export function decimalsOf(content: ReturnContent, code: string): number {
  if (isMoney(content.framework.indicators.find((each) => each.code === code))) return 2;
  const values = [...content.values, ...content.agreementFigures].filter((value) => value.code === code);
  return values.some((value) => value.value !== null && !Number.isInteger(value.value) && code !== 'K1') ? 1 : 0;
}

export interface Avoided {
  /** Null where no single figure is published. */
  readonly median: number | null;
  readonly low80: number;
  readonly high80: number;
  readonly low95: number;
  readonly high95: number;
  /** Null where no probability is. */
  readonly probabilityBelow: number | null;
  /** Null for a total without one. */
  readonly grade: PublishedUnit['grade'] | null;
  readonly asOf: Month | null;
}

function spread({ avoided, probabilityBelow }: Pick<PublishedUnit, 'avoided' | 'probabilityBelow'>) {
  return {
    median: avoided.p50,
    low80: avoided.p10,
    high80: avoided.p90,
    low95: avoided.p025,
    high95: avoided.p975,
    probabilityBelow,
  };
}

/** The total over one unit is that unit's own. */
function unitOf({ units }: PublishedEstimate, unitCode: string | null): PublishedUnit | null {
  const unit =
    unitCode === null ? (units.length === 1 ? units[0] : undefined) : units.find((each) => each.code === unitCode);
  return unit?.result.status === 'estimated' ? unit.result : null;
}

/** The estimate behind K1 for one unit, or for the agreement from joint draws; null where there is none. */
export function avoidedOf(content: ReturnContent, unitCode: string | null): Avoided | null {
  const { counterfactual } = content;
  if (counterfactual === null) return null;
  const { total } = counterfactual;
  if (unitCode === null && total !== null)
    return { ...spread(total), grade: total.evidence?.grade ?? null, asOf: total.months.at(-1) ?? null };
  const unit = unitOf(counterfactual, unitCode);
  return unit && { ...spread(unit), grade: unit.grade, asOf: unit.asOf };
}
