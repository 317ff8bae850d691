import { IconInfoCircle } from '@tabler/icons-react';
import type { Placebos, Summary } from '#contract/evidence';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { LabFigure } from '../figures/LabFigure.tsx';
import { drawRanges, rangesHeight } from '../figures/ranges.ts';
import { rangeWords } from '../words.ts';
import own from './Placebos.module.css';
import { VerdictBadge } from './VerdictBadge.tsx';
import { judgePandemic } from './verdicts.ts';

interface Row {
  readonly label: string;
  readonly summary: Summary;
  readonly isMain: boolean;
}

/** The answer of all units together, with the first months of the pandemic left out. */
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
  const rows: readonly Row[] = [
    { label: t('counterfactual:placebo.pandemic.with'), summary: found.avoided, isMain: true },
    { label: t('counterfactual:placebo.pandemic.without'), summary: found.avoidedMasked, isMain: false },
  ];
  const chart = (width: number) => ({
    rows: rows.map(({ label, summary, isMain }) => ({
      key: label,
      label,
      range: { low: summary.p10, middle: null, high: summary.p90 },
      isMain,
    })),
    number: (value: number) => format.number(value),
    labelWidth: Math.min(180, width * 0.4),
    reference: 0,
  });
  const share = format.percent(0.8);
  const range = ({ p10, p90 }: Summary) => rangeWords({ low: p10, high: p90 }, t, format);
  return (
    <div>
      <LabFigure
        figure="without_pandemic"
        title={t('counterfactual:placebo.pandemic.title')}
        description={t('counterfactual:placebo.pandemic.text', {
          count: found.units,
          month: format.month(found.month),
        })}
        panels={[{ heading: null, height: rangesHeight(chart(400)), draw: (width) => drawRanges(chart(width)) }]}
        table={{
          rows,
          rowKey: ({ label }) => label,
          columns: [
            { header: t('counterfactual:placebo.pandemic.months'), value: ({ label }) => label },
            { header: t('counterfactual:table.from', { share }), value: ({ summary }) => summary.p10 },
            { header: t('counterfactual:table.to', { share }), value: ({ summary }) => summary.p90 },
          ],
        }}
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
