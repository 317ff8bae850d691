import { figureCover } from '#contract/reporting/figureCover';
import type { IndicatorValue } from '#contract/reporting/returns';
import { useDocumentLanguage } from './language.ts';

/** How many units a total covers or, of a figure that only agreements have, how many agreements. */
export function useCovers(): (value: IndicatorValue) => string {
  const { t, number } = useDocumentLanguage();
  return (value) => {
    const { covered, asked, of } = figureCover(value);
    const figures = { covered: number(covered), asked: number(asked) };
    return of === 'units'
      ? t('returns:panel.covers', { count: covered, ...figures })
      : t('returns:panel.coversAgreements', { count: covered, ...figures });
  };
}
