import { staffingMeasure, type StaffingMeasure, type ValueStatus, type Locale } from '#contract/ground/codes';
import type { Month } from '#contract/ground/dates';
import type { Input, Output } from '#contract/index';

/** The columns, in the order of the screen. */
export const columns = staffingMeasure.options;

export type CellKey = `${Month} ${StaffingMeasure}`;

export function keyOf(month: Month, measure: StaffingMeasure): CellKey {
  return `${month} ${measure}`;
}

/** What a cell has: a number, `..` for not available, or nothing at all. */
export type CellValue = number | 'not_available' | null;

export type Saved = ReadonlyMap<CellKey, CellValue>;
/** Texts as typed, not saved yet. */
export type Edits = ReadonlyMap<CellKey, string>;

export function savedCells({ cells }: Output<'unitMonths.grid'>): Saved {
  return new Map(
    cells.flatMap((cell) => {
      const measure = staffingMeasure.safeParse(cell.measure);
      if (!measure.success) return [];
      const isKnown = cell.status !== 'not_available' && cell.value !== null;
      return [[keyOf(cell.month, measure.data), isKnown ? cell.value : 'not_available'] as const];
    }),
  );
}

const notAvailable = /^(\.\.|n[/.]?\s?a\.?|n[/.]?\s?d\.?|-|–|—)$/i;
const plainNumber = /^\d{1,6}([.,]\d{1,2})?$/;

/** `undefined` is what is neither a number nor a word for "not available". Either decimal sign is read, spaces are passed over. */
export function readCell(text: string): CellValue | undefined {
  const compact = text.replace(/[\s\u00a0\u202f]/g, '');
  if (compact === '') return null;
  if (notAvailable.test(compact)) return 'not_available';
  if (!plainNumber.test(compact)) return undefined;
  const value = Number(compact.replace(',', '.'));
  return value <= 100_000 ? value : undefined;
}

export function writeCell(value: CellValue, locale: Locale): string {
  if (value === null) return '';
  if (value === 'not_available') return '..';
  return locale === 'en' ? String(value) : String(value).replace('.', ',');
}

/** Present value of the cell. A saved figure cannot be made blank again: it is then not available. */
export function currentValue(saved: CellValue, edit: string | undefined): CellValue | undefined {
  if (edit === undefined) return saved;
  const value = readCell(edit);
  return value === null && saved !== null ? 'not_available' : value;
}

export function isChanged(saved: CellValue, edit: string | undefined): boolean {
  return edit !== undefined && currentValue(saved, edit) !== saved;
}

/** Typing back what was saved is no change. */
export function withEdit(edits: Edits, saved: Saved, key: CellKey, text: string): Edits {
  const next = new Map(edits);
  if (isChanged(saved.get(key) ?? null, text)) next.set(key, text);
  else next.delete(key);
  return next;
}

export function invalidKeys(edits: Edits): readonly CellKey[] {
  return [...edits].filter(([, text]) => readCell(text) === undefined).map(([key]) => key);
}

export function toSave(edits: Edits, saved: Saved): Input<'staffing.save'>['cells'] {
  return [...edits].flatMap(([key, text]) => {
    const value = currentValue(saved.get(key) ?? null, text);
    if (value === undefined || value === null) return [];
    const [month, measure] = key.split(' ') as [Month, StaffingMeasure];
    const status: ValueStatus =
      value === 'not_available' ? 'not_available' : value === 0 ? 'zero_confirmed' : 'complete';
    return [{ month, measure, value: value === 'not_available' ? null : value, status }];
  });
}

export type RowState = 'complete' | 'with_gaps' | 'partly' | 'blank';

/** State of a month: every figure, figures said to be missing, some still to enter, or nothing. */
export function rowState(values: readonly (CellValue | undefined)[]): RowState {
  const entered = values.filter((value) => value !== null && value !== undefined);
  if (entered.length === 0) return 'blank';
  if (entered.length < values.length) return 'partly';
  return entered.includes('not_available') ? 'with_gaps' : 'complete';
}
