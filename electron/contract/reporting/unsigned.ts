import { restsOnForm, type Check, type IndicatorValue } from './returns.ts';

/** Whether a figure comes, in whole or in part, from a form that nothing signs: what registers give, or a person enters, does not. */
export function figureRestsOnForm(
  checks: readonly Check[],
  { unitCode, calculation }: Pick<IndicatorValue, 'unitCode' | 'calculation'>,
): boolean {
  return calculation !== 'funding' && calculation !== 'entered' && restsOnForm(checks, unitCode);
}
