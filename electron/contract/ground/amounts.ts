/**
 * Money in whole cents, full-time equivalents and person-days in whole hundredths: integers, so that sums stay exact.
 * Read as people write them in a spreadsheet in either language: "1,234.50", "1 234,50 $", "(1 234,50)".
 */

export type AmountProblem = 'not_a_number' | 'dash' | 'too_many_decimals' | 'out_of_range';

/** Ten million dollars a thousand times over: far from where integers stop being exact. */
export const largestHundredths = 1_000_000_000_000;

const spaces = /[\s\u00a0\u202f\u2009]/g;
const dashes = /^[-–—−]$/;
const currency = /^(?:CAD|CA)?\$|^CAD|\$(?:CA)?$|CAD$/gi;

/** Thousands are in groups of three, by comma or space; the decimal sign is a point or a comma. */
const shape = /^(\d{1,3}(?:,\d{3})+|\d+)(?:([.,])(\d*))?$/;

function negated(text: string): { readonly negative: boolean; readonly digits: string } {
  const bracketed = /^\((.*)\)$/.exec(text);
  if (bracketed) return { negative: true, digits: (bracketed[1] ?? '').replace(currency, '') };
  const signed = /^[-−–](.*)$/.exec(text.replace(currency, ''));
  return signed
    ? { negative: true, digits: (signed[1] ?? '').replace(currency, '') }
    : { negative: false, digits: text.replace(currency, '') };
}

/** Null for a blank. A dash is refused: in a spreadsheet it may be a zero or nothing at all, and blank is never zero. */
export function readHundredths(text: string): number | null | AmountProblem {
  const compact = text.replace(spaces, '');
  if (compact === '') return null;
  if (dashes.test(compact.replace(currency, ''))) return 'dash';
  const { negative, digits } = negated(compact);
  const parts = shape.exec(digits);
  return parts ? fromParts(negative, parts[1] ?? '', parts[2], parts[3] ?? '') : 'not_a_number';
}

function fromParts(
  negative: boolean,
  whole: string,
  sign: string | undefined,
  decimals: string,
): number | AmountProblem {
  if (sign === ',' && whole.includes(',')) return 'not_a_number';
  // "1,234" is a thousand and more: an amount has two decimals at most.
  if (sign === ',' && decimals.length === 3) return bounded(negative, `${whole}${decimals}`, '');
  if (decimals.replace(/0+$/, '').length > 2) return 'too_many_decimals';
  return bounded(negative, whole.replaceAll(',', ''), decimals);
}

function bounded(negative: boolean, whole: string, decimals: string): number | AmountProblem {
  const value = Number(whole) * 100 + Number(decimals.slice(0, 2).padEnd(2, '0'));
  if (value > largestHundredths) return 'out_of_range';
  return negative && value !== 0 ? -value : value;
}

/** "1234.50": for files that another program reads. */
export function plainHundredths(value: number): string {
  const absolute = Math.abs(value);
  const whole = Math.floor(absolute / 100);
  return `${value < 0 ? '-' : ''}${String(whole)}.${String(absolute % 100).padStart(2, '0')}`;
}

/** The sum of those that are known, in the same integers; null where none is. */
export function sumKnown(values: readonly (number | null)[]): number | null {
  const known = values.filter((each) => each !== null);
  return known.length === 0 ? null : known.reduce((total, each) => total + each, 0);
}

/** The sum; null as soon as one of them is not known: a blank is never zero. */
export function sumWhole(values: readonly (number | null)[]): number | null {
  return values.reduce<number | null>((sum, each) => (sum === null || each === null ? null : sum + each), 0);
}
