import { useCallback } from 'react';
import { Link } from 'wouter';
import type { Month } from '#contract/ground/dates';
import type { National, NationalUnit } from '#contract/reporting/rollup';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { Figure } from '../../../ui/Figure.tsx';
import { MovementMark } from '../../../ui/MovementMark.tsx';
import { PlotChart } from '../../../ui/PlotChart.tsx';
import tiles from '../../../ui/Tiles.module.css';
import { drawTile } from './drawTile.ts';
import { byGrowth, withoutWords } from './nationalWords.ts';
import classes from './Rollup.module.css';
import type { Span } from './useNational.ts';

interface NationalUnitsProps {
  readonly national: National;
  readonly span: Span;
}

/** One drawing for each unit, those that grew most first; the same as a table. */
export function NationalUnits({ national, span }: NationalUnitsProps) {
  const t = useText();
  const units = byGrowth(national.units);
  return (
    <Figure
      title={t('common:backlogByUnit')}
      description={t(`rollup:units.text.${String(span) as '3' | '12'}`)}
      hasLinks
      chart={
        <ul className={tiles.grid}>
          {units.map((unit) => (
            <li key={unit.unitId}>
              <Tile unit={unit} months={national.months} span={span} />
            </li>
          ))}
        </ul>
      }
      table={<UnitTable units={units} />}
    />
  );
}

interface TileProps {
  readonly unit: NationalUnit;
  readonly months: readonly Month[];
  readonly span: Span;
}

function Tile({ unit, months, span }: TileProps) {
  const t = useText();
  const format = useFormat();
  const draw = useCallback(() => drawTile(unit, months, span), [unit, months, span]);
  const { opening, closing } = unit;
  const change = opening === null || closing === null ? '' : format.change(closing - opening);
  return (
    <Link href={`/backlog/units/${unit.unitId}`} className={tiles.tile ?? ''} title={format.bilingual(unit.name)}>
      <span className={tiles.head}>
        <span>
          <strong>{unit.code}</strong> {unit.unsigned && t('common:unsigned')}
        </span>
        <MovementMark movement={unit.movement} by={change} />
      </span>
      <span aria-hidden>
        <PlotChart height={56} draw={draw} />
      </span>
      <span className={classes.tileFoot} data-side={unit.withoutStaff}>
        {withoutWords(unit, t, format)}
      </span>
    </Link>
  );
}

function UnitTable({ units }: { readonly units: readonly NationalUnit[] }) {
  const t = useText();
  const format = useFormat();
  return (
    <DataTable
      caption={t('common:backlogByUnit')}
      rows={units}
      rowKey={(unit) => unit.unitId}
      columns={[
        {
          key: 'unit',
          header: t('codes:heading.unit'),
          value: ({ code, name, unsigned }) =>
            [code, format.bilingual(name), ...(unsigned ? [t('common:unsigned')] : [])].join(' · '),
          href: ({ unitId }) => `/backlog/units/${unitId}`,
        },
        {
          key: 'opening',
          header: t('codes:term.openingBalance'),
          as: 'number',
          value: (unit) => unit.opening,
          none: t('codes:valueStatus.not_available'),
        },
        {
          key: 'closing',
          header: t('codes:term.closingBalance'),
          as: 'number',
          value: (unit) => unit.closing,
          none: t('codes:valueStatus.not_available'),
        },
        {
          key: 'movement',
          header: t('common:trend'),
          narrow: true,
          value: ({ movement }) => t(`codes:movement.${movement}`),
        },
        { key: 'without', header: t('rollup:units.without'), value: (unit) => withoutWords(unit, t, format) },
        { key: 'grade', header: t('codes:heading.grade'), narrow: true, value: ({ estimate }) => estimate?.grade },
      ]}
    />
  );
}
