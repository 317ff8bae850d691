import { SegmentedControl, VisuallyHidden } from '@mantine/core';
import { useCallback } from 'react';
import { Link } from 'wouter';
import type { Board, UnitBacklog } from '#contract/statistics/backlog';
import type { Month } from '#contract/ground/dates';
import type { Unit } from '#contract/accounts/people';
import { useText } from '../../../i18n/text.ts';
import { useFigureFilter } from '../../../lib/figureFilter.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { Figure } from '../../../ui/Figure.tsx';
import { MovementMark } from '../../../ui/MovementMark.tsx';
import { PlotChart } from '../../../ui/PlotChart.tsx';
import tiles from '../../../ui/Tiles.module.css';
import { BoardTable } from './BoardTable.tsx';
import { drawSmall } from './drawBacklog.ts';
import { byGrowth, growthOf, growthOfAll } from './headline.ts';
import keys from './Key.module.css';
import shared from '../../../ui/Shared.module.css';
import classes from './SmallMultiples.module.css';

interface SmallMultiplesProps {
  readonly board: Board;
  readonly names: readonly Unit[];
}

/** One drawing for each unit, those that grew most first. */
export function SmallMultiples({ board, names }: SmallMultiplesProps) {
  const t = useText();
  const format = useFormat();
  const [filter, change] = useFigureFilter();
  const units = byGrowth(board.units);
  const grown = growthOfAll(board.units);
  const growthSentence =
    grown.units === 0 ? [] : [t('backlog:units.growth', { count: grown.units, change: format.change(grown.change) })];
  const highest = Math.max(...board.units.flatMap((unit) => unit.closing.map((value) => value ?? 0)));
  return (
    <Figure
      title={t('common:backlogByUnit')}
      description={[t('backlog:units.text', { count: board.months.length }), ...growthSentence].join(' ')}
      hasLinks
      actions={
        <SegmentedControl
          aria-label={t('backlog:units.scale')}
          value={filter.scale}
          onChange={(scale) => {
            change({ scale });
          }}
          data={[
            { value: 'same', label: t('backlog:units.same') },
            { value: 'own', label: t('backlog:units.own') },
          ]}
        />
      }
      chart={
        <>
          <ul className={tiles.grid}>
            {units.map((unit) => (
              <li key={unit.unitId}>
                <UnitTile
                  unit={unit}
                  months={board.months}
                  name={names.find((each) => each.id === unit.unitId)}
                  highest={filter.scale === 'same' ? highest : Math.max(...unit.closing.map((value) => value ?? 0))}
                />
              </li>
            ))}
          </ul>
          <p className={keys.key} aria-hidden>
            <span className={keys.break} />
            {t('backlog:units.break')}
            <span className={keys.gap} />
            {t('backlog:notReportedShort')}
          </p>
        </>
      }
      table={<BoardTable board={board} units={units} names={names} />}
    />
  );
}

interface UnitTileProps {
  readonly unit: UnitBacklog;
  readonly name: Unit | undefined;
  readonly months: readonly Month[];
  readonly highest: number;
}

function UnitTile({ unit, name, months, highest }: UnitTileProps) {
  const t = useText();
  const format = useFormat();
  const draw = useCallback(() => drawSmall(unit, months, highest), [unit, months, highest]);
  const growth = growthOf(unit);
  const now = unit.closing.at(-1) ?? null;
  const shownNow = now === null ? t('codes:valueStatus.not_available') : format.number(now);
  const shownGrowth = growth === null ? '' : format.change(growth);
  return (
    <Link
      href={`/backlog/units/${unit.unitId}`}
      className={tiles.tile ?? ''}
      title={name === undefined ? unit.code : format.bilingual(name.name)}
    >
      <span className={tiles.head}>
        <strong>{unit.code}</strong>
        {/* Read out, not drawn: what the title and the drawing say. */}
        <VisuallyHidden>
          {name === undefined ? '' : format.bilingual(name.name)} {unit.breaks.length > 0 && t('backlog:units.break')}
        </VisuallyHidden>
        <MovementMark movement={unit.movement} />
      </span>
      <span aria-hidden>
        <PlotChart height={64} draw={draw} />
      </span>
      <span className={`${tiles.head ?? ''} ${shared.dimmed ?? ''}`}>
        <span className={classes.now} data-missing={now === null || undefined}>
          {shownNow}
        </span>
        <span>{shownGrowth}</span>
      </span>
    </Link>
  );
}
