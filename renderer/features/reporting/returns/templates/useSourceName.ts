import type { ReturnContent } from '#contract/reporting/returns';
import type { TemplateSource } from '#contract/reporting/templates';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';

/** Says in words what goes into a cell. */
export function useSourceName(content: ReturnContent): (source: TemplateSource) => string {
  const t = useText();
  const format = useFormat();
  const indicator = (code: string): string => {
    const found = content.framework.indicators.find((each) => each.code === code);
    return found === undefined ? code : `${code} ${format.bilingual(found.name)}`;
  };
  const unit = (code: string | null): string => code ?? t('codes:heading.allUnits');
  return (source) => {
    switch (source.kind) {
      case 'indicator':
        return [indicator(source.code), unit(source.unitCode), t(`templates:indicatorPart.${source.part}`)].join(', ');
      case 'ledger':
        return [
          t(`codes:ledger.${source.column}`),
          unit(source.unitCode),
          source.month === null ? t('templates:wholeQuarter') : t('templates:monthOf', { number: source.month }),
        ].join(', ');
      case 'narrative':
        return `${t(`codes:part.${source.section}`)}, ${t(`codes:locale.${source.language}`)}`;
      case 'explanation':
        return [
          t('returns:written.explanation'),
          indicator(source.code),
          unit(source.unitCode),
          t(`codes:locale.${source.language}`),
        ].join(', ');
      case 'fact':
        return `${t(`templates:factName.${source.fact}`)}, ${t(`codes:locale.${source.language}`)}`;
      case 'attestation':
        return `${t(`codes:part.${source.role}`)}, ${t(`templates:attestationPart.${source.part}`)}`;
    }
  };
}
