import type { ValueStatus } from '#contract/ground/codes';
import type { AnnualBasis, AnnualCell, AnnualIndicator } from '#contract/reporting/annual';
import type { IndicatorDefinition } from '#contract/reporting/indicators';
import { clean } from '../../ground/kernel/clean.ts';
import { sum } from '../../estimator/numbers.ts';
import { isAddedUp } from '../frameworks/targets.ts';
import { isBalance } from '../indicators/balances.ts';
import { computedCode } from '../indicators/framework.ts';
import { percentOf } from '../indicators/stockFigures.ts';

/** A quarter's figure with its parts and the definition that it was counted by. */
export interface QuarterFigure extends AnnualCell {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly definitionVersion: string;
}

type OfYear = Pick<AnnualIndicator, 'value' | 'status' | 'quarters'>;

const none: OfYear = { value: null, status: 'not_available', quarters: 0 };

export function basisOf(
  definition: Pick<IndicatorDefinition, 'code' | 'source' | 'collection' | 'total'>,
): AnnualBasis {
  const own = computedCode(definition) ?? definition.code;
  if (own === 'B1') return 'opening';
  if (isBalance(own)) return 'closing';
  if (isAddedUp(definition)) return 'sum';
  return definition.total === 'ratio' ? 'share' : 'quarters';
}

/** A year that lacks a quarter, or has one of which a part is missing, is partial. */
function statusOf(known: readonly QuarterFigure[], asked: number): ValueStatus {
  if (known.length === 0) return 'not_available';
  if (known.length < asked || known.some(({ status }) => status === 'partial')) return 'partial';
  return known.every(({ status }) => status === 'zero_confirmed') ? 'zero_confirmed' : 'complete';
}

function addedUp(figures: readonly QuarterFigure[], asked: number): OfYear {
  const known = figures.filter(({ value }) => value !== null);
  if (known.length === 0) return none;
  return {
    value: clean(sum(known.map(({ value }) => value ?? 0))),
    status: statusOf(known, asked),
    quarters: known.length,
  };
}

/** Of a day of one quarter: where that quarter is missing there is none. */
function ofQuarter(figures: readonly QuarterFigure[], quarter: number): OfYear {
  const found = figures.find((each) => each.quarter === quarter);
  return found?.value == null ? none : { value: found.value, status: found.status, quarters: 1 };
}

/** Pooled: a mean of the quarters' shares would count a quiet quarter as much as a busy one. */
function pooled(figures: readonly QuarterFigure[], asked: number): OfYear {
  const known = figures.filter(({ numerator, denominator }) => numerator !== null && denominator !== null);
  const total = (pick: (each: QuarterFigure) => number | null): number => sum(known.map((each) => pick(each) ?? 0));
  const value = percentOf(
    total(({ numerator }) => numerator),
    total(({ denominator }) => denominator),
  );
  return value === null ? none : { value, status: statusOf(known, asked), quarters: known.length };
}

/** The figure of the year from those of the quarters that it should cover; never added up over a change of definition. */
export function yearOf(
  basis: AnnualBasis,
  figures: readonly QuarterFigure[],
  asked = 4,
): OfYear & Pick<AnnualIndicator, 'definitionChanged'> {
  const definitionChanged = new Set(figures.map(({ definitionVersion }) => definitionVersion)).size > 1;
  const isOverQuarters = basis === 'sum' || basis === 'share';
  if (basis === 'quarters' || (isOverQuarters && definitionChanged)) return { ...none, definitionChanged };
  if (basis === 'sum') return { ...addedUp(figures, asked), definitionChanged };
  if (basis === 'share') return { ...pooled(figures, asked), definitionChanged };
  return { ...ofQuarter(figures, basis === 'opening' ? 1 : 4), definitionChanged };
}
