import type { EnteredCell } from '#contract/reporting/frameworks';
import type { Input, Output } from '#contract/index';
import type { Locale } from '#contract/ground/codes';

export type Grid = Output<'entered.grid'>;
export type EnteredField = 'value' | 'numerator' | 'denominator' | 'en' | 'fr';
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

const isText = (key: string): boolean => key.endsWith(' en') || key.endsWith(' fr');

/** Whether every number that was typed is one. */
export function isReadable(edits: Edits): boolean {
  return [...edits].every(([key, text]) => isText(key) || readNumber(text) !== undefined);
}

/** What is entered beside what is computed, and differs from it. */
export function differenceOf(value: number | null, computed: EnteredCell['computed']): number | null {
  if (value === null || computed?.value == null || computed.value === value) return null;
  return value - computed.value;
}

/** The cells of which a field was typed anew, as they are to be saved. */
export function changedCells({ cells }: Grid, edits: Edits): Input<'entered.save'>['cells'] {
  return cells.flatMap((cell) => {
    const typed = (field: EnteredField): string | undefined => edits.get(editKey(cell.unitId, cell.code, field));
    const number = (field: 'value' | 'numerator' | 'denominator'): number | null => {
      const text = typed(field);
      return text === undefined ? cell[field] : (readNumber(text) ?? null);
    };
    const fields: readonly EnteredField[] = ['value', 'numerator', 'denominator', 'en', 'fr'];
    if (fields.every((field) => typed(field) === undefined)) return [];
    return [
      {
        unitId: cell.unitId,
        code: cell.code,
        value: number('value'),
        numerator: number('numerator'),
        denominator: number('denominator'),
        why: { en: typed('en') ?? cell.why.en, fr: typed('fr') ?? cell.why.fr },
        version: cell.version,
      },
    ];
  });
}
