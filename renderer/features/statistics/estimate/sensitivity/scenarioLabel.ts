import type { SensitivityRow } from '#contract/statistics/assumptions';
import type { Translate } from '../../../../i18n/text.ts';
import { decimalWords } from '../assumptions/assumptionWords.ts';
import type { Format } from '../estimateText.ts';

function valueWords({ scenario, value }: SensitivityRow, t: Translate, format: Format): string {
  switch (value) {
    case 'none':
    case 'complete':
      return t(`counterfactual:assumptions.pooling.${value}`);
    case 'independent':
      return t('counterfactual:assumptions.coupling.independent');
    case 'thinned':
      return t('counterfactual:assumptions.administrative.thinned');
    case 'with_court':
      return t('counterfactual:assumptions.backlogDefinition.with_court');
    default:
      if (scenario === 'ramp_months') return format.number(value);
      return scenario.endsWith('_share') ? format.percent(value) : decimalWords(value, format);
  }
}

/** What a row assumes instead. */
export function scenarioLabel(row: SensitivityRow, t: Translate, format: Format): string {
  return t(`counterfactual:scenario.${row.scenario}`, { value: valueWords(row, t, format) });
}
