import { categoryName } from '#contract/reporting/breakdownLabels';
import type { ReturnContent } from '#contract/reporting/returns';
import type { TemplateSource } from '#contract/reporting/templates';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';

type Of<K extends TemplateSource['kind']> = Extract<TemplateSource, { readonly kind: K }>;

/** Says in words what goes into a cell. */
export function useSourceName(content: ReturnContent): (source: TemplateSource) => string {
  const t = useText();
  const format = useFormat();
  const indicator = (code: string): string => {
    const found = content.framework.indicators.find((each) => each.code === code);
    return found === undefined ? code : `${code} ${format.bilingual(found.name)}`;
  };
  const unit = (code: string | null): string => code ?? t('codes:heading.allUnits');
  const names: { readonly [K in TemplateSource['kind']]: (source: Of<K>) => readonly string[] } = {
    indicator: ({ code, unitCode, part }) => [indicator(code), unit(unitCode), t(`templates:indicatorPart.${part}`)],
    ledger: ({ column, unitCode, month }) => [
      t(`codes:ledger.${column}`),
      unit(unitCode),
      month === null ? t('templates:wholeQuarter') : t('templates:monthOf', { number: month }),
    ],
    narrative: ({ section, language }) => [t(`codes:part.${section}`), t(`codes:locale.${language}`)],
    explanation: ({ code, unitCode, language }) => [
      t('returns:written.explanation'),
      indicator(code),
      unit(unitCode),
      t(`codes:locale.${language}`),
    ],
    fact: ({ fact, language }) => [t(`templates:factName.${fact}`), t(`codes:locale.${language}`)],
    attestation: ({ role, part }) => [t(`codes:part.${role}`), t(`templates:attestationPart.${part}`)],
    budget: ({ line, column }) => [line ?? t('templates:allLines'), t(`templates:budgetColumn.${column}`)],
    cash: ({ row, quarter }) => [
      t(`codes:cashLine.${row}`),
      quarter === null ? t('codes:heading.fiscalYear') : t('common:quarterShort', { quarter }),
    ],
    category: (source) => [
      indicator(source.code),
      unit(source.unitCode),
      format.bilingual(categoryName(source, content.categories)),
    ],
    estimate: ({ unitCode, part }) => [unit(unitCode), t(`templates:estimatePart.${part}`)],
    text: ({ text }) => [text],
  };
  return (source) => (names[source.kind] as (of: TemplateSource) => readonly string[])(source).join(', ');
}
