import type { EnteredCell } from '#contract/reporting/frameworks';
import type { Input, Output } from '#contract/index';
import type { Locale } from '#contract/ground/codes';

export type Grid = Output<'entered.grid'>;
/** A part is named by the code of its category. */
export type NumberField = 'value' | 'numerator' | 'denominator' | `part:${string}`;
type EnteredField = NumberField | 'en' | 'fr';
/** Texts as typed and not saved yet, by unit, indicator and field. */
export type Edits = ReadonlyMap<string, string>;

export const editKey = (unitId: string, code: string, field: EnteredField): string => `${unitId} ${code} ${field}`;

const plainNumber = /^\d{1,9}([.,]\d{1,4})?$/;

/** `undefined` is what is no number; blank is not available. */
export function readNumber(text: string): number | null | undefined {
  const compact = text.replace(/[\s\u00a0\u202f]/g, '');
  if (compact === '') return null;
  return plainNumber.test(compact) ? Number(compact.replace(',', '.')) : undefined;
}

export function writeNumber(value: number | null, locale: Locale): string {
  if (value === null) return '';
  return locale === 'en' ? String(value) : String(value).replace('.', ',');
}

/** A number of a cell, as it was saved. */
export function savedIn(cell: EnteredCell, field: NumberField): number | null {
  if (field === 'value' || field === 'numerator' || field === 'denominator') return cell[field];
  return cell.parts[field.slice('part:'.length)] ?? null;
}

/** Typing back what was saved is no change. */
export function withEdit(edits: Edits, cell: EnteredCell | undefined, field: NumberField, text: string): Edits {
  if (cell === undefined) return edits;
  const key = editKey(cell.unitId, cell.code, field);
  const next = new Map(edits);
  if (readNumber(text) === savedIn(cell, field)) next.delete(key);
  else next.set(key, text);
  return next;
}

const isText = (key: string): boolean => key.endsWith(' en') || key.endsWith(' fr');

/** The cells whose numbers cannot be read. */
export function invalidKeys(edits: Edits): readonly string[] {
  return [...edits].filter(([key, text]) => !isText(key) && readNumber(text) === undefined).map(([key]) => key);
}

/** Difference of the entered figure from the computed one, where there is one. */
export function differenceOf(value: number | null, computed: EnteredCell['computed']): number | null {
  if (value === null || computed?.value == null || computed.value === value) return null;
  return value - computed.value;
}

/** The cells of which a field was typed, as they are to be saved. */
export function changedCells({ cells, indicators }: Grid, edits: Edits): Input<'entered.save'>['cells'] {
  return cells.flatMap((cell) => {
    const typed = (field: EnteredField): string | undefined => edits.get(editKey(cell.unitId, cell.code, field));
    const number = (field: NumberField): number | null => {
      const text = typed(field);
      return text === undefined ? savedIn(cell, field) : (readNumber(text) ?? null);
    };
    const categories = indicators.find(({ code }) => code === cell.code)?.categories ?? [];
    const parts = categories.map(({ code }) => [code, `part:${code}`] as const);
    const fields: readonly EnteredField[] = [
      ...(['value', 'numerator', 'denominator', 'en', 'fr'] as const),
      ...parts.map(([, field]) => field),
    ];
    if (fields.every((field) => typed(field) === undefined)) return [];
    return [
      {
        unitId: cell.unitId,
        code: cell.code,
        value: number('value'),
        numerator: number('numerator'),
        denominator: number('denominator'),
        parts: Object.fromEntries(
          parts.flatMap(([code, field]) => {
            const count = number(field);
            return count === null ? [] : [[code, count]];
          }),
        ),
        why: { en: typed('en') ?? cell.why.en, fr: typed('fr') ?? cell.why.fr },
        version: cell.version,
      },
    ];
  });
}
