import { folded } from '#contract/ground/folded';
import { editsUpTo } from './slips.ts';

function namesOf(locale: string, style: 'long' | 'short', part: 'month' | 'weekday', count: number): readonly string[] {
  const format = new Intl.DateTimeFormat(locale, { [part]: style, timeZone: 'UTC' });
  // 3 January 2000 was a Monday, and each month has a 3rd.
  return Array.from({ length: count }, (_, index) =>
    folded(format.format(part === 'month' ? Date.UTC(2000, index, 3) : Date.UTC(2000, 0, 3 + index))).replace('.', ''),
  );
}

const locales = ['en-CA', 'fr-CA'] as const;
const months = locales.map((locale) => namesOf(locale, 'long', 'month', 12));
const shortMonths = locales.map((locale) => namesOf(locale, 'short', 'month', 12));
const weekdays = locales.flatMap((locale) => namesOf(locale, 'long', 'weekday', 7));

const monthNames = months.flatMap((names) => names.map((name, index) => [name, index + 1] as const));

/** Of fewer letters a slip of the pen is another word. */
const leastOfSlip = 4;

/** The one month of which some name passes; 0 where none or several do. */
function onlyMonth(test: (name: string) => boolean): number {
  const found = new Set(monthNames.filter(([name]) => test(name)).map(([, month]) => month));
  const [only = 0] = found;
  return found.size === 1 ? only : 0;
}

/** A month by its name in either language, the beginning of it or a slip of the pen, where that leaves no doubt; 0 where it is none. */
export function monthNamed(word: string): number {
  const plain = folded(word).replace(/\.$/, '');
  if (plain.length < 3) return 0;
  for (const names of shortMonths) if (names.includes(plain)) return names.indexOf(plain) + 1;
  const begun = onlyMonth((name) => name.startsWith(plain));
  if (begun > 0 || plain.length < leastOfSlip) return begun;
  return onlyMonth((name) => name.length >= leastOfSlip && editsUpTo(1, name, plain));
}

const time =
  /(?:T|,?\s+(?:at\s+|à\s+|@\s*)?)(?:\d{1,2}\s?(?:[:.]\s?\d{2}|[hH](?:\s?\d{0,2}(?!\d)))|\d{3,4}\s?(?:h|hr|hrs|hours|heures)\b|\d{1,2}\s?[ap]\.?m\b).{0,24}$/i;
const midnight = /\s+00:00:00$/;
const weekday = /^\p{L}{3,9}\.?,?\s+(?=\p{L}|\d)/u;

/** Words that make of a day one that is near it. */
const nearly =
  /(?:^|[\s(])(?:approx\S*|about|around|circa|ca\.?|env\S*|vers|autour|before|avant|after|apres|après|until|jusqu\S*)(?:$|[\s)])|~/iu;

/** Whether the words before a day say that it is not that one. */
export const isNearly = (before: string): boolean => nearly.test(before);

/** What is written beside a day and is none of it: "Reçu le", "(by fax)", "- after hours", "pm". */
const before = /^\p{L}[\p{L}'’]*\s+(?:le|on)\s+(?=\S)/u;
const after = /\s*\([^()\d]*\)$|\s+-\s+[^\d]*$|\s+[ap]\.?m\.?$/i;
const roughly = /approx|about|circa|\benv|~|\?/i;

/** The day alone, unless the words say that it is not exactly that one. */
export const withoutWords = (text: string): string =>
  text
    .replace(after, (words) => (roughly.test(words) ? words : ''))
    .replace(before, (words) => (isNearly(words) ? words : ''))
    .trim();

/** As it was meant: the letter O for a zero, a mark that is written twice or among blanks. */
export const repaired = (text: string): string =>
  text.replace(/(?<=\d)O|O(?=\d)/gi, '0').replace(/\s*([-/.])[\s\-/.]*(?=\d)/g, '$1');

/** Without the name of the day, the time after it and the words around it. */
export function bare(text: string): string {
  let rest = text
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/[\u2010-\u2014\u2212]/g, '-')
    .trim()
    .replace(midnight, '');
  const [word = ''] = weekday.exec(rest) ?? [];
  const named = folded(word).replace(/[.,\s]/g, '');
  const behind = rest.slice(word.length);
  // "mar." is a Tuesday before a day of another month, and March before a year.
  const isDay = monthNamed(named) === 0 || /^\d\d?(?:er|st|nd|rd|th|e)?[\s.\-/]+(?:de\s+)?\p{L}{3,}/u.test(behind);
  if (named.length >= 3 && isDay && weekdays.some((each) => each.startsWith(named))) rest = behind;
  return rest
    .replace(/^le\s+/i, '')
    .replace(time, '')
    .replace(/\s+/g, ' ')
    .replace(/[.,;]$/, '')
    .trim();
}
