import { IconInfoCircle } from '@tabler/icons-react';
import type { Placebos, Summary } from '#contract/evidence';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { LabFigure } from '../figures/LabFigure.tsx';
import { useProvenance } from '../figures/Provenance.ts';
import { drawRanges, rangesHeight } from '../figures/ranges.ts';
import own from './Placebos.module.css';
import { VerdictBadge } from './VerdictBadge.tsx';
import { judgeEarlyStart } from './verdicts.ts';

interface Row {
  readonly label: string;
  readonly summary: Summary;
  readonly isMain: boolean;
}

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
  const number = (value: number) => format.number(value + 0, 2);
  const rows: readonly Row[] = [
    { label: t('counterfactual:placebo.early.pretended'), summary: found.productivity, isMain: true },
    ...(fit === null
      ? []
      : [{ label: t('counterfactual:placebo.early.true'), summary: fit.productivity, isMain: false }]),
  ];
  const chart = (width: number) => ({
    rows: rows.map(({ label, summary, isMain }) => ({
      key: label,
      label,
      range: { low: summary.p10, middle: summary.mean, high: summary.p90 },
      isMain,
    })),
    number: (value: number) => format.number(value, 1),
    labelWidth: Math.min(180, width * 0.4),
    reference: 0,
  });
  const share = format.percent(0.8);
  const column = (header: string, key: 'p10' | 'mean' | 'p90') => ({
    header,
    value: ({ summary }: Row) => summary[key],
    shown: ({ summary }: Row) => number(summary[key]),
  });
  return (
    <div>
      <LabFigure
        figure="early_start"
        title={t('counterfactual:placebo.early.title')}
        description={t('counterfactual:placebo.early.text', { count: found.units })}
        panels={[{ heading: null, height: rangesHeight(chart(400)), draw: (width) => drawRanges(chart(width)) }]}
        table={{
          rows,
          rowKey: ({ label }) => label,
          columns: [
            { header: t('counterfactual:placebo.early.start'), value: ({ label }) => label },
            column(t('counterfactual:table.from', { share }), 'p10'),
            column(t('counterfactual:table.mean'), 'mean'),
            column(t('counterfactual:table.to', { share }), 'p90'),
          ],
        }}
      />
      <VerdictBadge verdict={verdict} />
      <p className={own.verdict}>
        {t(`counterfactual:placebo.early.${verdict}`, {
          low: number(found.productivity.p10),
          high: number(found.productivity.p90),
        })}
      </p>
    </div>
  );
}
