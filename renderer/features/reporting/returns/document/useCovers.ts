import type { IndicatorValue } from '#contract/reporting/returns';
import { useDocumentLanguage } from './language.ts';

/** How many units a total covers or, of a figure that only agreements have, how many agreements. */
export function useCovers(): (value: IndicatorValue) => string {
  const { t, number } = useDocumentLanguage();
  return ({ agreements, unitsCovered, unitsAsked }) =>
    agreements === null
      ? t('returns:panel.covers', { count: unitsCovered, covered: number(unitsCovered), asked: number(unitsAsked) })
      : t('returns:panel.coversAgreements', {
          covered: number(agreements.covered),
          asked: number(agreements.asked),
        });
}
