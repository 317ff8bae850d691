import { Link } from 'wouter';
import type { Board, UnitBacklog } from '#contract/statistics/backlog';
import type { Month } from '#contract/ground/dates';
import { useText, type Translate } from '../../../i18n/text.ts';
import { today } from '../../../lib/today.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import classes from './Backlog.module.css';
import { headlineOf, isUndated } from './headline.ts';

type Format = ReturnType<typeof useFormat>;

/** The board in words, before any figure. */
export function Headline({ board, isAll }: { readonly board: Board; readonly isAll: boolean }) {
  const t = useText();
  const format = useFormat();
  const older = isAll ? ageSentence(board, t) : null;
  return (
    <p className={classes.headline} data-testid="headline">
      {openSentence(board, t, format)}
      {older !== null && (
        <>
          {' '}
          <Link href={`/backlog/ages/over_365/${today()}`}>{older}</Link>
        </>
      )}
      {movementSentences(board, t).map((sentence) => ` ${sentence}`)}
    </p>
  );
}

function openSentence(board: Board, t: Translate, format: Format): string {
  const { open, unitsOpen, yearChange, unitsYear } = headlineOf(board);
  const last = board.months.at(-1);
  if (open === null || last === undefined) return t('backlog:headline.notReported');
  const month = format.month(last);
  const covered =
    unitsOpen < board.units.length
      ? ` ${t('backlog:headline.covered', { covered: format.number(unitsOpen), units: format.number(board.units.length) })}`
      : '';
  // A sum of fewer units than the one before it would pass for a change.
  if (yearChange === null || unitsYear < unitsOpen) return t('backlog:headline.open', { count: open, month }) + covered;
  const direction = yearChange > 0 ? 'more' : yearChange < 0 ? 'fewer' : 'same';
  return (
    t(`backlog:headline.open_${direction}`, { count: open, month, change: format.number(Math.abs(yearChange)) }) +
    covered
  );
}

function ageSentence(board: Board, t: Translate): string | null {
  return board.olderThanYear === null || board.olderThanYear === 0
    ? null
    : t('backlog:headline.older', { count: board.olderThanYear });
}

function movementSentences(board: Board, t: Translate): string[] {
  const { fell, held, grew, unknown, units, months } = board;
  const [only] = units;
  if (units.length === 1 && only !== undefined) return [trendSentence(only, months, t)];
  const compared = fell + held + grew;
  const undated = units.filter((unit) => isUndated(unit, months));
  const unreported = unknown - undated.length;
  return [
    ...(compared === 0 ? [] : [t('backlog:headline.movements', { months: months.length, fell, held, grew, compared })]),
    ...(unreported === 0 ? [] : [t('backlog:headline.unknown', { count: unreported })]),
    ...(undated.length === 0
      ? []
      : [t('backlog:headline.undated', { count: undated.length, codes: undated.map(({ code }) => code).join(', ') })]),
  ];
}

/** How one unit's backlog moved over the months in view, or why that is not known. */
export function trendSentence(unit: UnitBacklog, months: readonly Month[], t: Translate): string {
  if (isUndated(unit, months)) return t('backlog:headline.oneUndated', { count: months.length });
  return t(`backlog:headline.one.${unit.movement}`, { count: months.length });
}
