import type { Summary } from '#contract/statistics/evidence';
import { useText } from '../../../../i18n/text.ts';
import { SummaryFigure } from '../figures/SummaryFigure.tsx';

interface ScepticAnswerProps {
  readonly avoided: Summary;
  readonly sceptic: Summary | null;
  readonly hasMean: boolean;
}

/** The same estimate for who takes funded staff to do nothing until the data show that they do, below the first. */
export function ScepticAnswer({ avoided, sceptic, hasMean }: ScepticAnswerProps) {
  const t = useText();
  if (sceptic === null) return null;
  return (
    <SummaryFigure
      figure="sceptic"
      title={t('counterfactual:sceptic.title')}
      description={t('counterfactual:sceptic.text')}
      header={t('counterfactual:sceptic.begins')}
      rows={[
        { label: t('counterfactual:sceptic.own'), summary: avoided, isMain: true, hasMean },
        { label: t('counterfactual:sceptic.none'), summary: sceptic, isMain: false, hasMean },
      ]}
      reference={0}
      decimals={0}
    />
  );
}
