import type { CivilDate } from '#contract/ground/dates';
import type { ExtractField, ExtractReason } from '#contract/intake/extracts';
import { blankWords, fold } from '../imports/aliases.ts';
import type { Value } from './rules.ts';

/** The cells of one row, by the fields that they are mapped to. */
export interface Cells {
  readonly text: (field: ExtractField) => string;
  readonly date: (text: string) => CivilDate | null;
  readonly refuse: (reason: ExtractReason) => null;
  readonly today: CivilDate;
  readonly clearanceByWord: ReadonlyMap<string, string>;
}

export const isBlank = (text: string): boolean => blankWords.has(fold(text));

export function dateOf(cells: Cells, field: ExtractField, isRequired: boolean): Value {
  const text = cells.text(field);
  if (isBlank(text)) return isRequired ? cells.refuse('date_missing') : null;
  const on = cells.date(text);
  if (on === null) return cells.refuse('date_not_real');
  return on > cells.today ? cells.refuse('date_in_future') : on;
}

export function lineOf(cells: Cells, field: ExtractField, most: number): string {
  const text = cells
    .text(field)
    .replace(/[\u0000-\u001f\u007f]+/g, ' ')
    .trim();
  if (text.length > most) cells.refuse('text_too_long');
  return text;
}
