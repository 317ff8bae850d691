import type { Locale } from '#contract/ground/codes';
import type { Input, Output } from '#contract/index';
import { missingIn, type RestatedCell } from '#contract/reporting/returnTexts';
import { cellKey } from '../document/cellNames.ts';

type Reasons = Output<'returns.texts'>['reasons'];

export function lacksReason({ why }: RestatedCell, languages: readonly Locale[]): boolean {
  return missingIn(why, languages).length > 0;
}

/** The reason kept for a cell in the version that is being written, whatever the figure was when it was given. */
export function heldReason(reasons: Reasons, sequence: number, of: RestatedCell): Reasons[number] | undefined {
  return reasons.find((each) => each.sequence === sequence && cellKey(each) === cellKey(of));
}

/** A cell as it is sent to the store: with what it became, and the version of the reason that is on screen. */
export function cellInput(
  reasons: Reasons,
  sequence: number,
  cell: RestatedCell,
): Input<'returns.giveReason'>['cells'][number] {
  const { what, unitCode, code, month, after } = cell;
  return { what, unitCode, code, month, after, version: heldReason(reasons, sequence, cell)?.version ?? null };
}
