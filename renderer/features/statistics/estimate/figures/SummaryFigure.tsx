import type { FigureCode } from '#contract/statistics/figures';
import type { Summary } from '#contract/statistics/evidence';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { decimal } from '../estimateText.ts';
import { LabFigure } from './LabFigure.tsx';
import { drawRanges, rangesHeight } from './ranges.ts';
import type { FigureColumn } from './table.ts';

interface SummaryRow {
  readonly label: string;
  readonly summary: Summary;
  /** The one that the others are compared with. */
  readonly isMain: boolean;
  /** Otherwise the interval alone is shown. */
  readonly hasMean?: boolean;
}

interface SummaryFigureProps {
  readonly figure: FigureCode;
  readonly title: string;
  readonly description: string;
  /** Of the labels, in the table. */
  readonly header: string;
  readonly rows: readonly SummaryRow[];
  /** Place of the line for "no difference". */
  readonly reference: number;
  /** 0 for files, 2 for a productivity. */
  readonly decimals: number;
}

/** A few intervals of 80 %, one below the other, with their means where these may be said. */
export function SummaryFigure(props: SummaryFigureProps) {
  const { figure, title, description, header, rows, reference, decimals } = props;
  const t = useText();
  const format = useFormat();
  const chart = (width: number) => ({
    rows: rows.map(({ label, summary, isMain, hasMean = false }) => ({
      key: label,
      label,
      range: { low: summary.p10, middle: hasMean ? summary.mean : null, high: summary.p90 },
      isMain,
    })),
    // An axis needs one decimal less than a figure that is quoted.
    number: (value: number) => decimal(value, Math.max(0, decimals - 1), format),
    labelWidth: Math.min(180, width * 0.4),
    reference,
    rowHeight: rows.length > 4 ? 18 : 30,
  });
  const share = format.percent(0.8);
  const column = (name: string, key: 'p10' | 'mean' | 'p90'): FigureColumn<SummaryRow> => ({
    header: name,
    value: ({ summary, hasMean = false }) => (key === 'mean' && !hasMean ? null : summary[key]),
    shown: ({ summary }) => decimal(summary[key], decimals, format),
  });
  return (
    <LabFigure
      figure={figure}
      title={title}
      description={description}
      panels={[{ heading: null, height: rangesHeight(chart(600)), draw: (width) => drawRanges(chart(width)) }]}
      table={{
        rows,
        rowKey: ({ label }) => label,
        columns: [
          { header, value: ({ label }) => label },
          column(t('counterfactual:table.from', { share }), 'p10'),
          ...(rows.some(({ hasMean = false }) => hasMean) ? [column(t('counterfactual:table.mean'), 'mean')] : []),
          column(t('counterfactual:table.to', { share }), 'p90'),
        ],
      }}
    />
  );
}
