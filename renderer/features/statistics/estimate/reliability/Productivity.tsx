import type { Fit, Summary } from '#contract/statistics/evidence';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { useProvenance } from '../figures/Provenance.ts';
import { SummaryFigure } from '../figures/SummaryFigure.tsx';
import { decimal } from '../estimateText.ts';
import type { ownProductivity } from './ownProductivity.ts';

interface ProductivityProps {
  readonly fit: Fit;
  /** Those with funded staff that the page is about. */
  readonly units: ReturnType<typeof ownProductivity>['units'];
  /** Whether some unit has too few funded staff for a figure of its own. */
  readonly isWithheld: boolean;
  /** Whether what the page is about shows a single figure. */
  readonly hasMean: boolean;
}

/** Output of a funded FTE relative to a base FTE: in these units, and the mean of all units. */
export function Productivity({ fit, units, isWithheld, hasMean }: ProductivityProps) {
  const t = useText();
  const format = useFormat();
  const { basis } = useProvenance().result;
  const only = units.length === 1 ? units[0] : undefined;
  const words = ({ mean, p10, p90 }: Summary) => ({
    mean: decimal(mean, 2, format),
    low: decimal(p10, 2, format),
    high: decimal(p90, 2, format),
  });
  // What is assumed is no result: its mean is said whatever the grade.
  const isAssumed = basis === 'prior';
  const value = (summary: Summary) =>
    t(`counterfactual:productivity.${hasMean || isAssumed ? 'value' : 'range'}`, words(summary));
  const learned =
    only === undefined
      ? t('counterfactual:productivity.textMean', { value: value(fit.productivity) })
      : t('counterfactual:productivity.textUnit', { value: value(only.productivity) });
  const { learnt } = fit;
  const moved =
    learnt === null || isAssumed
      ? []
      : [
          t('counterfactual:productivity.learnt', {
            ...words(learnt.prior),
            share: format.percent(learnt.priorWeight),
          }),
        ];
  const said = isAssumed ? t('counterfactual:productivity.textPrior', { value: value(fit.productivity) }) : learned;
  return (
    <SummaryFigure
      figure="productivity"
      title={t('counterfactual:productivity.title')}
      description={[said, ...moved, ...(isWithheld ? [t('counterfactual:productivity.withheld')] : [])].join(' ')}
      header={t('counterfactual:productivity.whose')}
      rows={[
        ...units.map(({ code, productivity, hasMean: ownMean }) => ({
          label: only === undefined ? code : t('counterfactual:productivity.unit', { code }),
          summary: productivity,
          isMain: only !== undefined,
          hasMean: ownMean,
        })),
        {
          label: t('counterfactual:productivity.mean'),
          summary: fit.productivity,
          isMain: only === undefined,
          hasMean: hasMean || isAssumed,
        },
        ...(learnt === null
          ? []
          : [{ label: t('counterfactual:productivity.prior'), summary: learnt.prior, isMain: false, hasMean: true }]),
      ]}
      reference={1}
      decimals={2}
    />
  );
}
