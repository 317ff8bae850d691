import type { Fit, Summary } from '#contract/evidence';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { LabFigure } from '../figures/LabFigure.tsx';
import { useProvenance } from '../figures/Provenance.ts';
import { drawRanges, rangesHeight, type RangeRow } from '../figures/ranges.ts';
import type { FigureColumn } from '../figures/table.ts';

interface ProductivityProps {
  readonly fit: Fit;
  /** Those with funded staff that the page is about. */
  readonly units: readonly { readonly code: string; readonly productivity: Summary }[];
}

interface Row {
  readonly label: string;
  readonly summary: Summary;
}

/** What a funded FTE does beside a base FTE: in these units, and in the mean of all towards which each is drawn. */
export function Productivity({ fit, units }: ProductivityProps) {
  const t = useText();
  const format = useFormat();
  const { basis } = useProvenance().result;
  const [first] = units;
  const only = units.length === 1 ? first : undefined;
  const label = (code: string) => (only === undefined ? code : t('counterfactual:productivity.unit', { code }));
  const rows: readonly Row[] = [
    ...units.map(({ code, productivity }) => ({ label: label(code), summary: productivity })),
    { label: t('counterfactual:productivity.mean'), summary: fit.productivity },
  ];
  const isMain = (index: number) => index === (only === undefined ? units.length : 0);
  const number = (value: number) => format.number(value, 2);
  const ranges = rows.map(({ label, summary }, index): RangeRow => ({
    key: label,
    label,
    range: { low: summary.p10, middle: summary.mean, high: summary.p90 },
    isMain: isMain(index),
  }));
  const chart = (width: number) => ({
    rows: ranges,
    number: (value: number) => format.number(value, 1),
    labelWidth: Math.min(180, width * 0.4),
    reference: 1,
    rowHeight: rows.length > 4 ? 18 : 30,
  });
  const columns: readonly FigureColumn<Row>[] = [
    { header: t('counterfactual:productivity.whose'), value: ({ label }) => label },
    {
      header: t('counterfactual:table.mean'),
      value: ({ summary }) => summary.mean,
      shown: (row) => number(row.summary.mean),
    },
    {
      header: t('counterfactual:table.from', { share: format.percent(0.8) }),
      value: ({ summary }) => summary.p10,
      shown: (row) => number(row.summary.p10),
    },
    {
      header: t('counterfactual:table.to', { share: format.percent(0.8) }),
      value: ({ summary }) => summary.p90,
      shown: (row) => number(row.summary.p90),
    },
  ];
  const words = (summary: Summary) => ({
    mean: number(summary.mean),
    low: number(summary.p10),
    high: number(summary.p90),
  });
  return (
    <LabFigure
      figure="productivity"
      title={t('counterfactual:productivity.title')}
      description={
        basis === 'prior'
          ? t('counterfactual:productivity.textPrior', words(fit.productivity))
          : only === undefined
            ? t('counterfactual:productivity.textMean', words(fit.productivity))
            : t('counterfactual:productivity.textUnit', words(only.productivity))
      }
      panels={[{ heading: null, height: rangesHeight(chart(600)), draw: (width) => drawRanges(chart(width)) }]}
      table={{ rows, rowKey: ({ label }) => label, columns }}
    />
  );
}
