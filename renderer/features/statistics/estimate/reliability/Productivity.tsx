import type { Fit, Summary } from '#contract/statistics/evidence';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { useProvenance } from '../figures/Provenance.ts';
import { SummaryFigure } from '../figures/SummaryFigure.tsx';
import { decimal } from '../estimateText.ts';

interface ProductivityProps {
  readonly fit: Fit;
  /** Those with funded staff that the page is about. */
  readonly units: readonly { readonly code: string; readonly productivity: Summary }[];
  /** Whether some unit has too few funded staff for a figure of its own. */
  readonly isWithheld: boolean;
}

/** Output of a funded FTE relative to a base FTE: in these units, and the mean of all units. */
export function Productivity({ fit, units, isWithheld }: ProductivityProps) {
  const t = useText();
  const format = useFormat();
  const { basis } = useProvenance().result;
  const only = units.length === 1 ? units[0] : undefined;
  const words = ({ mean, p10, p90 }: Summary) => ({
    mean: decimal(mean, 2, format),
    low: decimal(p10, 2, format),
    high: decimal(p90, 2, format),
  });
  const learned =
    only === undefined
      ? t('counterfactual:productivity.textMean', words(fit.productivity))
      : t('counterfactual:productivity.textUnit', words(only.productivity));
  const { learnt } = fit;
  const moved =
    learnt === null || basis === 'prior'
      ? []
      : [
          t('counterfactual:productivity.learnt', {
            ...words(learnt.prior),
            share: format.percent(learnt.priorWeight),
          }),
        ];
  const said = basis === 'prior' ? t('counterfactual:productivity.textPrior', words(fit.productivity)) : learned;
  return (
    <SummaryFigure
      figure="productivity"
      title={t('counterfactual:productivity.title')}
      description={[said, ...moved, ...(isWithheld ? [t('counterfactual:productivity.withheld')] : [])].join(' ')}
      header={t('counterfactual:productivity.whose')}
      rows={[
        ...units.map(({ code, productivity }) => ({
          label: only === undefined ? code : t('counterfactual:productivity.unit', { code }),
          summary: productivity,
          isMain: only !== undefined,
        })),
        {
          label: t('counterfactual:productivity.mean'),
          summary: fit.productivity,
          isMain: only === undefined,
        },
        ...(learnt === null
          ? []
          : [{ label: t('counterfactual:productivity.prior'), summary: learnt.prior, isMain: false }]),
      ]}
      reference={1}
      decimals={2}
      hasMean
    />
  );
}
