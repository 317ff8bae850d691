import type { IndicatorValue } from './returns.ts';

export interface FigureCover {
  readonly covered: number;
  readonly asked: number;
  readonly of: 'units' | 'agreements';
}

/** What a figure covers, of what it should: every file and screen asks here. */
export function figureCover(
  figure: Pick<IndicatorValue, 'agreements' | 'calculation' | 'unitCode' | 'unitsAsked' | 'unitsCovered' | 'value'>,
): FigureCover {
  const { agreements, calculation, unitCode, value, unitsCovered, unitsAsked } = figure;
  if (agreements) return { ...agreements, of: 'agreements' };
  // Its registers are the agreement's: units have no part in them.
  if (calculation === 'funding' && unitCode === null)
    return { covered: value === null ? 0 : 1, asked: 1, of: 'agreements' };
  return { covered: unitsCovered, asked: unitsAsked, of: 'units' };
}
