import type { IndicatorValue } from '#contract/reporting/returns';
import { Fact, Facts } from '../../../ui/FieldRow.tsx';
import { useDocumentLanguage } from './document/language.ts';

/** What was entered in addition to what Vigie computes, the difference between the two, and why. */
export function EnteredFacts({ value, decimals }: { readonly value: IndicatorValue; readonly decimals: number }) {
  const { t, number, change, bilingual } = useDocumentLanguage();
  const entered = value.entered?.value ?? null;
  if (value.entered === null || entered === null) return null;
  const difference = value.value === null ? null : entered - value.value;
  const why = bilingual(value.entered.why);
  return (
    <Facts>
      <Fact label={t('codes:heading.entered')}>{number(entered, decimals)}</Fact>
      {difference !== null && <Fact label={t('codes:heading.difference')}>{change(difference, decimals)}</Fact>}
      {why !== '' && <Fact label={t('codes:heading.whyDifferent')}>{why}</Fact>}
    </Facts>
  );
}
