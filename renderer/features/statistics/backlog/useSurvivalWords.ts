import { useMemo } from 'react';
import type { Survival, SurvivalCurve, SurvivalGroup } from '#contract/statistics/survival';
import { useText, type Translate } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { endOf } from './curves.ts';

type Format = ReturnType<typeof useFormat>;

function nameOf(group: SurvivalGroup, t: Translate, format: Format): string {
  switch (group.kind) {
    case 'all':
      return t('backlog:survival.grouping.all');
    case 'source':
      return group.source === 'proactive' ? t('codes:ledgerTerm.proactive') : t(`codes:referralSource.${group.source}`);
    case 'other_sources':
      return t('backlog:survival.others');
    case 'fiscal_year':
      return format.fiscalYear(group.fiscalYear);
  }
}

function medianWords(curve: SurvivalCurve, name: string | null, t: Translate, format: Format): string {
  const { value, low, high } = curve.median;
  const of = name === null ? {} : { name };
  if (value === null)
    return t(`backlog:survival.notHalf.${name === null ? 'all' : 'one'}`, { count: endOf(curve), ...of });
  const limits = { low: low === null ? '' : format.number(low), high: high === null ? '' : format.number(high) };
  const days = t(`backlog:survival.median.${low === null ? 'alone' : high === null ? 'from' : 'between'}`, {
    count: value,
    ...limits,
  });
  return t(`backlog:survival.half.${name === null ? 'all' : 'one'}`, { days, ...of });
}

/** Never a certainty: what is smaller than one in a thousand is called so. */
function probabilityText(pValue: number, format: Format): string {
  return pValue < 0.001 ? `p < ${format.number(0.001, 3)}` : `p = ${format.number(pValue, 3)}`;
}

/** The figure in words: what was followed, how long half of it stayed, and whether the first two curves differ. */
export function useSurvivalWords(survival: Survival): {
  readonly names: readonly string[];
  readonly sentences: readonly string[];
} {
  const t = useText();
  const format = useFormat();
  return useMemo(() => {
    const { curves, from, test } = survival;
    const names = curves.map(({ group }) => nameOf(group, t, format));
    const files = curves.reduce((total, curve) => total + curve.files, 0);
    const medians = curves.map((curve, index) =>
      medianWords(curve, curves.length === 1 ? null : (names[index] ?? ''), t, format),
    );
    const [first = '', second = ''] = names;
    return {
      names,
      sentences: [
        t('backlog:survival.text', { count: files, from: format.day(from) }),
        ...medians,
        ...(test === null
          ? []
          : [t('backlog:survival.test', { first, second, probability: probabilityText(test.pValue, format) })]),
      ],
    };
  }, [survival, t, format]);
}
