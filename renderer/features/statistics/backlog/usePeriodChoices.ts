import type { Month } from '#contract/ground/dates';
import { useText } from '../../../i18n/text.ts';
import { useFigureFilter } from '../../../lib/figureFilter.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { periodChoices, readPeriod, writePeriod, type Period } from './period.ts';

/** The periods of a ledger, named in the language on screen. */
export function usePeriodChoices(last: Month) {
  const t = useText();
  const format = useFormat();
  const [filter] = useFigureFilter();
  const nameOf = (period: Period): string => {
    switch (period.kind) {
      case 'span':
        return t('backlog:filters.spanPeriod', { count: filter.span });
      case 'quarter':
        return format.quarter(period.quarter);
      case 'year':
        return format.fiscalYear(period.fiscalYear);
    }
  };
  const itemOf = (period: Period) => ({ value: writePeriod(period), label: nameOf(period) });
  const { quarters, years } = periodChoices(last);
  return {
    value: writePeriod(readPeriod(filter.period, last)),
    choices: [
      { group: t('backlog:filters.quarters'), items: quarters.map(itemOf) },
      { group: t('backlog:filters.years'), items: years.map(itemOf) },
      { group: t('backlog:filters.other'), items: [itemOf({ kind: 'span' })] },
    ],
  };
}
