import { defaultAssumptions, type Assumptions } from '#contract/statistics/assumptions';
import type { Translate } from '../../../../i18n/text.ts';
import type { Format } from '../estimateText.ts';

/** In the order of the drawer. */
export const assumptionNames = [
  'rampMonths',
  'overtimeProductivity',
  'substitutionShare',
  'inducedInflowShare',
  'pooling',
  'capacityExponent',
  'coupling',
  'backlogDefinition',
] as const satisfies readonly (keyof Assumptions)[];
export type AssumptionName = (typeof assumptionNames)[number];

/** 1; 0.5; 0.85. */
export function decimalWords(value: number, format: Format): string {
  const decimals = [0, 1].find((places) => Number.isInteger(Number((value * 10 ** places).toFixed(6)))) ?? 2;
  return format.number(value, decimals);
}

function rampWords(months: Assumptions['rampMonths'], t: Translate): string {
  if (months === null) return t('counterfactual:assumptions.rampMonths.prior');
  return t('counterfactual:assumptions.rampMonths.months', { count: months });
}

/** What is assumed of one thing, in words. */
export function assumedValue(name: AssumptionName, assumptions: Assumptions, t: Translate, format: Format): string {
  switch (name) {
    case 'rampMonths':
      return rampWords(assumptions.rampMonths, t);
    case 'overtimeProductivity':
    case 'capacityExponent':
      return decimalWords(assumptions[name], format);
    case 'substitutionShare':
    case 'inducedInflowShare':
      return format.percent(assumptions[name]);
    case 'pooling':
      return t(`counterfactual:assumptions.pooling.${assumptions.pooling}`);
    case 'coupling':
      return t(`counterfactual:assumptions.coupling.${assumptions.coupling}`);
    case 'backlogDefinition':
      return t(`counterfactual:assumptions.backlogDefinition.${assumptions.backlogDefinition}`);
  }
}

export function isChanged(name: AssumptionName, assumptions: Assumptions): boolean {
  return assumptions[name] !== defaultAssumptions[name];
}

export function isDefault(assumptions: Assumptions): boolean {
  return !assumptionNames.some((name) => isChanged(name, assumptions));
}

/** Every assumption with what is assumed, and the default where it is another one. */
export function assumptionLines(assumptions: Assumptions, t: Translate, format: Format): readonly string[] {
  return assumptionNames.map((name) => {
    const values = {
      name: t(`counterfactual:assumptions.${name}.short`),
      value: assumedValue(name, assumptions, t, format),
      usual: assumedValue(name, defaultAssumptions, t, format),
    };
    return t(`counterfactual:assumptions.${isChanged(name, assumptions) ? 'lineChanged' : 'line'}`, values);
  });
}
