import { IconInfoCircle } from '@tabler/icons-react';
import type { Placebos, Summary } from '#contract/statistics/evidence';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { Notice } from '../../../../ui/Notice.tsx';
import { SummaryFigure } from '../figures/SummaryFigure.tsx';
import { rangeText } from '../estimateText.ts';
import own from './Placebos.module.css';
import { VerdictBadge } from './VerdictBadge.tsx';
import { judgePandemic } from './verdicts.ts';

/** The estimate of all units together, with the first months of the pandemic left out. */
export function WithoutPandemic({ found }: { readonly found: Placebos['withoutPandemic'] }) {
  const t = useText();
  const format = useFormat();
  if (found === null)
    return (
      <Notice tone="neutral" icon={IconInfoCircle} title={t('counterfactual:placebo.pandemic.title')}>
        {t('counterfactual:placebo.pandemic.none')}
      </Notice>
    );
  const verdict = judgePandemic(found);
  const range = ({ p10, p90 }: Summary) => rangeText({ low: p10, high: p90 }, t, format);
  return (
    <div>
      <SummaryFigure
        figure="without_pandemic"
        title={t('counterfactual:placebo.pandemic.title')}
        description={t('counterfactual:placebo.pandemic.text', {
          count: found.units,
          month: format.month(found.month),
        })}
        header={t('counterfactual:placebo.pandemic.months')}
        rows={[
          { label: t('counterfactual:placebo.pandemic.with'), summary: found.avoided, isMain: true },
          {
            label: t('counterfactual:placebo.pandemic.without'),
            summary: found.avoidedMasked,
            isMain: false,
            hasMean: false,
          },
        ]}
        reference={0}
        decimals={0}
      />
      <VerdictBadge verdict={verdict} />
      <p className={own.verdict}>
        {t(`counterfactual:placebo.pandemic.${verdict}`, {
          with: range(found.avoided),
          without: range(found.avoidedMasked),
        })}
      </p>
    </div>
  );
}
