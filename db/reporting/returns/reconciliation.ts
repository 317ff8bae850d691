import type { Locale } from '#contract/ground/codes';
import type { IndicatorDefinition } from '#contract/reporting/indicators';
import type { Amounts, Reconciliation, ReconciliationState } from '#contract/reporting/reconciliation';
import { missingIn } from '#contract/reporting/returnTexts';
import type { IndicatorValue } from '#contract/reporting/returns';

const nothing: Amounts = { value: null, numerator: null, denominator: null, status: 'not_available' };
const unexplained = { en: '', fr: '' } as const;

const amountsOf = ({ value, numerator, denominator, status }: Amounts): Amounts => ({
  value,
  numerator,
  denominator,
  status,
});

/** Shares have tenths: their difference is not given to the fifteenth digit. */
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;

function stateOf(computed: number | null, entered: number | null, isExplained: boolean): ReconciliationState {
  if (computed === null) return entered === null ? 'neither' : 'not_computed';
  if (entered === null) return 'not_entered';
  if (computed === entered) return 'agrees';
  return isExplained ? 'explained' : 'differs';
}

function reconciled(figure: IndicatorValue, unitCode: string, languages: readonly Locale[]): Reconciliation {
  // Where Vigie computes nothing the entered figure is the one that is reported.
  const isEntered = figure.calculation === 'entered';
  const computed = isEntered ? nothing : amountsOf(figure);
  const entered = isEntered ? amountsOf(figure) : figure.entered ? amountsOf(figure.entered) : nothing;
  const why = figure.entered?.why ?? unexplained;
  const difference = computed.value === null || entered.value === null ? null : rounded(entered.value - computed.value);
  return {
    code: figure.code,
    unitCode,
    computed,
    entered,
    difference,
    state: stateOf(computed.value, entered.value, missingIn(why, languages).length === 0),
    why,
  };
}

/**
 * Both figures of every unit for each indicator of which the framework asks for both, in the order of the framework.
 * @param languages those in which a difference must be explained
 */
export function reconciliationOf(
  definitions: readonly IndicatorDefinition[],
  values: readonly IndicatorValue[],
  languages: readonly Locale[],
): Reconciliation[] {
  return definitions
    .filter(({ collection }) => collection === 'both')
    .flatMap(({ code }) =>
      values.flatMap((figure) =>
        figure.code === code && figure.unitCode !== null ? [reconciled(figure, figure.unitCode, languages)] : [],
      ),
    );
}
