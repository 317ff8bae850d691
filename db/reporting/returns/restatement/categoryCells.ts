import { cellCode } from '#contract/reporting/restatedCells';
import type { IndicatorValue, ReturnContent } from '#contract/reporting/returns';
import type { Cell, CellContent } from '#contract/reporting/returnTexts';
import { filledCell, type FilledCell } from './fundingCells.ts';

const wayOf = (code: string, by: string): string => cellCode(code, by);

/** Every category of a count, as a figure of its own; those of rates and times follow from what they are computed from. */
export function categoryCells({ code, unitCode, parts, breakdowns }: IndicatorValue): readonly FilledCell[] {
  return parts
    .filter(({ by }) => breakdowns.some((each) => each.by === by))
    .map(({ by, category, value }) => filledCell('category', cellCode(wayOf(code, by), category), value, { unitCode }));
}

/**
 * What a version says of a category that it does not list: zero, where the figure is broken down that way and the category is one of a
 * catalogue that did not occur; nothing, where it is not.
 */
export function unlistedIn({ values }: Pick<ReturnContent, 'values'>): (cell: Cell) => CellContent {
  const ways = new Set(
    values.flatMap(({ code, unitCode, breakdowns }) =>
      breakdowns.filter(({ unitsCovered }) => unitsCovered > 0).map(({ by }) => `${unitCode ?? ''} ${wayOf(code, by)}`),
    ),
  );
  return ({ what, unitCode, code }) => {
    const way = `${unitCode ?? ''} ${code.slice(0, code.lastIndexOf(' '))}`;
    return what === 'category' && ways.has(way) ? { value: 0, status: null } : null;
  };
}

/** A way of breaking an indicator down that the earlier version had in no unit is none of its cells: nothing of it was corrected. */
export function brokenDownBefore<F extends Pick<ReturnContent, 'values'>>({ values: before }: F, now: F): F {
  const ways = new Set(
    before.flatMap(({ code, breakdowns }) =>
      breakdowns.filter(({ unitsCovered }) => unitsCovered > 0).map(({ by }) => wayOf(code, by)),
    ),
  );
  const values = now.values.map((value) => ({
    ...value,
    breakdowns: value.breakdowns.filter(({ by }) => ways.has(wayOf(value.code, by))),
  }));
  return { ...now, values };
}
