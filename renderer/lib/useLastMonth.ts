import { addMonths, type Month } from '#contract/ground/dates';
import type { Output } from '#contract/index';
import { useRead } from '../bridge/queries.ts';
import { useSession } from '../bridge/session.ts';
import { currentMonth } from './currentMonth.ts';

/** The latest month that at least half of the units which ever reported have reported. */
export function lastReported(board: Output<'backlog.board'>): Month | null {
  const reporting = board.units.filter((unit) => unit.closing.some((value) => value !== null));
  const position = board.months.findLastIndex(
    (_, index) => reporting.filter((unit) => (unit.closing[index] ?? null) !== null).length * 2 >= reporting.length,
  );
  return reporting.length === 0 ? null : (board.months[position] ?? null);
}

/**
 * Where the figures end. In a unit workspace files are counted as they are entered, so that is this month; in a
 * coordination workspace it is what the packs have brought. Undefined while it is not known, null without any figure.
 */
export function useLastMonth(): Month | null | undefined {
  const { kind } = useSession().workspace;
  const now = currentMonth();
  const board = useRead('backlog.board', { from: addMonths(now, -119), to: now }, { enabled: kind === 'coordination' });
  if (kind === 'unit') return now;
  if (board.error !== null) return null;
  return board.data === undefined ? undefined : lastReported(board.data);
}
