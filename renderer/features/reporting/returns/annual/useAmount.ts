import { isMoney } from '#contract/reporting/indicators';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';

/** Writes a figure of an indicator: money with its cents, and a value that is missing as such. */
export function useAmount(): (of: Parameters<typeof isMoney>[0], value: number | null) => string {
  const t = useText();
  const format = useFormat();
  return (of, value) => {
    if (value === null) return t('counterfactual:table.unknown');
    if (isMoney(of)) return format.money(Math.round(value * 100));
    return format.number(value, Number.isInteger(value) ? 0 : 1);
  };
}
