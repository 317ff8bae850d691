const listed = /\s*(?:[;,&+\n]|\s(?:et|and)\s)\s*/i;

/** Digits and letters by their place alone: "A-9" and "B-10" are written alike. */
const formOf = (number: string): string => number.replace(/\d+/g, '9').replace(/\p{L}+/gu, 'a');

/** The further number of a list whose first it follows: as a whole, or by its last digits alone. Null where it is none. */
function after(first: string, part: string): string | null {
  const [, before = '', last = ''] = /^(.*\D)(\d+)$/.exec(first) ?? [];
  if (/^\d+$/.test(part) && before !== '') return part.length === last.length ? `${before}${part}` : null;
  return formOf(part) === formOf(first) ? part : null;
}

function numbersOf(parts: readonly string[]): readonly string[] | null {
  const [first = '', ...others] = parts;
  if (others.length === 0 || !/\d/.test(first)) return null;
  const numbers = others.map((part) => after(first, part));
  return numbers.every((each) => each !== null) ? [first, ...numbers] : null;
}

/** The numbers in a cell: "25-101/102" are two, and "2025/101" is one. */
export function numbersIn(cell: string): readonly string[] {
  const number = cell.trim();
  const byStroke = number.split('/').map((part) => part.trim());
  // A number of digits alone before a stroke is more often a year.
  const isYear = /^\d+$/.test(byStroke[0] ?? '');
  return numbersOf(number.split(listed)) ?? (isYear ? null : numbersOf(byStroke)) ?? [number];
}
