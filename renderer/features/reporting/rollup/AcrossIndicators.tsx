import { areaY, dot, lineY, ruleY, type PlotOptions } from '@observablehq/plot';
import { useCallback } from 'react';
import { noFigure, type Across, type AcrossIndicator } from '#contract/reporting/across';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { Figure } from '../../../ui/Figure.tsx';
import { PlotChart } from '../../../ui/PlotChart.tsx';
import tiles from '../../../ui/Tiles.module.css';
import { useAmount } from '../returns/annual/useAmount.ts';
import { CoveredCell } from './CoveredCell.tsx';
import { UnsignedMark } from './UnsignedMark.tsx';

/** Eight quarters of one indicator, from none up to its own highest; a quarter that covers fewer than it should is an open dot. */
function drawQuarters(cells: AcrossIndicator['cells']): PlotOptions {
  const points = cells.map(({ value, covered, asked, unsigned }, quarter) => ({
    quarter,
    value: value ?? NaN,
    isWhole: covered === asked,
    symbol: unsigned ? 'square' : 'circle',
  }));
  const highest = Math.max(1, ...cells.map(({ value }) => value ?? 0));
  return {
    margin: 4,
    x: { domain: [0, cells.length - 1], axis: null },
    y: { domain: [0, highest], axis: null },
    marks: [
      areaY(points, { x: 'quarter', y: 'value', fill: 'var(--vigie-accent)', fillOpacity: 0.12 }),
      ruleY([0], { stroke: 'var(--vigie-line)' }),
      lineY(points, { x: 'quarter', y: 'value', stroke: 'var(--vigie-actual)', strokeWidth: 1.5 }),
      dot(points, {
        x: 'quarter',
        y: 'value',
        r: 2.2,
        symbol: 'symbol',
        stroke: 'var(--vigie-actual)',
        fill: ({ isWhole }: { readonly isWhole: boolean }) =>
          isWhole ? 'var(--vigie-actual)' : 'var(--mantine-color-body)',
      }),
    ],
  };
}

/** One drawing for each indicator; the same as a table with the coverage of each quarter. */
export function AcrossIndicators({ across }: { readonly across: Across }) {
  const t = useText();
  return (
    <Figure
      title={t('rollup:across.quarters')}
      description={t('rollup:across.quartersText')}
      chart={
        <ul className={tiles.grid}>
          {across.indicators.map((indicator) => (
            <li key={indicator.code}>
              <Tile indicator={indicator} />
            </li>
          ))}
        </ul>
      }
      table={<QuarterTable across={across} />}
    />
  );
}

function Tile({ indicator }: { readonly indicator: AcrossIndicator }) {
  const { code, name, cells } = indicator;
  const t = useText();
  const format = useFormat();
  const amount = useAmount();
  const draw = useCallback(() => drawQuarters(cells), [cells]);
  const { value: last, stead, unsigned } = cells.at(-1) ?? noFigure;
  return (
    <div className={tiles.tile}>
      <span className={tiles.head}>
        <span title={format.bilingual(name)}>
          <strong>{code}</strong> {format.bilingual(name)}
        </span>
        <span>
          {last === null
            ? t(stead ? `codes:heading.${stead}` : 'codes:valueStatus.not_available')
            : amount(indicator, last)}
          <UnsignedMark isUnsigned={unsigned} />
        </span>
      </span>
      <span aria-hidden>
        <PlotChart height={56} draw={draw} />
      </span>
    </div>
  );
}

function QuarterTable({ across: { quarters, indicators } }: { readonly across: Across }) {
  const t = useText();
  const format = useFormat();
  return (
    <DataTable
      caption={t('rollup:across.quarters')}
      rows={indicators}
      rowKey={({ code }) => code}
      columns={[
        { key: 'code', header: t('codes:heading.code'), narrow: true, value: ({ code }) => code },
        { key: 'name', header: t('codes:heading.indicator'), value: ({ name }) => format.bilingual(name) },
        ...quarters.map((quarter, index) => ({
          key: `${String(quarter.fiscalYear)}-${String(quarter.quarter)}`,
          header: format.quarter(quarter),
          align: 'end' as const,
          value: (row: AcrossIndicator) => row.cells[index]?.value ?? null,
          cell: (row: AcrossIndicator) => <CoveredCell of={row} figure={row.cells[index] ?? noFigure} />,
        })),
      ]}
    />
  );
}
