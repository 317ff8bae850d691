import type { SensitivityRow } from '#contract/statistics/assumptions';
import type { Estimate } from '#contract/statistics/estimate';
import { cappedProbability, type Shown } from '#contract/statistics/shown';
import { useText, type Translate } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { LabFigure } from '../figures/LabFigure.tsx';
import { drawRanges, rangesHeight } from '../figures/ranges.ts';
import type { FigureColumn } from '../figures/table.ts';
import { probabilityWords, rangeText, whole, type Format } from '../estimateText.ts';
import { byEffect, isRefitted, sideOfAll } from './tornado.ts';
import { decimalWords } from '../assumptions/assumptionWords.ts';

function valueWords({ scenario, value }: SensitivityRow, t: Translate, format: Format): string {
  switch (value) {
    case 'none':
    case 'complete':
      return t(`counterfactual:assumptions.pooling.${value}`);
    case 'independent':
      return t('counterfactual:assumptions.coupling.independent');
    case 'inflow':
    case 'work':
    case 'queue':
      return t(`counterfactual:scenario.closings.${value}`);
    case 'with_court':
      return t('counterfactual:assumptions.backlogDefinition.with_court');
    default:
      if (scenario === 'ramp_months') return format.number(value);
      return scenario.endsWith('_share') ? format.percent(value) : decimalWords(value, format);
  }
}

/** What a row assumes instead. */
function scenarioLabel(row: SensitivityRow, t: Translate, format: Format): string {
  return t(`counterfactual:scenario.${row.scenario}`, { value: valueWords(row, t, format) });
}

interface TornadoProps {
  readonly rows: readonly SensitivityRow[];
  readonly found: Pick<Estimate, 'avoided' | 'probabilityBelow'>;
  readonly shown: Shown;
}

interface Row {
  readonly key: string;
  readonly label: string;
  readonly low: number;
  readonly median: number;
  readonly high: number;
  readonly probabilityBelow: number;
  /** Null for what is assumed now. */
  readonly change: number | null;
  readonly isRefitted: boolean;
}

function rowsOf(
  given: readonly SensitivityRow[],
  { avoided: { p10, p50, p90 }, probabilityBelow }: TornadoProps['found'],
  t: Translate,
  format: Format,
): readonly Row[] {
  const base = {
    key: 'base',
    label: t('counterfactual:sensitivity.base'),
    low: p10,
    median: p50,
    high: p90,
    probabilityBelow,
    change: null,
    isRefitted: false,
  };
  const others = byEffect(given, p50).map((row): Row => ({
    ...row,
    key: `${row.scenario} ${String(row.value)}`,
    label: `${scenarioLabel(row, t, format)}${isRefitted(row) ? '\u00a0*' : ''}`,
    isRefitted: isRefitted(row),
  }));
  return [base, ...others];
}

/** The largest effect, and whether every range stays on one side of zero. */
function describe(rows: readonly Row[], t: Translate, format: Format): string {
  const [base, first] = rows;
  const parts = [t('counterfactual:sensitivity.text')];
  if (base !== undefined && first !== undefined) {
    parts.push(
      t('counterfactual:sensitivity.most', {
        label: first.label,
        range: rangeText(first, t, format),
        base: rangeText(base, t, format),
      }),
    );
    parts.push(t(`counterfactual:sensitivity.side.${sideOfAll(rows)}`));
  }
  if (rows.some((row) => row.isRefitted)) parts.push(t('counterfactual:sensitivity.refitted'));
  return parts.join(' ');
}

export function Tornado({ rows: given, found, shown: { figure: hasMiddle, probability } }: TornadoProps) {
  const t = useText();
  const format = useFormat();
  const rows = rowsOf(given, found, t, format);
  const alternatives = given.map((row) => row.probabilityBelow);
  const share = format.percent(0.8);
  const chart = (width: number) => ({
    rows: rows.map(({ key, label, low, median, high, change }) => ({
      key,
      label,
      range: { low, middle: hasMiddle ? median : null, high },
      isMain: change === null,
      end: rangeText({ low, high }, t, format),
    })),
    number: (value: number) => format.number(value),
    labelWidth: Math.min(340, width * 0.4),
    reference: 0,
  });
  const likelier: FigureColumn<Row> = {
    header: t('counterfactual:units.probability'),
    value: ({ probabilityBelow }) => cappedProbability(probabilityBelow),
    shown: ({ probabilityBelow }) => probabilityWords(probabilityBelow, t, format, alternatives),
  };
  const columns: readonly FigureColumn<Row>[] = [
    { header: t('codes:heading.assumption'), value: ({ label }) => label },
    { header: t('counterfactual:table.from', { share }), value: ({ low }) => low },
    ...(hasMiddle ? [{ header: t('counterfactual:legend.middle'), value: ({ median }: Row) => median }] : []),
    { header: t('counterfactual:table.to', { share }), value: ({ high }) => high },
    {
      header: t('counterfactual:sensitivity.change'),
      value: ({ change }) => change ?? 0,
      shown: ({ change }) => format.change(whole(change ?? 0)),
    },
    ...(probability ? [likelier] : []),
  ];
  return (
    <LabFigure
      figure="sensitivity"
      title={t('counterfactual:sensitivity.title')}
      description={describe(rows, t, format)}
      panels={[{ heading: null, height: rangesHeight(chart(600)), draw: (width) => drawRanges(chart(width)) }]}
      table={{ rows, rowKey: ({ key }) => key, columns }}
    />
  );
}
