import { IconInfoCircle } from '@tabler/icons-react';
import type { Placebos } from '#contract/statistics/evidence';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { Notice } from '../../../../ui/Notice.tsx';
import { useProvenance } from '../figures/Provenance.ts';
import { SummaryFigure } from '../figures/SummaryFigure.tsx';
import { decimal } from '../estimateText.ts';
import own from './Placebos.module.css';
import { VerdictBadge } from './VerdictBadge.tsx';
import { judgeEarlyStart } from './verdicts.ts';

/** The funding pretended a year early, on the months before it: whatever is found then was there without it. */
export function EarlyStart({ found }: { readonly found: Placebos['earlyStart'] }) {
  const t = useText();
  const format = useFormat();
  const { fit } = useProvenance().result;
  if (found === null)
    return (
      <Notice tone="neutral" icon={IconInfoCircle} title={t('counterfactual:placebo.early.title')}>
        {t('counterfactual:placebo.early.none')}
      </Notice>
    );
  const verdict = judgeEarlyStart(found.productivity);
  const pretended = { label: t('counterfactual:placebo.early.pretended'), summary: found.productivity, isMain: true };
  return (
    <div>
      <SummaryFigure
        figure="early_start"
        title={t('counterfactual:placebo.early.title')}
        description={t('counterfactual:placebo.early.text', { count: found.units })}
        header={t('counterfactual:placebo.early.start')}
        rows={
          fit === null
            ? [pretended]
            : [pretended, { label: t('counterfactual:placebo.early.true'), summary: fit.productivity, isMain: false }]
        }
        reference={0}
        decimals={2}
      />
      <VerdictBadge verdict={verdict} />
      <p className={own.verdict}>
        {t(`counterfactual:placebo.early.${verdict}`, {
          low: decimal(found.productivity.p10, 2, format),
          high: decimal(found.productivity.p90, 2, format),
        })}
      </p>
    </div>
  );
}
